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
      properties: properties.union(["model", "params"]).union(arguments.map(\.name))
    ) { itself, call throws(PyError) in
      let made = try construct(itself, call)
      for (name, value) in arguments { made.arguments[name] = call[name] ?? value }
      return .object(made)
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
