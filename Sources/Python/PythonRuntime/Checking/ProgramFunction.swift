internal import PythonSyntax

/// A function of the program.
final class ProgramFunction {
  let definition: FunctionDefinition
  /// The number of the cell that it stands in.
  let cell: Int
  /// The names that it binds itself.
  let own: Set<String>
  /// What the default value of each parameter is known to be; nil for a parameter without one.
  private let defaults: [Known?]
  private let yields: Bool

  init(_ definition: FunctionDefinition, _ defaults: [Known?], cell: Int) {
    (self.definition, self.defaults, self.cell) = (definition, defaults, cell)
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
    for (parameter, value) in zip(parameters.all, defaults) {
      all[parameter.name.text] = value?.kept ?? .unknown
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
