internal import NumPyModule
internal import PythonRuntime
internal import Networks

/// Values of a program as the engine's components take them.
enum KerasArguments {
  static func value(_ value: Value, _ call: Call) throws(PyError) -> ArgumentValue {
    switch value.plain {
    case .unset, .none: return .none
    case .bool(let flag): return .bool(flag)
    case .int(let number): return .int(number)
    case .float(let number): return .double(number)
    case .string(let text): return .string(text)
    case .big: throw call.error("OverflowError", "Python int too large to convert to C long")
    case .object(let object): return try made(of: object, value, call)
    }
  }

  private static func made(
    of object: Object, _ value: Value, _ call: Call
  ) throws(PyError) -> ArgumentValue {
    switch object {
    case let component as ComponentObject: return .call(component.call)
    case let layer as LayerObject:
      if case .engine(let call, _) = layer.content { return function(of: call) ?? .call(call) }
    case let list as ListObject: return .list(try items(list.items, call))
    case let tuple as TupleObject: return .list(try items(tuple.items, call))
    case let function as BuiltinFunction: return .string(function.name)
    // A class stands for its object with all defaults.
    case let type as TypeObject: return .call(ArgumentCall(type.name))
    default: break
    }
    throw call.unsupported("value", value)
  }

  /// What an activation that is a layer computes: such a layer can stand where a function can.
  private static func function(of layer: ArgumentCall) -> ArgumentValue? {
    guard layer.name == Activation.signature.name else { return nil }
    return layer.keywords.first { $0.name == "activation" }?.value ?? layer.positional.first
  }

  private static func items(_ items: [Value], _ call: Call) throws(PyError) -> [ArgumentValue] {
    try call.machine.nesting("") { () throws(PyError) -> [ArgumentValue] in
      var values: [ArgumentValue] = []
      for item in items { values.append(try value(item, call)) }
      return values
    }
  }

  /// The call of an engine's component that a program's call means.
  static func component(
    _ name: String, _ call: Call, leavingOut left: Set<String> = []
  ) throws(PyError) -> ArgumentCall {
    var keywords: [ArgumentCall.Keyword] = []
    for parameter in call.givenNames where !left.contains(parameter) {
      keywords.append(.init(parameter, try value(call.required(parameter), call)))
    }
    return ArgumentCall(name, keywords: keywords)
  }

  /// Keras' exception for a mistake in arguments.
  static func error(_ error: ArgumentError, _ machine: Machine) -> PyError {
    if let text = KerasIdentifiers.refusal(error.problem) {
      return machine.error("ValueError", text)
    }
    let kind =
      switch error.problem {
      case .missing, .tooManyPositional, .givenTwice: "TypeError"
      default: "ValueError"
      }
    return machine.error(kind, error.description)
  }
}

extension CallSignature {
  /// The parameters of an engine's component as Python writes them, other spellings last.
  static func text(of signature: Signature, also extra: [String] = []) -> String {
    var parts: [String] = []
    var keywords: [String] = []
    // What stands behind a parameter with a default needs one in Python; binding to the engine's
    // signature tells what is missing.
    var isOptional = false
    for parameter in signature.parameters {
      let text = parameter.defaultValue.map { "\(parameter.name)=\($0)" } ?? parameter.name
      // A required parameter that an older spelling can give must not be missed by its new name.
      let plain = text.contains(",") ? "\(parameter.name)=None" : text
      let wantsDefault = parameter.defaultValue == nil && (!parameter.aliases.isEmpty || isOptional)
      let shown = wantsDefault ? "\(parameter.name)=None" : plain
      isOptional = isOptional || shown.contains("=")
      if parameter.isKeywordOnly { keywords.append(shown) } else { parts.append(shown) }
      keywords += parameter.aliases.map { "\($0)=None" }
    }
    let known = Set(signature.parameters.flatMap { [$0.name] + $0.aliases })
    keywords += extra.filter { !known.contains($0) }.map { "\($0)=None" }
    return (parts + (keywords.isEmpty ? [] : ["*"] + keywords)).joined(separator: ", ")
  }
}
