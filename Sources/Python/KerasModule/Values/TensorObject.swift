internal import PythonRuntime
internal import Networks
internal import Tensors

/// A tensor that has no numbers yet: what a layer will give once inputs are known.
final class TensorObject: HostObject {
  /// The layer that gives it, and what that layer takes; no layer for a model's input.
  let layer: LayerObject
  let inputs: [TensorObject]
  /// The shape without the batch axis.
  let tensorShape: Shape
  let name: String
  /// What a layer that calls a function of the program made of its inputs.
  let body: TensorObject?
  /// Which use of the layer gives it, from 0.
  let use: Int

  init(
    _ layer: LayerObject, inputs: [TensorObject], shape: Shape, _ session: KerasSession,
    body: TensorObject? = nil, use: Int = 0, name: String? = nil
  ) {
    self.layer = layer
    self.inputs = inputs
    self.body = body
    self.use = use
    tensorShape = shape
    self.name = name ?? session.name(for: "keras_tensor")
  }

  /// The tensor of an input's layer, which is that layer's output from now on.
  convenience init(
    inputOf layer: LayerObject, _ shape: Shape, _ session: KerasSession, name: String?
  ) {
    self.init(layer, inputs: [], shape: shape, session, name: name)
    layer.output = self
  }

  deinit { LettingGo.hold((layer, inputs, body)) }

  override var hostType: TypeObject { Self.tensorType }

  /// The type that its numbers will have.
  var dtype: String { layer.givesWholeNumbers ? "int32" : "float32" }

  override func repr(_ machine: Machine) -> String {
    "<KerasTensor shape=\(tensorShape.batched), dtype=\(dtype), sparse=False, ragged=False, name=\(name)>"
  }

  override func property(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "shape":
      return .object(TupleObject([.none] + tensorShape.extents.map { .int($0) }))
    case "dtype": return .string(dtype)
    case "name": return .string(self.name)
    default: return nil
    }
  }

  override func hashNumber(_ machine: Machine) -> Int? { ObjectIdentifier(self).hashValue }

  static let tensorType = SharedType(
    "KerasTensor", module: "keras.src.backend.common.keras_tensor",
    properties: ["shape", "dtype", "name"],
    methods: [
      .method("get_shape") { (tensor: TensorObject, call) throws(PyError) in
        tensor.property("shape", call.machine) ?? .none
      }
    ]
  ).rehearsed(["shape"])
}

extension Shape {
  /// Python's tuple with Keras' open batch axis in front.
  var batched: String {
    "(" + (["None"] + extents.map(String.init)).joined(separator: ", ")
      + (extents.isEmpty ? ",)" : ")")
  }

  /// Python's tuple.
  var tuple: String {
    extents.count == 1
      ? "(\(extents[0]),)" : "(" + extents.map(String.init).joined(separator: ", ") + ")"
  }
}
