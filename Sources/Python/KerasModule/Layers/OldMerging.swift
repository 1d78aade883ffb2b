internal import PythonRuntime
internal import Networks

/// Keras 1's `merge` and `Merge`, which name what is done by a word.
extension LayerClasses {
  private static let parameters =
    "mode='sum', concat_axis=-1, dot_axes=-1, output_shape=None, output_mask=None, arguments=None, node_indices=None, tensor_indices=None, name=None"

  /// The classes of today by their old words.
  static let mergeWords = [
    "sum": "Add", "mul": "Multiply", "ave": "Average", "max": "Maximum", "concat": "Concatenate",
    "dot": "Dot",
  ]

  /// `merge` and `Merge`.
  ///
  /// - Parameter members: the classes of today, and all else that stands in a module of Keras 2 under the first name.
  func oldMerging(_ members: [String: Value]) -> [String: Value] {
    let function = BuiltinFunction("merge", "inputs, " + Self.parameters) { call throws(PyError) in
      let layer = try Self.made(call, members)
      return try call.machine.call(layer, Arguments([call.required("inputs")]))
    }.rehearsed()
    let type = TypeObject(
      "Merge", module: "keras.legacy.layers", base: Self.base, "layers=None, " + Self.parameters
    ) {
      _, call throws(PyError) in
      if call.given("layers") != nil {
        throw call.error(
          "NotImplementedError",
          "Merge() of models in a row is not supported by Caderno: give keras.Model their outputs, merged by keras.layers"
        )
      }
      return try Self.made(call, members)
    }.rehearsed()
    return ["merge": .object(MergeModule(function, members)), "Merge": .object(type)]
  }

  /// The layer of today that an old call means.
  private static func made(_ call: Call, _ members: [String: Value]) throws(PyError) -> Value {
    for name in ["output_shape", "output_mask", "arguments", "node_indices", "tensor_indices"] {
      if let value = call.given(name) { throw call.unsupported(name, value) }
    }
    let mode = call["mode"] ?? .string("sum")
    guard case .string(let word) = mode, let name = mergeWords[word], let type = members[name]
    else {
      throw call.unsupported("mode", mode)
    }
    var arguments = Arguments([])
    if name == "Concatenate" {
      arguments.keywords.append(("axis", call["concat_axis"] ?? .int(-1)))
    }
    if name == "Dot" { arguments.keywords.append(("axes", call["dot_axes"] ?? .int(-1))) }
    if let own = call.given("name") { arguments.keywords.append(("name", own)) }
    return try call.machine.call(type, arguments)
  }
}

/// What `keras.layers.merge` is: Keras 1's function, and Keras 2's module of what came after it.
private final class MergeModule: HostObject {
  private let function: BuiltinFunction
  private let members: [String: Value]

  init(_ function: BuiltinFunction, _ members: [String: Value]) {
    (self.function, self.members) = (function, members)
  }

  deinit { LettingGo.hold((function, members)) }

  override var hostType: TypeObject { Self.type }
  override func isCallable(_ machine: Machine) -> Bool { true }
  override func repr(_ machine: Machine) -> String { "<function merge>" }

  override func property(_ name: String, _ machine: Machine) -> Value? { members[name] }

  override func call(_ arguments: Arguments, _ machine: Machine) throws(PyError) -> Value {
    try machine.call(.object(function), arguments)
  }

  private static let type = SharedType(
    "function", module: "keras.layers",
    properties: Set(
      LayerClasses.mergeWords.values.flatMap { [$0, $0.lowercased()] }
        + ["Subtract", "subtract", "Minimum", "minimum"]))
}
