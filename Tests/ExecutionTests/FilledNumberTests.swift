import Diagnostics
import Execution
import Foundation
import Notebooks
import RunRecords
import Testing

/// A form of numbers, made of parts that are known without reading it.
private struct MadeForm {
  var text = ""
  /// What stands around digits, marks and the sign.
  var frame: String
  var isPositive: Bool
  var thousands: Character?
  /// How much larger the number is that is shown.
  var scale: Double

  /// Leads with what closes them behind the number.
  private static let leads = [
    ("", ""), ("~", ""), ("≈ ", ""), ("**", "**"), ("*~", "*"), ("`", "`"), ("R$ ", ""),
    ("$", ""), ("€\u{A0}", ""), ("US$ **", "**"), ("≈\u{2009}£", ""), ("_¥", "_"),
    ("<b>", "</b>"), ("***", "** x*"), ("~**<i class='a'>", "</i>**"), ("\\$&nbsp;", "<br>"),
  ]
  private static let signs = ["", "", "-", "−", "–", "+"]
  /// Numbers with `D` for the decimal mark of a language, and what parts their thousands.
  private static let numbers: [(String, Character?)] = [
    ("0", nil), ("12", nil), ("1234", nil), ("0D9", nil), ("12D345678", nil), ("D98", nil),
    ("1 234", " "), ("1\u{A0}234D5", "\u{A0}"), ("1\u{2009}234", "\u{2009}"),
    ("1\u{202F}234D50", "\u{202F}"), ("1'234D5", "'"), ("1’234", "’"), ("1T234", "T"),
    ("1T234D56", "T"), ("0T989", nil), ("0T5", nil), ("1D234D567", "D"), ("T98", nil),
  ]
  private static let units: [(String, Double)] = [
    ("", 1), ("%", 100), (" %", 100), ("\u{A0}%", 100), ("\u{2009}%", 100), ("\u{202F}%", 100),
    (" por cento", 100), (" percent", 100), (" pp", 100), (" ‰", 1000), (" ms", 1), ("×", 1),
    ("&thinsp;%", 100), (" *%*", 100), (" <b>mil</b> m", 1e-3),
    ("k", 1e-3), (" mil", 1e-3), (" million", 1e-6), (" de \"ruído\" \\n", 1),
  ]

  /// Every `stride`th of all that can be made of the parts.
  static func catalog(_ language: Language, stride: Int) -> [MadeForm] {
    let marks = language == .english ? (decimal: ".", other: ",") : (decimal: ",", other: ".")
    var all: [MadeForm] = []
    for (lead, closing) in leads {
      for (sign, (number, parting)) in signs.flatMap({ sign in numbers.map { (sign, $0) } }) {
        for (unit, scale) in units {
          let digits = number.replacing("D", with: marks.decimal)
            .replacing("T", with: marks.other)
          let thousands = parting.map {
            $0 == "T" ? marks.other : $0 == "D" ? marks.decimal : "\($0)"
          }
          all.append(
            MadeForm(
              text: lead + sign + digits + unit + closing, frame: lead + unit + closing,
              isPositive: sign == "+", thousands: thousands.map(Character.init), scale: scale))
        }
      }
    }
    return all.indices.filter { $0 % stride == 0 }.map { all[$0] }
  }

  /// A filled text without what changes with its number.
  static func frame(of text: String) -> String {
    let digits = Set("0123456789")
    guard let first = text.firstIndex(where: { digits.contains($0) }),
      let last = text.lastIndex(where: { digits.contains($0) })
    else { return text }
    var lead = text[..<first]
    if let mark = lead.last, mark == "." || mark == "," { lead.removeLast() }
    return lead.filter { !"+-−–".contains($0) } + text[last...].dropFirst()
  }
}

/// A lesson with a number in each form, filled as a run fills it.
private struct Filled {
  private(set) var text: String
  private(set) var links: [FilledLink] = []
  private let language: Language

  init(_ text: String, _ language: Language) { (self.text, self.language) = (text, language) }

