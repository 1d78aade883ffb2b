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
        of: [loader(entry, isColumn: keras.isInColor)])
    }
    return all
  }

  private func loader(_ entry: DatasetEntry, isColumn: Bool) -> BuiltinFunction {
    let name = entry.name
    return BuiltinFunction("load_data", "path=None") { [session] call throws(PyError) in
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
    }.giving { [session] _ in
      let part = Self.known(entry, isColumn: isColumn, isFirst: session.order == .first)
      return .items([part, part])
    }
  }

  /// What is known of images and labels before they are read: not how many there are, since a run may take another set in
  /// place of one that it doesn't have.
  private static func known(
    _ entry: DatasetEntry, isColumn: Bool, isFirst: Bool
  ) -> KnownResult {
    let image = imageShape(entry.imageShape.extents)
    let turned = isColumn && isFirst ? [2, 0, 1].map { image[$0] } : image
    let labels = KnownArray(isColumn ? [nil, 1] : [nil], classes: entry.classNames.count)
    return .items([NumPyTypes.known(KnownArray([nil] + turned)), NumPyTypes.known(labels)])
  }

  /// One channel has no axis of its own.
  private static func imageShape(_ extents: [Int]) -> [Int] {
    extents.last == 1 ? Array(extents.dropLast()) : extents
  }

  /// Images without an axis for one channel, and their labels, as Keras gives them.
  private func pair(_ split: Split, _ isColumn: Bool, _ call: Call) throws(PyError) -> Value {
    let shape = [split.count] + Self.imageShape(split.imageShape.extents)
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
