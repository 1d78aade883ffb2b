#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The form in which an author wrote a number: "~98,9 %", "0.989", "98.94 %", "12 345".
public struct NumberForm: Hashable, Sendable {
  /// What stands in front, such as "~".
  let prefix: String
  /// What stands behind, such as " %".
  let suffix: String
  let isPercent: Bool
  /// Digits after the separator.
  let digits: Int
  let separator: Character
  /// What parts groups of three digits, if anything does.
  let grouping: Character?
  let minus: Character

  /// Reads the form of a number in prose; nil where the text is no number.
  public init?(_ text: String) {
    var rest = Substring(text)
    let lead = rest.prefix { $0 == "~" || $0 == "≈" || $0.isWhitespace }
    guard lead.count <= 2 else { return nil }
    prefix = String(lead)
    rest = rest.dropFirst(lead.count)
    minus = rest.first == "−" ? "−" : "-"
    if let sign = rest.first, sign == "-" || sign == "−" { rest = rest.dropFirst() }
    isPercent = rest.last == "%"
    let number = rest.prefix { $0.isASCII && $0.isNumber || Self.separators.contains($0) }
    let trimmed = Self.withoutTrailingBlanks(number)
    suffix = String(rest[trimmed.endIndex...])
    let end = suffix.filter { !$0.isWhitespace }
    guard end.isEmpty && suffix.isEmpty || end == "%" && suffix.count <= 2 else { return nil }
    guard let shape = Self.shape(trimmed) else { return nil }
    (separator, grouping, digits) = shape
  }

  /// `value` in this form. A percent form multiplies by 100; ties go to the nearest double's side.
  public func format(_ value: Double) -> String {
    let shown = isPercent ? value * 100 : value
    guard shown.isFinite else { return prefix + (shown.isNaN ? "NaN" : "∞") + suffix }
    let plain = fixed(shown.magnitude)
    let parts = plain.split(separator: ".")
    var text = grouped(String(parts[0]))
    if parts.count > 1 { text += String(separator) + parts[1] }
    let isZero = plain.allSatisfy { $0 == "0" || $0 == "." }
    return prefix + (shown < 0 && !isZero ? String(minus) : "") + text + suffix
  }

  private static let separators: Set<Character> = [
    ".", ",", " ", "\u{A0}", "\u{202F}", "\u{2009}", "'",
  ]

  private static func withoutTrailingBlanks(_ text: Substring) -> Substring {
    var text = text
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }

  private static func shape(
    _ number: Substring
  ) -> (separator: Character, grouping: Character?, digits: Int)? {
    let marks = number.filter { !$0.isNumber }
    let groups = number.split(omittingEmptySubsequences: false) { !$0.isNumber }
    guard groups.allSatisfy({ !$0.isEmpty }) else { return nil }
    guard let last = marks.last else { return (".", nil, 0) }
    let isLastSeparator =
      (last == "." || last == ",") && marks.filter { $0 == last }.count == 1
    let whole = isLastSeparator ? groups.dropLast() : groups[...]
    let groupMarks = isLastSeparator ? marks.dropLast() : marks[...]
    guard Set(groupMarks).count <= 1, whole.dropFirst().allSatisfy({ $0.count == 3 }),
      whole.count == 1 || whole[0].count <= 3
    else { return nil }
    let digits = isLastSeparator ? groups.last?.count ?? 0 : 0
    let separator: Character = isLastSeparator ? last : last == "." ? "," : "."
    return (separator, groupMarks.first, digits)
  }

  private func fixed(_ value: Double) -> String {
    var buffer = [CChar](repeating: 0, count: 400 + digits)
    _ = withVaList([Int32(min(digits, 300)), value]) {
      vsnprintf(&buffer, buffer.count, "%.*f", $0)
    }
    let bytes = buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
    return String(decoding: bytes, as: UTF8.self)
  }

  private func grouped(_ digits: String) -> String {
    guard let grouping else { return digits }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(grouping) }
      text.append(digit)
    }
    return text
  }
}
