internal import PythonRuntime

/// All that `keras.callbacks` has to know of a class.
struct CallbackClass: Sendable {
  typealias Construct = @Sendable (TypeObject, Call) throws(PyError) -> CallbackObject

  let name: String
  /// As Python writes them.
  let parameters: String
  /// What programs may read of an instance beside `model`, `params` and its arguments.
  let properties: Set<String>
  private let construct: Construct

  init(
    _ name: String, parameters: String, properties: Set<String> = [],
    construct: @escaping Construct
  ) {
    (self.name, self.parameters, self.properties) = (name, parameters, properties)
    self.construct = construct
  }

  /// The class in the hands of a program.
  func type() -> TypeObject {
    TypeObject(
      name, module: KerasPlaces.callback(name), base: CallbackObject.base, parameters,
      properties: properties.union(["model", "params"]).union(arguments.map(\.name)),
      methods: [initializer] + InnerCallback.methods
    ) { itself, call throws(PyError) in .object(try made(itself, call)) }
  }

  private func made(_ type: TypeObject, _ call: Call) throws(PyError) -> CallbackObject {
    let made = try construct(type, call)
    for (name, value) in arguments { made.arguments[name] = call[name] ?? value }
    return made
  }

  /// `super().__init__(…)` of a class of the program.
  private var initializer: Method {
    let text = parameters.isEmpty ? "self" : "self, \(parameters)"
    return Method("__init__", text, of: name) { call throws(PyError) in
      guard let instance: InstanceObject = call.required("self").asObject(),
        let type = instance.kind.hostBase
      else { return .none }
      let names = properties.union(arguments.map(\.name))
      InnerCallback(try made(type, call), names.sorted()).attach(to: instance, call.machine)
      return .none
    }
  }

  /// The arguments that an instance keeps under their names, with what holds where they are left out;
  /// older spellings, which stand behind the star, and functions are not kept.
  private var arguments: [(name: String, value: Value)] {
    let own = parameters.split(separator: ", *,").first ?? ""
    return own.split(separator: ", ").compactMap { part in
      let sides = part.split(separator: "=").map(String.init)
      guard let name = sides.first, !name.hasPrefix("on_") else { return nil }
      return (name, sides.count == 2 ? Self.literal(sides[1]) : .none)
    }
  }

  private static func literal(_ text: String) -> Value {
    switch text {
    case "None": return .none
    case "True", "False": return .bool(text == "True")
    default: break
    }
    if let number = Int(text) { return .int(number) }
    if let number = Double(text) { return .float(number) }
    return .string(String(text.dropFirst().dropLast()))
  }
}
