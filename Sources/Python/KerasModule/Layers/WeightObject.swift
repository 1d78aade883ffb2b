internal import NumPyModule
internal import PythonRuntime
internal import Networks
internal import Arrays
internal import NumPy
internal import Tensors

/// A weight as Keras' variable: `layer.kernel`.
final class WeightObject: HostObject, ArrayConvertible {
  var takesOperations: Bool { true }
  private let layer: LayerObject
  private let index: Int
  let shortName: String
  private let isTrained: Bool

  init(_ layer: LayerObject, _ index: Int, _ spec: WeightSpec) {
    (self.layer, self.index) = (layer, index)
    shortName = spec.name
    isTrained = spec.isTrainable
  }

  /// Whether training moves it, as its layer's flag says now.
  var isTrainable: Bool { isTrained && layer.isTrainable }

  static func list(_ weights: [WeightObject]) -> Value {
    .object(ListObject(weights.map { .object($0) }))
  }

  override var hostType: TypeObject { Self.weightType }
  var tensor: Tensor { layer.weights[index] }

  func asArray(_ machine: Machine) throws(PyError) -> NumericArray {
    let numbers = try KerasTensors.numbers(tensor, machine)
    guard isCount else { return numbers }
    return try machine.raising { () throws(ArrayError) in try numbers.astype(.int64) }
  }

  /// Whether it counts, in whole numbers, what a normalization has seen.
  private var isCount: Bool { shortName == "count" }

  /// The layer's path and the name; recurrent layers keep their weights in a cell.
  private var path: String {
    let cells = ["LSTM": "lstm_cell", "GRU": "gru_cell", "SimpleRNN": "simple_rnn_cell"]
    let place = layer.path ?? layer.name
    return (cells[layer.className].map { "\(place)/\($0)" } ?? place) + "/\(shortName)"
  }

  /// What it is without its numbers, as Keras shows it while it traces a step.
  var signature: String { "<Variable path=\(path), shape=\(tensor.shape.tuple), dtype=float32>" }

  override func repr(_ machine: Machine) throws(PyError) -> String {
    let text = try KerasTensors.numbers(tensor, machine).text()
    return
      "<Variable path=\(path), shape=\(tensor.shape.tuple), dtype=float32, value=\(text)>"
  }

  override func property(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "shape": .object(TensorShapeObject(tensor.shape.extents))
    case "name": .string(shortName)
    case "path": .string(path)
    case "dtype": .string(isCount ? "int64" : "float32")
    case "trainable": .bool(isTrainable)
    default: nil
    }
  }

  override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    EagerTensor.value(try machine.item(KerasTensors.value(tensor, machine), index))
  }

  override func binary(
    _ operation: Operation, _ other: Value, reflected: Bool, _ machine: Machine
  ) throws(PyError) -> Value? {
    let own = Value.object(EagerTensor(try KerasTensors.numbers(tensor, machine)))
    return reflected
      ? try machine.binary(operation, other, own) : try machine.binary(operation, own, other)
  }

  private static let weightType = SharedType(
    "Variable", module: "keras.src.backend",
    properties: ["shape", "name", "path", "dtype", "trainable"],
    methods: [
      .method("numpy") { (weight: WeightObject, call) throws(PyError) in
        KerasTensors.value(try weight.asArray(call.machine), call.machine)
      }
    ])
}