  func with(_ value: Double) throws -> Filled {
    let source = SourceText(file: "lesson.md", bytes: Array(text.utf8))
    let notebook = Notebook(source: source, vocabulary: DirectiveCatalog.vocabulary)
    var record = RunRecord(
      id: "", notebook: NotebookRecord(path: "lesson.md", sha256: ""), seed: 0,
      numericsVersion: 1, cadernoVersion: "",
      environment: EnvironmentRecord(operatingSystem: "", instructionSet: "", threads: 1),
      startedAt: "")
    let metric = MetricsOutput.Metric("x", value, format: .fixed(digits: 4))
    record.tasks = [
      TaskRecord(
        id: "v", kind: "value", sourceSHA256: "", lines: LineRange(1...1), key: "",
        outputs: [.metrics(MetricsOutput(name: "", metrics: [metric]))])
    ]
    var filled = self
    filled.links = RunResult(record).texts(for: notebook.runLinks, in: language)
    filled.text = String(decoding: try notebook.writing([], links: filled.links), as: UTF8.self)
    return filled
  }

  /// The first line that is another in a second lesson, for people.
  func difference(_ other: Filled) -> String {
    let pairs = zip(text.split(separator: "\n"), other.text.split(separator: "\n"))
    return pairs.first { $0 != $1 }.map { "\($0) | \($1)" } ?? ""
  }
}

struct `A number in prose` {
  private static let values = [
    12, 0.25, 1234, -0.5, 1_234_567.891, 0, -1234.5, .nan, 999.9999, .infinity, -12,
  ]

  private static func lesson(_ forms: [MadeForm]) -> String {
    forms.map { "[\($0.text)](run:v.x)\n\n" }.joined()
  }

  private static let isLong =
    (Int(ProcessInfo.processInfo.environment["CADERNO_SERIES"] ?? "") ?? 0) > 2_000

  /// What is filled last is all that can be seen; with many series (CADERNO_SERIES) each value follows each other.
  @Test(arguments: Language.allCases)
  func `is filled the same whatever it was filled with before`(language: Language) throws {
    let forms = MadeForm.catalog(language, stride: Self.isLong ? 5 : 101)
    let start = Filled(Self.lesson(forms), language)
    let direct = try Self.values.map { try start.with($0) }
    for filled in direct { #expect(filled.links.count == forms.count) }
    let tasks = Self.isLong ? Array(1..<direct.count) : [1, 4]
    for (index, first) in direct.enumerated() {
      for task in tasks {
        let next = (index + task) % direct.count
        let second = try first.with(Self.values[next])
        let isSame = second.text == direct[next].text
        #expect(
          isSame,
          "\(Self.values[index]), then \(Self.values[next]): \(second.difference(direct[next]))")
      }
      #expect(try first.with(Self.values[index]).text == first.text)
    }
  }

