import Diagnostics
import Notebooks
import RunRecords
import Testing

@testable import Rendering

@Suite struct `Formulas of a lesson` {
  private static let front = """
    ---
    caderno:
      macros:
        R: \\mathbb{R}
        norm: '\\lVert #1 \\rVert'
    ---

    """

  @Test func `are shown with the lesson's macros`() {
    let page = Sample.page(Self.front + "$x \\in \\R$ and $\\norm{x}$\n")
    #expect(page.contains("<mi>x</mi><mo>∈</mo><mi>ℝ</mi>"))
    #expect(page.contains("<mo stretchy=\"false\" form=\"prefix\">‖</mo><mi>x</mi>"))
    #expect(!page.contains("<code class=\"tex"))
    #expect(StrictPage(page).finds.isEmpty)
  }

  @Test func `may stand in fences of their own`() {
    let markdown = "```math\na < \\frac12\n```\n\n~~~ math\nb\n~~~\n\n```python\n$x$\n```\n"
    let page = Sample.page(markdown)
    #expect(
      page.contains("<math display=\"block\"><semantics><mrow><mi>a</mi><mo>&lt;</mo><mfrac>"))
    #expect(page.ranges(of: "<math").count == 2)
    #expect(StrictPage(page).finds.isEmpty)
  }

  @Test func `have links to each other`() {
    let page = Sample.page(
      "By $\\eqref{b}$.\n\n$$\na \\label{a}\n$$\n\n## See $\\ref{a}$\n\n$$b\\label{b}$$\n\n$$c\\label{b}$$\n"
    )
    #expect(page.contains("<a href=\"#eq:b\">(2)</a>"))
    #expect(page.contains("<a href=\"#eq:a\">1</a>"))
    #expect(page.ranges(of: "id=\"eq:b\"").count == 1)
    #expect(StrictPage(page).finds.isEmpty)
  }

  @Test func `are plain links where they are nothing but a reference`() {
    let page = Sample.page("By $\\eqref{a}$ and ${\\ref{a}}$.\n\n$$x \\label{a}$$\n")
    #expect(
      page.contains("<p>By <a href=\"#eq:a\">(1)</a> and <a href=\"#eq:a\">1</a>.</p>"))
  }

  /// The law: what may be wider than a narrow screen can be reached by the keyboard and has a name.
  @Test func `scroll by the keyboard where they are wide`() {
    let box =
      "<span class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Fórmula\"><math display"
    let start = "---\nlang: pt\n---\n\n"
    for count in [1, 2, 5, 9, 12, 20, 40] {
      let sum = (1...count).map { "a_{\($0)}" }.joined(separator: " + ")
      for source in [sum, "\\frac{1}{\(sum)}", "\\begin{cases} \(sum) & x > 0 \\\\ 0 \\end{cases}"]
      {
        let page = Sample.page(start + "$$\(source)$$\n")
        if count >= 12 { #expect(page.contains(box), "\(source)") }
        if count <= 5 { #expect(!page.contains(box), "\(source)") }
        #expect(!Sample.page(start + "$\(source)$\n").contains(box))
        #expect(StrictPage(page).finds.isEmpty)
      }
    }
  }

  @Test func `have no links in the list of headings`() {
    let heads = (1...4).map { "## H\($0) $\\eqref{a}$\n\n" }.joined()
    let page = Sample.page(heads + "$$x\\label{a}$$\n")
    #expect(page.contains("<a href=\"#h1-eqrefa\">H1 (1)</a>"))
    #expect(page.ranges(of: "<a href=\"#eq:a\">").count == 4)
    #expect(StrictPage(page).finds.isEmpty)
  }

  @Test func `in a heading have their names once, which its list doesn't repeat`() {
    let page = Sample.page(
      "---\ntoc: true\n---\n\n## A <span title=\"x id=\" id=\"own\">y</span> "
        + "$\\begin{equation}x\\label{a}\\end{equation}$\n")
    #expect(page.ranges(of: "<nav class=\"contents\"").count == 1)
    #expect(page.ranges(of: "id=\"eq:a\"").count == 1)
    #expect(page.ranges(of: "id=\"own\"").count == 1)
    #expect(page.ranges(of: "title=\"x id=\"").count == 2)
    #expect(StrictPage(page).finds.isEmpty)
  }

  @Test func `bring their style rules where there are any`() {
    #expect(!Sample.page("# A\n\ntext\n").contains(FormulaStyle.sheet))
    #expect(Sample.page("$x$\n").contains(FormulaStyle.sheet))
  }

  @Test func `that a cell shows have neither numbers nor names`() {
    let latex = "$\\begin{equation}x\\label{a}\\end{equation} \\eqref{a}$"
    let output = Output.text(
      .init(name: "o", text: "x", shown: .init(isResult: true, forms: ["text/latex": latex])))
    let page = Sample.page("```yaml {.fit #s}\nmodel: m\n```\n", tasks: [Sample.task([output])])
    #expect(page.contains("<mi>x</mi>"))
    #expect(!page.contains("(1)"))
    #expect(!page.contains("eq:a"))
    #expect(page.contains("(???)"))
  }

  // MARK: - What lint says

  private static let findings: [(markdown: String, expected: [String])] = [
    ("Fine: $x^2$, $5 and $6.\n", []),
    ("# T\n\nLook: $a + \\fooo b$.\n", ["3:12 formula-command '\\fooo' isn't known"]),
    ("$\\alhpa$\n", ["1:2 formula-command '\\alhpa' isn't known"]),
    ("`$\\foo$` gives $\\foo$\n", ["1:17 formula-command '\\foo' isn't known"]),
    ("$$\na\n+ }\n$$\n", ["3:3 formula-syntax '}' can't stand here"]),
    ("text\r\n\r\n$$\r\na\r\n\\bar\r\n$$\r\n", ["5:1 formula-syntax '{' is missing"]),
    ("```math\nx\n\\nope\n```\n", ["3:1 formula-command '\\nope' isn't known"]),
    ("$\\begin{tikz}x\\end{tikz}$\n", ["1:2 formula-command '\\begin{tikz}' isn't known"]),
    ("- one\n- two $x^2^3$\n", ["2:11 formula-syntax '^' can't stand here"]),
    (
      "$\\eqref{x}$ $$a\\label{y}$$ $$b\\label{y}$$\n",
      [
        "1:2 formula-label no formula has the label 'x'",
        "1:30 formula-label another formula has the label 'y' too",
      ]
    ),
    ("| a |\n|---|\n| $\\nope$ |\n", ["3:4 formula-command '\\nope' isn't known"]),
  ]

  @Test(arguments: findings)
  func `are named with their place where a page shows their source`(
    markdown: String, expected: [String]
  ) {
    let notebook = Sample.lesson(markdown).notebook
    let found = notebook.withFormulas([]).map { finding in
      let place = notebook.source.position(at: finding.range.lowerBound)
      let message = finding.message.text(in: .english).prefix { $0 != ":" }
      return "\(place.line):\(place.column) \(finding.code) \(message)"
    }
    #expect(found == expected)
    #expect(!notebook.withFormulas([]).hasErrors)
  }

  @Test func `have a hint where a name is near`() {
    let finding = Sample.lesson("$\\alhpa$\n").notebook.withFormulas([]).first
    #expect(finding?.hint?.text(in: .english) == "did you mean '\\alpha'?")
  }
}
