/// What is known of a call before the program runs: how many arguments it has, their names, and of some their class.
package struct KnownCall {
  /// One argument.
  package struct Argument {
    /// Its class, where that is known.
    package let type: TypeObject?
    /// The text, where it is a literal one.
    package let text: String?
    /// The name of Python's own class, where it is a literal, a display or a range.
    package let kind: String?
  }

  /// The arguments without names; of a method without its object.
  package let positional: [Argument]
  let keywords: [String: Argument]
  let parameters: [String]

  /// An argument by its parameter's name, however it was given.
  package subscript(_ name: String) -> Argument? {
    if let given = keywords[name] { return given }
    guard let place = parameters.firstIndex(of: name), positional.indices.contains(place) else {
      return nil
    }
    return positional[place]
  }

  /// Whether there are no arguments at all but those of some names.
  package func hasOnly(_ names: Set<String>) -> Bool {
    positional.isEmpty && Set(keywords.keys).isSubset(of: names)
  }
}

/// What a call gives, as far as that is known before it runs.
package indirect enum KnownResult {
  case object(TypeObject)
  case either([TypeObject])
  /// A tuple or a list of so many things.
  case items([KnownResult])
  case unknown
}

/// What is wrong with an argument whatever the program does.
package struct KnownProblem {
  let parameter: String
  let english: String
  let portuguese: String
  let nearest: String?

  /// A fault of the argument of a parameter, in both languages.
  ///
  /// - Parameters:
  ///   - known: what it could have been; the nearest to `word` becomes a hint.
  ///   - word: what was written.
  package init(
    _ parameter: String, _ english: String, pt portuguese: String, known: [String] = [],
    word: String = ""
  ) {
    (self.parameter, self.english, self.portuguese) = (parameter, english, portuguese)
    nearest = known.isEmpty ? nil : Spelling.nearest(to: word, in: known)
  }

  /// A whole number is needed, and the argument is something else.
  package static func notWhole(_ parameter: String, _ call: KnownCall) -> KnownProblem? {
    guard let kind = call[parameter]?.kind, kind != "int", kind != "bool", kind != "NoneType" else {
      return nil
    }
    return KnownProblem(
      parameter, "\(parameter) must be a whole number, not \(kind)",
      pt: "\(parameter) precisa ser um número inteiro, não \(kind)")
  }
}