  @Test(arguments: Language.allCases)
  func `keeps what its author wrote around and between the digits`(language: Language) throws {
    let forms = MadeForm.catalog(language, stride: 31)
    let start = Filled(Self.lesson(forms), language)
    for value in Self.values where value.isFinite {
      let filled = try start.with(value)
      for (form, link) in zip(forms, filled.links) {
        let about = "\(form.text) of \(value): \(link.text)"
        #expect(MadeForm.frame(of: link.text) == form.frame, "\(about)")
        let shown = value * form.scale
        if shown > 0 { #expect(link.text.contains("+") == form.isPositive, "\(about)") }
        // One point or comma alone between groups can be what the language has before decimals.
        guard let thousands = form.thousands, abs(shown) >= 1000 else { continue }
        if form.text.contains(".") || form.text.contains(",") { continue }
        #expect(link.text.contains(thousands), "\(about)")
      }
    }
  }

  @Test(arguments: [
    ("[1,234](run:v.x)", 12, "[12](run:v.x \"as 1,000\")"),
    ("[12](run:v.x \"as 1,000\")", 12, "[12](run:v.x \"as 1,000\")"),
    ("[12](run:v.x \"as 1,000\")", 1234, "[1,234](run:v.x)"),
    ("[](<run:v.x>  'as R$ 1,000.0')", 1234.56, "[R$ 1,234.6](<run:v.x>)"),
    ("[](run:v.x \"as 7,654\")", 7, "[7](run:v.x \"as 1,000\")"),
    ("[+2.1 %](run:v.x)", -0.0317, "[-3.2 %](run:v.x \"as +0.0 %\")"),
    ("[−0.5](run:v.x)", 0.25, "[0.2](run:v.x \"as −0.5\")"),
    ("[~98.9 %](run:v.x)", .nan, "[~NaN %](run:v.x \"as ~0.0 %\")"),
    ("[0,989](run:v.x)", 12.345, "[12.345](run:v.x \"as 0,000\")"),
    ("[.98](run:v.x)", 1.5, "[1.50](run:v.x \"as .00\")"),
    ("[1,234 m \"x\"](run:v.x)", 12, "[12 m \"x\"](run:v.x \"as 1,000 m \\\"x\\\"\")"),
    ("[1,234 m \\n](run:v.x)", 12, "[12 m \\n](run:v.x \"as 1,000 m \\\\n\")"),
    ("[1,234](run:v.x \"of all\")", 12, "[12](run:v.x \"of all\")"),
    ("[98 %](run:v.x \"as of 2024\")", 0.99, "[99 %](run:v.x \"as of 2024\")"),
    ("[<b>98,2 %</b>](run:v.x)", 0.99188, "[<b>99,2 %</b>](run:v.x)"),
    ("[<b id=\"n1\">98</b>&nbsp;%](run:v.x)", 0.99, "[<b id=\"n1\">99</b>&nbsp;%](run:v.x)"),
    ("[1&nbsp;234](run:v.x)", 407_050, "[407&nbsp;050](run:v.x)"),
    ("[1&#160;234](run:v.x)", 12, "[12](run:v.x \"as 1&#160;000\")"),
    ("[12](run:v.x \"as 1&#160;000\")", 1234, "[1&#160;234](run:v.x)"),
    ("[\\$ 1,234.50](run:v.x)", 12, "[\\$ 12.00](run:v.x \"as \\\\$ 1,000.00\")"),
    ("[&minus;0.5](run:v.x)", -2.25, "[&minus;2.2](run:v.x)"),
    ("[**98** *%*](run:v.x)", 0.99, "[**99** *%*](run:v.x)"),
    ("[***98** %*](run:v.x)", 0.99, "[***99** %*](run:v.x)"),
    ("[407 **mil**](run:v.x)", 1_199_882, "[1200 **mil**](run:v.x)"),
    ("[12 <small>ms</small>](run:v.x)", 7, "[7 <small>ms</small>](run:v.x)"),
    ("[12<!-- 13 --> m](run:v.x)", 7, "[7<!-- 13 --> m](run:v.x)"),
    ("[1\u{A0}234&nbsp;m](run:v.x)", 7_654_321, "[7\u{A0}654\u{A0}321&nbsp;m](run:v.x)"),
    ("[1&nbsp;234 m&#769;](run:v.x)", 7, "[1&nbsp;234 m&#769;](run:v.x)"),
    ("[12 m\u{301}&#769;](run:v.x)", 7, "[12 m\u{301}&#769;](run:v.x)"),
    ("[<b>98](run:v.x)", 7, "[<b>98](run:v.x)"), ("[98</b>](run:v.x)", 7, "[98</b>](run:v.x)"),
    ("[<b>**98</b>**](run:v.x)", 7, "[<b>**98</b>**](run:v.x)"),
    ("[98**](run:v.x)", 7, "[98**](run:v.x)"),
    ("[12<sup>2</sup>](run:v.x)", 7, "[12<sup>2</sup>](run:v.x)"),
    ("> [1,234](run:v.x\n> 'as 1,000')", 1234, "> [1,234](run:v.x\n> 'as 1,000')"),
  ])
  func `has its form in the link's title where its text doesn't show it`(
    text: String, value: Double, expected: String
  ) throws {
    #expect(try Filled(text, .english).with(value).text == expected)
  }

  @Test func `has a title in the lesson's language, and in no page`() throws {
    let filled = try Filled("[1.234](run:v.x)", .portuguese).with(12)
    #expect(filled.text == "[12](run:v.x \"como 1.000\")")
    #expect(filled.links[0].readerEdits.map(\.text) == ["12", ""])
  }
}
