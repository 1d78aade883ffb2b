internal import Diagnostics
internal import Notebooks

/// What an option's text is, and so what `$name` inside of it becomes.
enum ParameterUse {
  /// A value or an expression: the parameter's value as it is written.
  case value
  /// OutputWords for readers: what is no parameter's name may be anything.
  case words
  /// Perhaps a call in Keras notation, which finds parameters by their names itself.
  case notation
}

extension OptionReader {
  /// A value with parameters filled in; nil where one is unknown.
  mutating func filled(_ value: OptionValue, _ use: ParameterUse) -> OptionValue? {
    switch value.kind {
    case .null, .bool, .int, .double: return value
    case .list(let items):
      let filled = items.compactMap { self.filled($0, use) }
      guard filled.count == items.count else { return nil }
      return OptionValue(kind: .list(filled), text: value.text, range: value.range)
    case .mapping(let options):
      let filled = options.compactMap { option in
        self.filled(option.value, use).map {
          Option(name: option.name, nameRange: option.nameRange, value: $0)
        }
      }
      guard filled.count == options.count else { return nil }
      return OptionValue(kind: .mapping(filled), text: value.text, range: value.range)
    case .string(let text): return self.filled(text, value, use)
    }
  }

  private mutating func filled(
    _ text: String, _ value: OptionValue, _ use: ParameterUse
  ) -> OptionValue? {
    if let name = wholeName(text) {
      guard let known = parameters[name] else {
        report(unknown(name, in: value, at: 0..<text.utf8.count))
        return nil
      }
      return OptionValue(kind: known.kind, text: known.text, range: value.range)
    }
    let isNotation = use == .notation && text.contains("(")
    let found = ParameterText(text, isNotation: isNotation)
    guard !found.references.isEmpty else { return value }
    let missing = use == .words ? [] : found.references.filter { parameters[$0.name] == nil }
    for reference in missing { report(unknown(reference.name, in: value, at: reference.range)) }
    guard missing.isEmpty else { return nil }
    if isNotation { return value }
    let full = found.replacing { name in parameters[name].map { spelling($0, use) } }
    return OptionValue(kind: .string(full), text: full, range: value.range)
  }

  /// The parameter's name where a text is nothing else; one with hyphens must be known.
  private func wholeName(_ text: String) -> String? {
    guard text.hasPrefix("$") else { return nil }
    let name = String(text.dropFirst())
    if parameters[name] != nil { return name }
    return ParameterText(text).references.first?.range == 0..<text.utf8.count ? name : nil
  }

  /// A value inside of a text; a negative number stays one operand of an expression.
  private func spelling(_ value: OptionValue, _ use: ParameterUse) -> String {
    let isNegative =
      switch value.kind {
      case .int(let number): number < 0
      case .double(let number): number < 0
      default: false
      }
    return isNegative && use == .value ? "(\(value.text))" : value.text
  }

  private func unknown(_ name: String, in value: OptionValue, at place: Range<Int>) -> Diagnostic {
    let start = value.range.lowerBound + (value.textOffset ?? 0) + place.lowerBound
    return Diagnostic(
      code: "unknown-parameter",
      at: value.textOffset == nil ? value.range : start..<start + place.count,
      Message("unknown parameter '\(name)'", pt: "parâmetro desconhecido '\(name)'"),
      hint: hint(forParameter: name))
  }

  /// Sorting very many names for each of very many mistakes would take too long.
  private func hint(forParameter name: String) -> Message? {
    guard parameters.count <= Candidates.most else { return nil }
    return nearest(to: name, among: parameters.keys).map(Self.didYouMean)
      ?? Self.choices(parameters.keys.sorted())
  }
}
