internal import PythonSyntax

/// A function of the program.
final class ProgramFunction {
  let definition: FunctionDefinition
  /// The number of the cell that it stands in.
  let cell: Int
  /// The names that it binds itself.
  let own: Set<String>
  private let yields: Bool

  init(_ definition: FunctionDefinition, cell: Int) {
    (self.definition, self.cell) = (definition, cell)
    var survey = NameSurvey()
    survey.visit(definition.body)
    own = survey.bound.subtracting(survey.globals)
      .union(definition.parameters.all.map(\.name.text))
    yields = survey.yields
  }

  /// Whether a call runs its body, and nothing else.
  var canBeFollowed: Bool { definition.decorators.isEmpty && !yields }

  /// What its names stand for when a call begins; nil where the arguments aren't those that it takes.
  func bound(_ place: CallPlace) -> [String: Known]? {
    let parameters = definition.parameters
    var all = Dictionary(uniqueKeysWithValues: own.map { ($0, Known.unknown) })
    for parameter in parameters.all {
      all[parameter.name.text] = parameter.defaultValue.map { Known(literal: $0) } ?? .unknown
    }
    var places = (parameters.positionalOnly + parameters.standard).map(\.name.text)[...]
    for (argument, value) in zip(place.arguments, place.values) {
      switch argument.form {
      case .positional:
        guard let name = places.popFirst() else { return nil }
        all[name] = value
      case .keyword(let keyword):
        guard all[keyword.text] != nil else { return nil }
        all[keyword.text] = value
      case .unpackedSequence, .unpackedMapping: return nil
      }
    }
    return all
  }
}

extension StatementNode {
  /// Whether a `return` stands in it that may not be reached.
  var mayReturn: Bool {
    switch kind {
    case .return: true
    case .function, .class: false
    default: bodies.contains { $0.contains(where: \.mayReturn) }
    }
  }
}
