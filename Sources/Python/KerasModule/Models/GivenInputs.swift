internal import NumPyModule
internal import PythonRuntime
internal import Arrays
internal import Tensors

/// The arrays that a model of several inputs, or a dictionary of them, is given: which one each input has, and what
/// Keras says where they don't fit.
struct GivenInputs {
  private let model: ModelObject
  private let machine: Machine

  init(_ model: ModelObject, _ machine: Machine) { (self.model, self.machine) = (model, machine) }

  private var names: [String] { model.inputs.map(\.layer.name) }

  /// What each input is given, in the inputs' order: of a list, a tuple or a dictionary by the inputs' names.
  func values<Item>(
    count: Int, byName: [(name: String, item: Item)]?, _ items: () throws(PyError) -> [Item]
  ) throws(PyError) -> [Item] {
    if let byName { return try values(byName: byName) }
    if count != names.count { throw wrongCount(count) }
    return try items()
  }

  private func values<Item>(byName given: [(name: String, item: Item)]) throws(PyError) -> [Item] {
    var values: [Item] = []
    for name in names {
      guard let item = given.first(where: { $0.name == name })?.item else {
        throw missing(name, among: given.map(\.name))
      }
      values.append(item)
    }
    return values
  }

  private func missing(_ name: String, among keys: [String]) -> PyError {
    machine.error(
      "ValueError",
      "Missing data for input \"\(name)\". You passed a data dictionary with keys \(Self.list(keys)). Expected the following keys: \(Self.list(names))"
    )
  }

  private func wrongCount(_ count: Int) -> PyError {
    let example = names.map { "'\($0)': ..." }.joined(separator: ", ")
    return machine.error(
      "ValueError",
      "Layer \"\(model.name)\" expects \(names.count) named input(s) with keys \(Self.list(names)), but it received \(count) input tensors. Pass inputs as a dict, e.g. `layer({\(example)})`."
    )
  }

  private static func list(_ names: [String]) -> String {
    "[\(names.map { "'\($0)'" }.joined(separator: ", "))]"
  }

  /// Refuses arrays of other shapes than the inputs': an axis of length 1 at the end may be there or not.
  ///
  /// - Parameters:
  ///   - arrays: one for each input; nil for one that isn't known.
  ///   - batch: the samples of a batch as Keras tells of them; nil where they are open.
  func check(_ arrays: [KnownArray?], batch: Int?) throws(PyError) {
    for (place, (array, input)) in zip(arrays, model.inputs).enumerated() {
      guard let array else { continue }
      do throws(PyError) {
        try InputShape(input.tensorShape).check(array, machine)
      } catch {
        let found = KnownArray([batch] + array.extents.dropFirst())
        throw machine.error(
          "ValueError",
          "Input \(place) with name '\(input.layer.name)' of layer '\(model.name)' is incompatible with the layer: expected shape=\(input.tensorShape.batched), found shape=\(found)"
        )
      }
    }
  }
}

/// How many samples the arrays of a call have.
struct SampleCounts {
  var inputs: [Int]
  var targets: [Int] = []
  var weights: [Int] = []

  /// Refuses arrays of different numbers of samples, in Keras' words.
  func check(_ machine: Machine) throws(PyError) {
    guard Set(inputs + targets + weights).count > 1 else { return }
    var text = ""
    for (name, counts) in [("x", inputs), ("y", targets), ("sample_weight", weights)]
    where !counts.isEmpty {
      text += "'\(name)' sizes: \(counts.map(String.init).joined(separator: ", "))\n"
    }
    throw machine.error(
      "ValueError",
      "Data cardinality is ambiguous. Make sure all arrays contain the same number of samples.\(text)"
    )
  }
}
