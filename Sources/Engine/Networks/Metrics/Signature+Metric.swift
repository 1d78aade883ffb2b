extension Signature {
  /// A metric's signature: `first` by position, then its name, then `own` as keywords.
  static func metric(
    _ name: String, first: [Parameter] = [], _ own: [Parameter] = []
  ) -> Signature {
    let title = Parameter("name", .text, default: .some(.none), acceptsNone: true)
    return Signature(name, first + [title] + own.map(\.keywordOnly))
  }
}

extension Parameter {
  /// The same parameter, given by its name alone.
  var keywordOnly: Parameter {
    Parameter(
      name, type, default: defaultValue, aliases: aliases, acceptsNone: acceptsNone,
      keywordOnly: true)
  }
}
