/// What a look at a program found before it runs.
package struct CheckFinding: Sendable, Hashable {
  /// A stable name in kebab case.
  package let code: String
  /// What is wrong, in English and without a full stop.
  package let english: String
  /// The same in Portuguese.
  package let portuguese: String
  /// UTF-8 offsets in the cell.
  package private(set) var range: Range<Int>
  /// The known name that is nearest.
  package let nearest: String?
  /// Whether Python itself raises an exception where it comes to that place.
  package var isPythons = false
}

extension CheckFinding {
  /// The same at another place.
  func moved(to range: Range<Int>) -> CheckFinding {
    var copy = self
    copy.range = range
    return copy
  }

  static func module(_ name: String, _ known: [String], _ range: Range<Int>) -> CheckFinding {
    CheckFinding(
      code: "unknown-module", english: "there is no module '\(name)' here",
      portuguese: "não há aqui um módulo '\(name)'", range: range,
      nearest: Spelling.nearest(to: name, in: known))
  }

  static func member(
    _ name: String, of module: ModuleObject, _ range: Range<Int>
  ) -> CheckFinding {
    CheckFinding(
      code: "unknown-attribute", english: "module '\(module.name)' has no '\(name)' here",
      portuguese: "o módulo '\(module.name)' não tem '\(name)' aqui", range: range,
      nearest: Spelling.nearest(to: name, in: module.members.keys.sorted()))
  }

  static func problem(_ problem: KnownProblem, _ range: Range<Int>) -> CheckFinding {
    CheckFinding(
      code: problem.code, english: problem.english, portuguese: problem.portuguese,
      range: range, nearest: problem.nearest)
  }

  static func attribute(_ name: String, of type: TypeObject, _ range: Range<Int>) -> CheckFinding {
    CheckFinding(
      code: "unknown-attribute", english: "'\(type.name)' has no attribute '\(name)' here",
      portuguese: "'\(type.name)' não tem o atributo '\(name)' aqui", range: range,
      nearest: Spelling.nearest(to: name, in: type.knownAttributes.sorted()))
  }

  static func keyword(
    _ name: String, of callee: String, _ known: [String], _ range: Range<Int>
  ) -> CheckFinding {
    CheckFinding(
      code: "unknown-argument", english: "\(callee)() has no argument '\(name)' here",
      portuguese: "\(callee)() não tem o argumento '\(name)' aqui", range: range,
      nearest: Spelling.nearest(to: name, in: known))
  }

  static func tooMany(_ callee: String, _ most: Int, _ range: Range<Int>) -> CheckFinding {
    CheckFinding(
      code: "too-many-arguments",
      english: "\(callee)() takes at most \(most) arguments without a name",
      portuguese: "\(callee)() aceita no máximo \(most) argumentos sem nome", range: range,
      nearest: nil)
  }

  static func missing(_ name: String, of callee: String, _ range: Range<Int>) -> CheckFinding {
    CheckFinding(
      code: "missing-argument", english: "\(callee)() needs the argument '\(name)'",
      portuguese: "\(callee)() precisa do argumento '\(name)'", range: range, nearest: nil)
  }

  static func base(_ type: TypeObject, _ range: Range<Int>) -> CheckFinding {
    CheckFinding(
      code: "refused-base", english: "programs can't make classes of \(type.name) here",
      portuguese: "aqui um programa não pode fazer classes de \(type.name)", range: range,
      nearest: nil)
  }

  static func name(_ name: String, _ known: [String], _ range: Range<Int>) -> CheckFinding {
    var finding = CheckFinding(
      code: "unknown-name", english: "name '\(name)' is not defined",
      portuguese: "o nome '\(name)' não está definido", range: range,
      nearest: Spelling.nearest(to: name, in: known))
    finding.isPythons = !Builtins.leftOut.contains(name)
    return finding
  }
}

extension TypeObject {
  /// The names of methods and attributes, those of the classes that it is made from too.
  var knownAttributes: Set<String> {
    var names = Set(members.keys).union(properties ?? [])
    if let base { names.formUnion(base.knownAttributes) }
    return names
  }

  /// Whether all attributes of its objects are known.
  var isClosed: Bool { module != nil && properties != nil }
}
