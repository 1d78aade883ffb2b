/// What is known of a call before the program runs: how many arguments it has, their names, and of some their class, their
/// shape or their value.
package struct KnownCall {
  /// One argument.
  package struct Argument {
    /// Its class, where that is known.
    package let type: TypeObject?
    /// The text, where it is a literal one.
    package let text: String?
    /// The name of Python's own class, where it is a literal, a display or a range.
    package let kind: String?
    /// The value itself, where the program will have just that.
    package let value: Value?
    /// The shape of an array.
    package let array: KnownArray?
    /// The items of a tuple or a list.
    package let items: [Argument]?
    /// What stands in a dictionary by texts.
    package let entries: [(name: String, value: Argument)]?
    /// Whether it is certain to be a number or a text of Python's own, or a list, tuple or range that has one.
    package let hasPlain: Bool

    /// A whole number.
    package var whole: Int? { value?.smallInt }

    /// A shape: a number, or several of which some may be unknown.
    package var extents: [Int?]? { whole.map { [$0] } ?? items?.map(\.whole) }

    /// Whether it is certain to be None.
    package var isNone: Bool { if case .none? = value { true } else { false } }
  }

  /// What looks the program through; it runs what needs no data.
  package let machine: Machine
  /// The object of a method.
  package let receiver: Argument?

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

  /// What a call of the function would give; unknown where an argument isn't known.
  ///
  /// - Throws: the exception that the program would end with.
  func performed(_ function: Value) throws(PyError) -> KnownResult {
    guard let values = values((receiver.map { [$0] } ?? []) + positional) else { return .unknown }
    var named: [(name: String, value: Value)] = []
    for (name, argument) in keywords.sorted(by: { $0.key < $1.key }) {
      guard let value = argument.value else { return .unknown }
      named.append((name, value))
    }
    return .value(try machine.call(function, Arguments(values, keywords: named)))
  }

  private func values(_ arguments: [Argument]) -> [Value]? {
    let values = arguments.compactMap(\.value)
    return values.count == arguments.count ? values : nil
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
  /// An array of a class, and its shape.
  case array(TypeObject, KnownArray)
  /// The value itself.
  case value(Value)
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
  let code: String

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
    code = "wrong-argument"
    nearest = known.isEmpty ? nil : Spelling.nearest(to: word, in: known)
  }

  /// What the call will raise, because of the argument of a parameter.
  package init(_ parameter: String, _ error: PyError, _ machine: Machine) {
    let text = error.summary(machine)
    (self.parameter, english, portuguese) = (parameter, "this raises \(text)", "isto lança \(text)")
    (code, nearest) = ("refused-call", nil)
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
