internal import PythonSyntax

extension ProgramCheck {
  /// What an attribute stands for; reports one that is missing.
  mutating func attribute(_ name: String, of known: Known, _ range: Range<Int>) -> Known {
    switch known {
    case .module(let module): return member(name, of: module, range)
    case .instance(let types): return attribute(name, of: types, range)
    case .type(let type): return Known(type.member(name, machine))
    case .array(let type, let array):
      let found = attribute(name, of: [type], range)
      return array.attribute(name, type) ?? found
    case .value(.object(let object)):
      let found = attribute(name, of: [object.type], range)
      return property(name, of: object) ?? found
    default: return .unknown
    }
  }

  private mutating func member(
    _ name: String, of module: ModuleObject, _ range: Range<Int>
  ) -> Known {
    if name.hasPrefix("__") || ownAttributes.contains(name) { return .unknown }
    if let member = module.members[name] { return Known(member) }
    if let inner = machine.modules["\(module.name).\(name)"] { return .module(inner) }
    report(.member(name, of: module, range))
    return .unknown
  }

  private mutating func attribute(
    _ name: String, of types: [TypeObject], _ range: Range<Int>
  ) -> Known {
    guard types.allSatisfy(\.isClosed), !name.hasPrefix("__"), !ownAttributes.contains(name) else {
      return .unknown
    }
    let knowing = types.filter { $0.knownAttributes.contains(name) }
    if knowing.isEmpty, lambdaDepth == 0, let type = types.first {
      report(.attribute(name, of: type, range))
    }
    if knowing.count == 1, knowing[0].turns.contains(name) { return .instance(knowing) }
    guard knowing.count == 1,
      case .object(let function as BuiltinFunction)? = knowing[0].member(name, machine)
    else { return .unknown }
    return .function(function)
  }

  /// A property of an object that was made before the program runs.
  private func property(_ name: String, of object: Object) -> Known? {
    guard isCertain, object.type.mayAsk(for: name), !ownAttributes.contains(name),
      let value = try? object.attribute(name, machine)
    else { return nil }
    return Known(made: value)
  }
}

extension TypeObject {
  /// Whether a look at a program makes objects of the class.
  var isRehearsed: Bool { rehearsals != nil || base?.isRehearsed ?? false }

  fileprivate func mayAsk(for name: String) -> Bool {
    rehearsals?.contains(name) ?? false || base?.mayAsk(for: name) ?? false
  }
}

extension ExpressionNode {
  /// Adds the attributes that `hasattr` asks for: a program reads them only where they are there.
  func collectAsked(_ attributes: inout Set<String>) {
    if case .call(let callee, let arguments) = kind, case .name("hasattr") = callee.kind,
      arguments.count == 2, case .string(let name) = arguments[1].value.kind
    {
      attributes.insert(name)
    }
    for child in children { child.collectAsked(&attributes) }
  }
}

extension KnownArray {
  /// What an attribute of the array gives; nil for those that nothing is known of.
  fileprivate func attribute(_ name: String, _ type: TypeObject) -> Known? {
    switch name {
    case "shape": .tuple(extents.map { $0.map { .value(.int($0)) } ?? .number })
    case "ndim": .value(.int(extents.count))
    case "size": size.map { .value(.int($0)) } ?? .number
    case "T": .array(type, turned)
    default: nil
    }
  }
}
