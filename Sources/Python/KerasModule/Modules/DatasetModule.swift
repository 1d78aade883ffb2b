internal import NumPyModule
internal import PythonRuntime
internal import Datasets
internal import Arrays
internal import NumPy
internal import Tensors

/// `keras.datasets`.
struct DatasetModule {
  let session: KerasSession

  var modules: [String: [String: Value]] {
    var all: [String: [String: Value]] = [:]
    for entry in DatasetCatalog.all {
      guard let keras = entry.keras else { continue }
      all["datasets.\(entry.name)"] = KerasLibrary.members(
        of: [loader(entry.name, isColumn: keras.isInColor)])
    }
    return all
  }

  private func loader(_ name: String, isColumn: Bool) -> BuiltinFunction {
    BuiltinFunction("load_data", "path=None") { [session] call throws(PyError) in
      let dataset: Dataset
      do throws(HostFailure) {
        dataset = try session.host.dataset(name)
      } catch {
        throw call.error(error.kind, error.message)
      }
      if dataset.name != name {
        call.machine.write("--fallback-data: \(dataset.name) stands in for \(name)\n")
      }
      return .object(
        TupleObject([
          try pair(dataset.train, isColumn, call), try pair(dataset.test, isColumn, call),
        ]))
    }.giving { _ in
      let array = KnownResult.object(NumPyTypes.array)
      return .items([.items([array, array]), .items([array, array])])
    }
  }

  /// Images without an axis for one channel, and their labels, as Keras gives them.
  private func pair(_ split: Split, _ isColumn: Bool, _ call: Call) throws(PyError) -> Value {
    let extents = split.imageShape.extents
    let shape = [split.count] + (extents.last == 1 ? Array(extents.dropLast()) : extents)
    let isFirst = isColumn && session.order == .first
    let (images, labels) = try call.machine.raising { () throws(ArrayError) in
      (
        try Self.images(NumericArray(bytes: split.images, shape: shape), isFirst),
        try NumericArray(
          bytes: split.labels, shape: isColumn ? [split.count, 1] : [split.count])
      )
    }
    return .object(
      TupleObject([
        KerasTensors.value(images, call.machine), KerasTensors.value(labels, call.machine),
      ]))
  }

  /// Color images with the channels where the session has them.
  private static func images(
    _ images: NumericArray, _ isFirst: Bool
  ) throws(ArrayError) -> NumericArray {
    isFirst ? try images.transposed([0, 3, 1, 2]) : images
  }
}
