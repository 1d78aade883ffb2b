internal import PythonSyntax

extension ProgramCheck {
  /// What a call gives; reports arguments that are refused.
  mutating func call(
    _ callee: ExpressionNode, _ arguments: [Argument], _ node: ExpressionNode
  ) -> Known {
    // Names inside of these calls are asked for with care.
    if case .name(let name) = callee.kind, ["hasattr", "getattr"].contains(name) {
      for argument in arguments { _ = known(argument.value) }
      return .unknown
    }
    var receiver: Known?
    let function: Known
    if case .attribute(let object, let name) = callee.kind {
      // Looked at once: calls of calls of calls … stand in each other's callees.
      let owner = known(object)
      if owner.isHostObject { receiver = owner }
      function = attribute(name.text, of: owner, name.range)
    } else {
      function = known(callee)
    }
    let values = arguments.map { known($0.value) }
    let place = CallPlace(arguments: arguments, values: values, callee: callee, node: node)
    switch function {
    case .function(let function): return result(of: function, place, receiver)
    case .type(let type): return object(of: type, place)
    case .value(.object(let object)) where object.type.isRehearsed:
      return result(ofCalling: object, place)
    case .defined(let function): return follow(function, place)
    default:
      for value in values { letGo(value) }
      return .unknown
    }
  }

  /// What a call of a host's function gives.
  private mutating func result(
    of function: BuiltinFunction, _ place: CallPlace, _ receiver: Known?
  ) -> Known {
    let isBound = receiver != nil && function.binds
    let before = findingCount
    if let signature = function.signature {
      check(place, signature, function.name, isBound: isBound)
    }
    if machine.isBuiltin(function) {
      if !Self.lookingOnly.contains(function.name) { for value in place.values { letGo(value) } }
      if let walked = walked(function.name, place.values) { return walked }
    }
    let fallback = function.result.map { Known.instance([$0]) } ?? .unknown
    guard !place.isUnpacked else {
      note(function.effect, receiver)
      return fallback
    }
    let names = function.signature?.placeNames ?? []
    let call = knownCall(place, Array(names.dropFirst(isBound ? 1 : 0)), receiver)
    report(function.objections?(call) ?? [], place, call)
    if findingCount > before, let receiver { letGo(receiver) }
    guard findingCount == before, let foresight = function.foresight,
      let result = rehearse(place, receiver, { () throws(PyError) in try foresight(call) })
    else {
      note(function.effect, receiver)
      return fallback
    }
    if case .unknown = result {
      note(function.effect, receiver)
      return fallback
    }
    return Known(result)
  }

  /// What a call of a class gives.
  private mutating func object(of type: TypeObject, _ place: CallPlace) -> Known {
    if type.module == nil { for value in place.values { letGo(value) } }
    let before = findingCount
    var call = knownCall(place, [], nil)
    if let signature = type.signature {
      check(place, signature, type.name, isBound: false)
      call = knownCall(place, signature.placeNames, nil)
      if let objections = type.objections, !place.isUnpacked {
        report(objections(call), place, call)
      }
    }
    if type.module == nil { return walked(type.name, place.values) ?? .unknown }
    guard type.rehearsals != nil, isCertain, !place.isUnpacked, findingCount == before,
      case .value(let made)? = rehearse(
        place, nil, { () throws(PyError) in try call.performed(.object(type)) })
    else { return .instance([type]) }
    return Known(made: made)
  }

  /// What an object gives that was made before the program runs, where it is called with such objects.
  private mutating func result(ofCalling object: Object, _ place: CallPlace) -> Known {
    let call = knownCall(place, [], nil)
    guard isCertain, !place.isUnpacked, call.positional.allSatisfy(\.isRehearsed),
      case .value(let made)? = rehearse(
        place, .value(.object(object)),
        { () throws(PyError) in try call.performed(.object(object)) })
    else { return .unknown }
    return Known(made: made)
  }

  /// Finds out what a call gives; reports the exception that it ends with.
  private mutating func rehearse(
    _ place: CallPlace, _ receiver: Known?, _ body: () throws(PyError) -> KnownResult
  ) -> KnownResult? {
    do throws(PyError) {
      return try body()
    } catch {
      if willRaise(error) {
        report(.problem(KnownProblem("", error, machine), place.callee.range))
      }
      for known in place.values + [receiver].compactMap(\.self) { letGo(known) }
      return nil
    }
  }

  /// What a call changes that wasn't followed.
  private mutating func note(_ effect: KnownEffect, _ receiver: Known?) {
    switch effect {
    case .none: break
    case .ofReceiver:
      if let receiver { letGo(receiver) }
    case .ofAll: isLost = true
    }
  }

  /// In a place that isn't certain, nothing is handed out but classes.
  private mutating func knownCall(
    _ place: CallPlace, _ parameters: [String], _ receiver: Known?
  ) -> KnownCall {
    let values =
      isCertain ? withFunctions(place.values.map { current($0) }) : place.values.map(\.vague)
    let receiver = isCertain ? receiver.map { current($0) } : receiver?.vague
    return KnownCall(
      place.arguments, values, parameters, receiver: receiver, machine)
  }

  /// Reports arguments that a call refuses where they stand.
  private mutating func report(
    _ problems: [KnownProblem], _ place: CallPlace, _ call: KnownCall
  ) {
    for problem in problems {
      report(.problem(problem, place.range(of: problem.parameter, in: call.parameters)))
    }
  }

  /// Built-in functions that keep nothing of what they are handed.
  private static let lookingOnly: Set<String> = [
    "print", "len", "repr", "isinstance", "type", "id", "callable", "hash", "dir", "format",
  ]

  /// What the built-in functions give that loops go through.
  private func walked(_ name: String, _ values: [Known]) -> Known? {
    switch name {
    case "range": .sequence("range", of: .number)
    case "enumerate":
      .sequence("enumerate", of: .tuple([.number, values.first?.item.vague ?? .unknown]))
    case "zip": .sequence("zip", of: .tuple(values.map(\.item.vague)))
    case "len": values.first?.length.map { .value(.int($0)) } ?? .number
    default: nil
    }
  }
}

extension Machine {
  func isBuiltin(_ function: BuiltinFunction) -> Bool {
    builtins[function.name]?.asObject(BuiltinFunction.self) === function
  }
}

extension Known {
  /// Whether it is an object of a host's class.
  fileprivate var isHostObject: Bool {
    switch self {
    case .instance, .array, .value(.object): true
    default: false
    }
  }

  /// How many items it has.
  fileprivate var length: Int? {
    if case .array(_, let array) = self { return array.extents.first ?? nil }
    return parts?.count
  }
}
