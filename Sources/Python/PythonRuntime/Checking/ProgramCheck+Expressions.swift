internal import PythonSyntax

extension ProgramCheck {
  /// What an expression stands for; reports what is wrong in it.
  mutating func known(_ node: ExpressionNode) -> Known {
    switch node.kind {
    case .name(let name): return lookUp(name, node.range)
    case .attribute(let object, let name):
      return attribute(name.text, of: known(object), name.range)
    case .call(let callee, let arguments): return call(callee, arguments, node)
    case .lambda(let parameters, let body):
      for value in parameters.all.compactMap(\.defaultValue) { _ = known(value) }
      lambdaDepth += 1
      inside(Set(parameters.all.map(\.name.text))) { _ = $0.known(body) }
      lambdaDepth -= 1
    case .comprehension(_, let element, let clauses): comprehension([element], clauses)
    case .dictionaryComprehension(let key, let value, let clauses):
      comprehension([key, value], clauses)
    case .namedExpression(let name, let value):
      _ = known(value)
      bind(name.text, .unknown)
    case .number: return .number
    case .tuple(let items): return .tuple(items.map { known($0) })
    case .list(let items):
      let parts = Known.tuple(items.map { known($0) })
      return .sequence("list", of: parts.item)
    case .binary(let left, _, let right): return .combined([known(left), known(right)])
    case .comparison(let first, let links):
      let operands = [known(first)] + links.map { known($0.operand) }
      // What `in` and `is` give is no array.
      let isPlain = links.contains { [.in, .notIn, .is, .isNot].contains($0.comparison) }
      return isPlain ? .unknown : .combined(operands)
    case .unary(let symbol, let value):
      let inner = known(value)
      return symbol == .not ? .unknown : .combined([inner])
    case .subscript(let object, let index): return item(of: known(object), index)
    case .conditional(let test, let then, let otherwise):
      _ = known(test)
      let (a, b) = (known(then), known(otherwise))
      return a.isSame(as: b) ? a : .unknown
    default: for child in node.children { _ = known(child) }
    }
    return .unknown
  }

  /// What stands behind brackets: a slice of an object is of its own class.
  private mutating func item(of object: Known, _ index: ExpressionNode) -> Known {
    _ = known(index)
    if case .slice = index.kind { return object.type?.strength == nil ? .unknown : object }
    if case .tuple(let items) = object, case .number(let number) = index.kind,
      case .integer(let place) = number.value, items.indices.contains(Int(place))
    {
      return items[Int(place)]
    }
    return object.item
  }

  private mutating func comprehension(
    _ elements: [ExpressionNode], _ clauses: [ComprehensionClause]
  ) {
    if let first = clauses.first { _ = known(first.iterable) }
    var survey = NameSurvey()
    for clause in clauses { survey.bind(clause.target) }
    // A comprehension at the top runs where it stands.
    locals.append(survey.bound)
    for clause in clauses.dropFirst() { _ = known(clause.iterable) }
    for clause in clauses { for condition in clause.conditions { _ = known(condition) } }
    for element in elements { _ = known(element) }
    locals.removeLast()
  }

  private mutating func lookUp(_ name: String, _ range: Range<Int>) -> Known {
    if isLocal(name) { return .unknown }
    if let known = globals[name] {
      if lambdaDepth > 0, known.isObject { return .unknown }
      // A function runs later: only what is bound once is the same then.
      return functionDepth == 0 || stable.contains(name) ? known : .unknown
    }
    if let builtin = machine.builtins[name] { return Known(builtin) }
    let isNowhere = !bound.contains(name) && !bound.contains("*") && !name.hasPrefix("__")
    if isNowhere {
      report(.name(name, namesToSuggest, range))
    }
    return .unknown
  }

  private mutating func attribute(_ name: String, of known: Known, _ range: Range<Int>) -> Known {
    switch known {
    case .module(let module):
      if name.hasPrefix("__") || ownAttributes.contains(name) { return .unknown }
      if let member = module.members[name] { return Known(member) }
      if let inner = machine.modules["\(module.name).\(name)"] { return .module(inner) }
      report(.member(name, of: module, range))
      return .unknown
    case .instance(let types): return attribute(name, of: types, range)
    case .type(let type): return Known(type.member(name, machine))
    default: return .unknown
    }
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

  private mutating func call(
    _ callee: ExpressionNode, _ arguments: [Argument], _ node: ExpressionNode
  ) -> Known {
    // Names inside of these calls are asked for with care.
    if case .name(let name) = callee.kind, ["hasattr", "getattr"].contains(name) {
      for argument in arguments { _ = known(argument.value) }
      return .unknown
    }
    var receiver = false
    let function: Known
    if case .attribute(let object, let name) = callee.kind {
      // Looked at once: calls of calls of calls … stand in each other's callees.
      let owner = known(object)
      if case .instance = owner { receiver = true }
      function = attribute(name.text, of: owner, name.range)
    } else {
      function = known(callee)
    }
    let values = arguments.map { known($0.value) }
    switch function {
    case .function(let function):
      if let signature = function.signature {
        check(
          arguments, signature, function.name, isBound: receiver && function.binds, node, callee)
      }
      return result(of: function, arguments, values, node, isBound: receiver)
    case .type(let type):
      if let signature = type.signature {
        check(arguments, signature, type.name, isBound: false, node, callee)
        if let objections = type.objections, !arguments.contains(where: \.isUnpacked) {
          let call = KnownCall(arguments, values, signature.names)
          report(objections(call), arguments, callee)
        }
      }
      if type.module == nil { return walked(type.name, values) ?? .unknown }
      return .instance([type])
    default: return .unknown
    }
  }

  private mutating func check(
    _ arguments: [Argument], _ signature: CallSignature, _ name: String, isBound: Bool,
    _ node: ExpressionNode, _ callee: ExpressionNode
  ) {
    var parameters = signature.parameters
    if isBound, !parameters.isEmpty { parameters.removeFirst() }
    let names = Set(parameters.map(\.name))
    var unpacks = false
    var given = Set<String>()
    var values = 0
    for argument in arguments {
      switch argument.form {
      case .positional: values += 1
      case .unpackedSequence, .unpackedMapping: unpacks = true
      case .keyword(let keyword):
        given.insert(keyword.text)
        let isKnown = signature.takesMoreKeywords || names.contains(keyword.text)
        if !isKnown {
          report(.keyword(keyword.text, of: name, parameters.map(\.name), keyword.range))
        }
      }
    }
    if unpacks { return }
    let places = parameters.filter { !$0.isKeywordOnly }
    if values > places.count, !signature.takesMoreValues {
      report(.tooMany(name, places.count, callee.range))
    }
    let filled = given.union(places.prefix(values).map(\.name))
    for parameter in parameters where parameter.isRequired && !filled.contains(parameter.name) {
      report(.missing(parameter.name, of: name, callee.range))
    }
  }
}
