package import PythonSyntax

extension ProgramCheck {
  /// Whether the program comes to this place just once, with what the names stand for now.
  var isCertain: Bool { !isLost && doubts == 0 && functionDepth == 0 && lambdaDepth == 0 }

  /// Looks at what may not run, or more than once.
  mutating func doubting<Result>(_ body: (inout ProgramCheck) -> Result) -> Result {
    doubts += 1
    defer { doubts -= 1 }
    return body(&self)
  }

  /// What a name stands for now: of objects that others may have changed only the class is known.
  func current(_ known: Known) -> Known {
    if forgotten.isEmpty { return known }
    return known.mapped { part in
      part.objects.contains { forgotten[ObjectIdentifier($0)] != nil } ? part.vague : part
    }
  }

  /// Follows the objects in a value no further: something has them that isn't followed.
  mutating func letGo(_ known: Known) {
    for object in known.objects { forgotten[ObjectIdentifier(object)] = object }
  }

  /// Notes that numbers of arrays change in their place, whichever names the arrays have.
  mutating func changeNumbers() {
    for (name, known) in globals {
      globals[name] = known.mapped { part in
        if case .array(let type, let array) = part { .array(type, array.unlabelled) } else { part }
      }
    }
  }

  /// An object that gets attributes of the program's own isn't known any more.
  mutating func setAttribute(_ name: String, of node: ExpressionNode) {
    let owner = known(node)
    // Such as its shape, whichever names it has.
    if case .array = owner { isLost = true }
    if case .value(.object(let object)) = owner, object.type.knownAttributes.contains(name) {
      return
    }
    letGo(owner)
    if case .name(let own) = node.kind, owner.vague.type != nil { set(own, .unknown) }
  }

  /// Passes over a cell that may fail anywhere: what it may change isn't known any more.
  package mutating func skip(_ cell: Module) {
    for (name, known) in globals {
      letGo(known)
      globals[name] = known.mapped(\.vague)
    }
    var survey = NameSurvey()
    survey.visit(cell.body)
    for name in survey.bound { set(name, .unknown) }
  }
}
