import Diagnostics
import Foundation
import RunRecords
import Testing
import TestSupport

/// A row of the table of forms in docs/notebook-format.md.
struct FormCase: Sendable, CustomTestStringConvertible {
  let text: String
  let language: Language
  let read: Double
  let value: Double
  let becomes: String

  var testDescription: String { "\(text) (\(language.rawValue)) of \(value)" }

  /// The table's rows, with its signs for blanks made what they stand for.
  static let documented: [FormCase] = {
    let root = Project.root
    let file = root.appendingPathComponent("docs/notebook-format.md")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let lines = text.split(separator: "\n").drop { $0 != "<!-- number forms -->" }
      .prefix { $0 != "<!-- end of number forms -->" }.dropFirst(3)
    return lines.compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 5, let language = Language(tag: cells[1]), let read = Double(cells[2]),
        let value = Double(cells[3])
      else { return nil }
      return FormCase(
        text: blanks(cells[0]), language: language, read: read, value: value,
        becomes: blanks(cells[4]))
    }
  }()

  private static func blanks(_ cell: String) -> String {
    cell.replacing("`", with: "").replacing("·", with: "\u{A0}").replacing("_", with: "\u{202F}")
  }
}

/// A form made by chance, in parts that are known without reading it.
private struct MadeForm {
  var text: String
  var digits: Int
  var scale: Double

  /// - Parameter language: decides for forms that can be read in two ways.
  init(_ chance: inout SystemRandomness, _ language: Language) {
    let decimal = chance.pick([".", ","])
    digits = chance.below(5)
    let parting = chance.pick(
      ["", "", decimal == "." ? "," : ".", " ", "\u{A0}", "\u{2009}", "\u{202F}", "'"])
    let own = language == .english ? "." : ","
    var whole = String(chance.below(chance.pick([10, 1000, 1_000_000, 1_000_000_000])))
    if parting == own, digits == 0, whole.count < 7 {
      // One such group alone is read as decimals.
      whole = "1234567"
    } else if decimal != own, digits == 3, parting == "" || whole.count < 4 {
      whole = "0"
    }
    var text = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { text += parting }
      text.append(digit)
    }
    if digits > 0 { text += decimal + String(repeating: "5", count: digits) }
    let unit = chance.pick([
      ("", 1), ("", 1), ("%", 100), (" %", 100), ("\u{A0}%", 100), (" por cento", 100),
      (" por ciento", 100), (" millones", 1e-6),
      (" pp", 100),
      (" ‰", 1000), (" ms", 1), (" parâmetros", 1), ("×", 1), (" million", 1e-6), ("k", 1e-3),
    ])
    scale = unit.1
    self.text =
      chance.pick(["", "", "~", "≈", "~ ", "≈\u{A0}"]) + chance.pick(["", "", "-", "−", "+"])
      + text + unit.0
  }
}

/// Reproducible choices.
private struct SystemRandomness {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func below(_ limit: Int) -> Int {
    state = state &* 0xD134_2543_DE82_EF95 &+ 1
    return Int(state >> 33) % limit
  }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  /// Numbers of all sizes, most of them such as lessons have.
  mutating func value() -> Double {
    let digits = Double(below(1_000_000_007)) / 1_000_000_007
    let size = pick([1.0, 1, 10, 1000, 99_999, 5e6, 1e12])
    return (below(4) == 0 ? -1 : 1) * digits * size
  }
}

