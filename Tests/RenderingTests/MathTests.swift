import Diagnostics
import Testing
import TestSupport

@testable import Rendering

@Suite struct `Mathematics` {
  /// A formula as Pandoc and KaTeX have it.
  struct Example: Decodable, CustomStringConvertible {
    let source: String
    let pandoc: String?
    let katex: String?
    /// Why it is like neither.
    let reason: String?

    var description: String { source }
  }

  private static let examples: [Example] = Fixture.read("rendering/formulas.json")

  @Test(arguments: examples)
  func `is what Pandoc or KaTeX makes of it`(example: Example) throws {
    let html = Self.html(example.source, isDisplay: true)
    let tree = try #require(FormulaTree.normalized(html))
    let isAlike = tree == example.pandoc || tree == example.katex
    #expect(
      isAlike == (example.reason == nil),
      "\(tree)\n  Pandoc \(example.pandoc ?? "none")\n  KaTeX  \(example.katex ?? "none")")
  }

  @Test func `has what the examples need`() {
    #expect(Self.examples.count >= 400)
    #expect(Self.examples.filter { $0.reason != nil }.count <= 24)
  }

  private static let cases: [(String, String)] = [
    ("x^2", "<msup><mi>x</mi><mn>2</mn></msup>"),
    ("a_{ij}", "<msub><mi>a</mi><mrow><mi>i</mi><mi>j</mi></mrow></msub>"),
    ("28-3+1=26", "<mn>28</mn><mo>−</mo><mn>3</mn><mo>+</mo><mn>1</mn><mo>=</mo><mn>26</mn>"),
    ("2{,}303", "<mn>2,303</mn>"),
    ("a=-b", "<mi>a</mi><mo>=</mo><mo form=\"prefix\">−</mo><mi>b</mi>"),
    (
      "\\ln 10 \\approx \\pi",
      "<mi>ln</mi><mspace width=\"0.167em\"></mspace><mn>10</mn><mo>≈</mo><mi>π</mi>"
    ),
    ("\\cancel{x}", "<mrow class=\"m-su\"><mi>x</mi></mrow>"),
    (
      "\\begin{array}{c@{}c}a&b\\\\\\cline{2-2}c\\end{array}",
      "<mtable><mtr><mtd class=\"m-jr\"><mi>a</mi></mtd><mtd class=\"m-jl\"><mi>b</mi></mtd></mtr>"
        + "<mtr><mtd class=\"m-jr\"><mi>c</mi></mtd><mtd class=\"m-rt m-jl\"></mtd></mtr></mtable>"
    ),
    ("\\sqrt[3]{x}", "<mroot><mi>x</mi><mn>3</mn></mroot>"),
    ("\\frac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
    ("f'", "<msup><mi>f</mi><mi>′</mi></msup>"),
    ("\\mathbb{R}", "<mi>ℝ</mi>"),
    ("\\mathrm{Var}", "<mi>Var</mi>"),
    ("a<b", "<mi>a</mi><mo>&lt;</mo><mi>b</mi>"),
    (
      "\\max_x f",
      "<munder><mo lspace=\"0\" rspace=\"0\" movablelimits=\"true\">max</mo><mi>x</mi></munder>"
        + "<mspace width=\"0.167em\"></mspace><mi>f</mi>"
    ),
    ("\\textcolor{red}{x}", "<mstyle class=\"t-f1\"><mi>x</mi></mstyle>"),
    ("\\textcolor{#08f}{x}", "<mstyle mathcolor=\"#08f\"><mi>x</mi></mstyle>"),
    ("\\boldsymbol{\\theta}", "<mi>𝜽</mi>"),
    ("a \\\\ b", Self.lines), ("a \\\\", "<mi>a</mi>"),
    ("\\Gamma", "<mi mathvariant=\"normal\">Γ</mi>"),
    ("\\text{ if }", "<mtext>\u{A0}if\u{A0}</mtext>"),
    ("a\\!b", "<mi>a</mi><mspace class=\"m-neg\"></mspace><mi>b</mi>"),
    (
      "\\def\\f#1{#1^2}\\f{x}\\f y",
      "<msup><mi>x</mi><mn>2</mn></msup><msup><mi>y</mi><mn>2</mn></msup>"
    ),
    ("\\newcommand\\p[2][n]{#1_#2}\\p{i}", "<msub><mi>n</mi><mi>i</mi></msub>"),
    ("\\DeclareMathOperator{\\tr}{tr}\\tr(A)", Self.trace),
    ("{\\def\\x{y}\\x}", "<mi>y</mi>"),
  ]

  private static let lines =
    "<mtable displaystyle=\"true\"><mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr></mtable>"

  private static let trace =
    "<mi>tr</mi><mo stretchy=\"false\" form=\"prefix\">(</mo><mi>A</mi>"
    + "<mo stretchy=\"false\" form=\"postfix\">)</mo>"

  @Test(arguments: cases)
  func `becomes MathML`(source: String, expected: String) {
    let html = Self.html(source)
    #expect(html.hasPrefix("<math><semantics><mrow>\(expected)</mrow><annotation"), "\(html)")
    #expect(XMLReader(html).isWellFormed)
  }

  @Test(arguments: [
    "\\unknown", "{", "}", "x^", "x^2^3", "x_", "\\frac{1}", "\\text{", "\\", "a & b",
    "<script>\\x",
    "\\begin{foo}x\\end{foo}", "\\begin{matrix}x", "\\begin{matrix}x\\end{array}", "\\left(x",
    "\\left x\\right)", "x\\right)", "\\sqrt[3", "50%", "#1", "$", "\\color{nosuch}x",
    "\\textcolor{red;x}{y}", "\\begin{array}{lq}a\\end{array}", "\\def\\x#2{}\\x", "\\not x",
    "{\\def\\x{y}}\\x", "\\hspace{-1em}", "\\text{a_b}", "\\text{$x}", "\\operatorname{}",
    String(repeating: "{", count: 2000), String(repeating: "x^{", count: 900),
    String(repeating: "\\sqrt", count: 9000), "\\def\\x{\\x}\\x", "\\def\\x{\\x\\x}\\x",
    "\\def\\a{aaaaaaaaaa}\\def\\b{\\a\\a\\a\\a\\a\\a\\a\\a}\\def\\c{\\b\\b\\b\\b\\b\\b\\b\\b}"
      + "\\def\\d{\\c\\c\\c\\c\\c\\c\\c\\c}\\def\\e{\\d\\d\\d\\d\\d\\d\\d\\d}\\e\\e",
    String(repeating: "x", count: 1 << 16) + "x",
  ])
  func `that is not understood stays as it is`(source: String) {
    #expect(Self.html(source) == "<code class=\"tex\">\(Escaping.markup(source))</code>")
  }

  @Test func `costs no more than its length`() {
    for piece in ["x^2", "\\frac12", "{x}", "\\text{a}", "\\def\\x{y}", "a&b\\\\", "[", "\\big("] {
      let long = String(repeating: piece, count: (1 << 14) / piece.utf8.count)
      let started = ContinuousClock.now
      _ = Self.html(long)
      #expect(ContinuousClock.now - started < .seconds(20), "\(piece)")
    }
  }

  @Test func `has numbers and links over the whole page`() {
    var page = PageFormulas(language: .english)
    var html = page.html("a \\eqref{later} \\ref{own} \\eqref{none}", isDisplay: false)
    html += page.html("\\begin{equation}a\\end{equation}", isDisplay: true)
    html += page.html("b \\label{later}", isDisplay: true)
    html += page.html("c \\tag{A}\\label{own}", isDisplay: true)
    html += page.html("\\begin{align}d\\notag\\\\e\\end{align}", isDisplay: true)
    html = page.references.resolved(html)
    #expect(html.contains("<mtext><a href=\"#eq:later\">(2)</a></mtext>"))
    #expect(html.contains("<mtext><a href=\"#eq:own\">A</a></mtext>"))
    #expect(html.contains("<mtext>(???)</mtext>"))
    #expect(html.contains("<mtr id=\"eq:later\">"))
    for tag in ["(1)", "(2)", "(A)", "(3)"] { #expect(html.contains("<mtext>\(tag)</mtext>")) }
    #expect(!html.contains("<mtext>(4)</mtext>"))
  }

  @Test func `knows what earlier formulas and the lesson define`() {
    var page = PageFormulas(
      macros: ["R": TeXMacro("\\mathbb{R}")].compactMapValues { $0 }, language: .english)
    #expect(page.html("\\newcommand{\\x}{\\R}", isDisplay: true).isEmpty)
    #expect(page.html("\\x", isDisplay: false).contains("<mi>ℝ</mi>"))
  }

  private static func html(_ source: String, isDisplay: Bool = false) -> String {
    var page = PageFormulas(language: .english)
    return page.html(source, isDisplay: isDisplay)
  }
}
