internal import PythonSyntax

extension ProgramCheck {
  /// Reports arguments that a signature doesn't have, and those that it needs and aren't given.
  mutating func check(
    _ place: CallPlace, _ signature: CallSignature, _ name: String, isBound: Bool
  ) {
    var parameters = signature.parameters
    if isBound, !parameters.isEmpty { parameters.removeFirst() }
    let names = Set(parameters.map(\.name))
    var unpacks = false
    var given = Set<String>()
    var values = 0
    for argument in place.arguments {
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
      report(.tooMany(name, places.count, place.callee.range))
    }
    let filled = given.union(places.prefix(values).map(\.name))
    for parameter in parameters where parameter.isRequired && !filled.contains(parameter.name) {
      report(.missing(parameter.name, of: name, place.callee.range))
    }
  }
}