struct `The form of a number in prose` {
  @Test func `has a table in the docs`() { #expect(FormCase.documented.count >= 30) }

  @Test(arguments: FormCase.documented)
  func `is kept as the docs say`(example: FormCase) throws {
    let form = try #require(NumberForm(example.text, in: example.language))
    #expect(form.text(example.value) == example.becomes)
    // What it is read as, put into its own form, is the text itself.
    #expect(form.text(example.read) == example.text || example.becomes.contains(",322"))
  }

  /// The reader is the test's own: it knows from the table which marks part what.
  @Test func `gives the value rounded to its digits, and the same when filled again`() throws {
    let count = Int(ProcessInfo.processInfo.environment["CADERNO_SERIES"] ?? "") ?? 5_000
    for seed in 1...count {
      var chance = SystemRandomness(seed)
      let language = chance.pick(Language.allCases)
      let made = MadeForm(&chance, language)
      let value = chance.value()
      let form = try #require(NumberForm(made.text, in: language), "\(made.text) \(seed)")
      let filled = form.text(value)
      let shown = made.scale < 1 ? value / (1 / made.scale).rounded() : value * made.scale
      let expected = try #require(Double(String(format: "%.\(made.digits)f", shown)))
      let read = Reader(language).number(filled)
      #expect(read == expected, "\(seed): \(made.text) of \(value): \(filled)")
      let again = try #require(NumberForm(filled, in: language), "\(seed): \(filled)")
      #expect(again.text(value) == filled, "\(seed): \(made.text) of \(value)")
    }
  }

  @Test(arguments: [
    "abc", "%", "1..2", "1,2,34", "12 %%", "1e5", "~~~1", "1.", "1.234.5", "1,234 567", "12 m2",
    "1/255", "0.123.456", "--1", "28 × 28", "..5", ".5.5", "~~5", "$$5", "ABCD$ 5", "**5*", "*5**",
    "5*",
    "n = 5",
  ])
  func `is not read where there is none`(text: String) {
    for language in Language.allCases { #expect(NumberForm(text, in: language) == nil) }
  }

  @Test(arguments: [
    ("", NumberFormat.integer(grouped: true), 407_050.0, "407,050", "407\u{202F}050"),
    (" ", .fixed(digits: 4), 0.99188, "0.9919", "0,9919"),
    ("", .percent(digits: 2), 0.99188, "99.19%", "99,19\u{A0}%"),
    ("", .text, 0.001, "0.001", "0,001"), ("", .text, 200, "200", "200"),
    ("", .text, 1e-7, "0.0000001", "0,0000001"),
    ("", .text, 1e17, "100000000000000000", "100000000000000000"),
    ("", .plain(digits: 2), 0.99188, "0.99", "0.99"),
    ("NaN", .fixed(digits: 4), 0.99188, "0.9919", "0,9919"),
    ("~NaN %", .fixed(digits: 4), 0.99188, "~99.19 %", "~99,19 %"),
    ("−∞", .fixed(digits: 2), -3, "−3.00", "−3,00"),
  ])
  func `is the output's own where the author's shows none`(
    text: String, format: NumberFormat, value: Double, english: String, portuguese: String
  ) {
    #expect(NumberForm(text, otherwise: format, in: .english)?.text(value) == english)
    #expect(NumberForm(text, otherwise: format, in: .portuguese)?.text(value) == portuguese)
  }

  @Test(arguments: [(Double.nan, "~NaN %"), (.infinity, "~∞ %"), (-.infinity, "~−∞ %")])
  func `stays around what is no number`(value: Double, expected: String) throws {
    let filled = try #require(NumberForm("~98.9 %", in: .english)).text(value)
    #expect(filled == expected)
    #expect(NumberForm(filled, in: .english)?.text(value) == filled)
  }
}

/// Reads a filled number by the rules of the docs, and by nothing of the program's.
private struct Reader {
  let own: Character

  init(_ language: Language) { own = language == .english ? "." : "," }

  func number(_ text: String) -> Double? {
    let kept = text.filter { "0123456789.,-−'".contains($0) || $0.isWhitespace }
    let digits = kept.replacing("−", with: "-").filter { !$0.isWhitespace && $0 != "'" }
    let marks = digits.filter { $0 == "." || $0 == "," }
    var (whole, decimals) = (digits, "")
    if let last = marks.last, let place = digits.lastIndex(of: last), isDecimal(digits, marks) {
      whole = String(digits[..<place])
      decimals = String(digits[digits.index(after: place)...])
    }
    return Double(
      whole.filter { $0 != "." && $0 != "," } + "." + (decimals.isEmpty ? "0" : decimals))
  }

  private func isDecimal(_ digits: String, _ marks: String) -> Bool {
    guard let last = marks.last else { return false }
    if marks.count > 1 { return marks.first != last }
    let parts = digits.drop { $0 == "-" }.split(separator: last, omittingEmptySubsequences: false)
    let couldPart = parts[1].count == 3 && parts[0].count <= 3 && parts[0].first != "0"
    return last == own || !couldPart
  }
}

struct `Numbers in outputs` {
  /// The oracle is Foundation's formatting.
  @Test(arguments: [
    0, -0.0, 0.5, 1.5, 2.5, 0.125, 0.98939997, -1e-9, 1e21, 123456.789, 1e-300, 0.1 + 0.2,
    .greatestFiniteMagnitude,
  ])
  func `have exactly the digits asked for`(value: Double) {
    for digits in [0, 1, 4, 17] {
      let expected = String(format: "%.\(digits)f", value)
      let isZero = !expected.contains { "123456789".contains($0) }
      let text = isZero ? expected.replacing("-", with: "") : expected
      let format = NumberFormat.fixed(digits: digits)
      #expect(NumberForm(format, in: .english).text(value) == text)
      #expect(NumberForm(format, in: .portuguese).text(value) == text.replacing(".", with: ","))
      #expect(NumberForm(.plain(digits: digits), in: .portuguese).text(value) == text)
    }
  }

  @Test(arguments: [
    (0, "0", "0"), (999, "999", "999"), (1000, "1,000", "1\u{202F}000"),
    (-93322, "-93,322", "-93\u{202F}322"),
    (Int.min, "-9,223,372,036,854,775,808", "-9 223 372 036 854 775 808"),
  ])
  func `are grouped by thousands`(value: Int, english: String, portuguese: String) {
    let format = NumberFormat.integer(grouped: true)
    #expect(NumberForm(format, in: .english).text(value) == english)
    #expect(
      NumberForm(format, in: .portuguese).text(value)
        == portuguese.replacing(" ", with: "\u{202F}"))
    #expect(NumberForm(.integer(grouped: false), in: .portuguese).text(value) == "\(value)")
  }

  @Test(
    arguments: [
      (.nan, "NaN"), (.infinity, "∞"), (-.infinity, "−∞"), (1.0, "1.00"),
    ] as [(Double, String)])
  func `say what isn't finite`(value: Double, expected: String) {
    #expect(NumberForm(.fixed(digits: 2), in: .english).text(value) == expected)
  }
}
