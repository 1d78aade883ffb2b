internal import PythonRuntime

/// Keras' functions of tensors, which stand in a functional model like layers but are none.
enum OperationTypes {
  static let base = SharedType(
    "Operation", module: "keras.src.ops.operation", properties: LayerObject.properties)

  /// The class of a function's operations: `Squeeze` for `squeeze`.
  static func type(_ function: String) -> TypeObject {
    let name = function.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return TypeObject(
      name.joined(), module: "keras.src.ops.numpy", base: base,
      properties: LayerObject.properties)
  }
}

extension LayerObject {
  /// Whether it is a function's operation and no layer.
  var isOperation: Bool { hostType.base === OperationTypes.base }
}
