internal import Diagnostics
internal import Notebooks

extension OptionReader {
  /// OutputWords for readers.
  mutating func words(_ name: String) -> Located<String>? { string(name, as: .words) }

  /// A text option.
  mutating func string(_ name: String, as use: ParameterUse = .value) -> Located<String>? {
    guard let value = value(name, as: use) else { return nil }
    switch value.kind {
    case .string, .int, .double, .bool: return Located(value: value.text, range: value.range)
    case .null, .list, .mapping:
      reportForm(name, value, expected: Message("a text", pt: "um texto"))
      return nil
    }
  }

  /// A whole number within `range`.
  mutating func int(_ name: String, in range: ClosedRange<Int>) -> Located<Int>? {
    guard let value = value(name) else { return nil }
    guard case .int(let number) = value.kind else {
      reportForm(name, value, expected: Message("a whole number", pt: "um número inteiro"))
      return nil
    }
    guard range.contains(number) else {
      reportRange(name, value, range)
      return nil
    }
    return Located(value: number, range: value.range)
  }

  /// `true` or `false`.
  mutating func bool(_ name: String) -> Bool? {
    guard let value = value(name) else { return nil }
    guard case .bool(let flag) = value.kind else {
      reportForm(name, value, expected: Message("true or false", pt: "true ou false"))
      return nil
    }
    return flag
  }

  /// A number: `0.5`, `2`, or a fraction `1/255`.
  mutating func number(_ name: String) -> Located<Double>? {
    guard let value = value(name) else { return nil }
    guard let number = Self.number(value) else {
      reportForm(name, value, expected: Message("a number", pt: "um número"))
      return nil
    }
    return Located(value: number, range: value.range)
  }

  /// A list of whole numbers within `range`; one number stands for a list of one.
  mutating func ints(_ name: String, in range: ClosedRange<Int>) -> Located<[Int]>? {
    guard let value = value(name) else { return nil }
    let items = Self.items(value)
    var numbers: [Int] = []
    for item in items {
      guard case .int(let number) = item.kind else {
        let expected = Message("a list of whole numbers", pt: "uma lista de números inteiros")
        reportForm(name, value, expected: expected)
        return nil
      }
      guard range.contains(number) else {
        reportRange(name, item, range)
        return nil
      }
      numbers.append(number)
    }
    return Located(value: numbers, range: value.range)
  }

  /// One of `choices`.
  mutating func choice(_ name: String, of choices: [String]) -> Located<String>? {
    guard let text = string(name) else { return nil }
    guard choices.contains(text.value) else {
      report(
        Diagnostic(
          code: "unknown-choice", at: text.range,
          Message(
            "'\(text.value)' is no value for '\(name)'",
            pt: "'\(text.value)' não é um valor de '\(name)'"),
          hint: nearest(to: text.value, among: choices).map(Self.didYouMean)
            ?? Self.choices(choices)))
      return nil
    }
    return text
  }

  /// A list's items; any other value is a list of one.
  ///
  /// Among attributes a list is a text, `input_shape=[28,28,1]`, and its items are plain scalars.
  static func items(_ value: OptionValue) -> [OptionValue] {
    switch value.kind {
    case .list(let items): return items
    case .string(let text) where text.hasPrefix("[") && text.hasSuffix("]"):
      return text.dropFirst().dropLast().split(separator: ",").map { item in
        let plain = String(item.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        return OptionValue(ParameterValue(parsing: plain), range: value.range)
      }
    default: return [value]
    }
  }

  /// A finite number, or a fraction of two.
  static func number(_ value: OptionValue) -> Double? {
    switch value.kind {
    case .int(let number): return Double(number)
    case .double(let number): return number.isFinite ? number : nil
    case .string(let text):
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 2, let above = plainDouble(parts[0]), let below = plainDouble(parts[1]),
        below != 0
      else { return nil }
      return above / below
    case .null, .bool, .list, .mapping: return nil
    }
  }

  private static func plainDouble(_ text: Substring) -> Double? {
    let digits = text.drop { $0 == " " }
    guard digits.allSatisfy({ $0.isNumber || $0 == "." || $0 == " " }) else { return nil }
    return Double(digits.filter { $0 != " " })
  }

  mutating func reportRange(_ name: String, _ value: OptionValue, _ range: ClosedRange<Int>) {
    let limit =
      range.upperBound == .max
      ? Message("at least \(range.lowerBound)", pt: "no mínimo \(range.lowerBound)")
      : Message(
        "from \(range.lowerBound) to \(range.upperBound)",
        pt: "de \(range.lowerBound) a \(range.upperBound)")
    report(
      Diagnostic(
        code: "out-of-range", at: value.range,
        Message(
          "'\(name)' must be \(limit.english), not \(value.text)",
          pt: "'\(name)' precisa ser \(limit.portuguese), não \(value.text)")))
  }
}
