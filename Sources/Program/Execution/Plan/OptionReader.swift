internal import Diagnostics
internal import Notebooks

/// A value and where it was written.
struct Located<Value: Sendable>: Sendable {
  var value: Value
  var range: Range<Int>
}

/// Reads a directive's options by name and type; whatever does not fit becomes a diagnostic.
struct OptionReader {
  let directive: Directive
  let parameters: [String: OptionValue]
  private(set) var diagnostics: [Diagnostic] = []
  /// The options that were asked for so far.
  private(set) var asked: Set<String> = []

  init(_ directive: Directive, parameters: [String: OptionValue]) {
    self.directive = directive
    self.parameters = parameters
  }

  /// The option as written, with `$name` replaced by the parameter's value, wherever it stands in it.
  mutating func value(_ name: String, as use: ParameterUse = .value) -> OptionValue? {
    asked.insert(name)
    guard let option = directive.options.first(where: { $0.name == name }) else { return nil }
    return filled(option.value, use)
  }

  /// Reports what does not fit; the reader goes on, so that all of it is found at once.
  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Reports that an option does not have the form that it needs.
  mutating func reportForm(_ name: String, _ value: OptionValue, expected: Message) {
    report(
      Diagnostic(
        code: "wrong-type", at: value.range,
        Message(
          "option '\(name)' needs \(expected.english), not '\(value.text)'",
          pt: "a opção '\(name)' precisa de \(expected.portuguese), não de '\(value.text)'")))
  }

  /// Reports every option that is not among `known`.
  mutating func reportUnknown(known: [String]) {
    let names = Set(known)
    for option in directive.options where !names.contains(option.name) {
      let guess = nearest(to: option.name, among: known)
      let kind = directive.kind
      report(
        Diagnostic(
          code: "unknown-option", at: option.nameRange,
          Message(
            "'.\(kind)' has no option '\(option.name)'",
            pt: "'.\(kind)' não tem a opção '\(option.name)'"),
          hint: guess.map(Self.didYouMean) ?? Self.choices(known)))
    }
  }

  static func didYouMean(_ name: String) -> Message {
    Message("did you mean '\(name)'?", pt: "você quis dizer '\(name)'?")
  }

  /// More names than this don't help anybody.
  private static let shownChoices = 50

  static func choices(_ names: some Sequence<String>) -> Message? {
    var first = names.prefix(shownChoices + 1).map { "'\($0)'" }
    guard !first.isEmpty else { return nil }
    if first.count > shownChoices { first[shownChoices] = "…" }
    let list = first.joined(separator: ", ")
    return Message("there are: \(list)", pt: "existem: \(list)")
  }
}
