import Diagnostics
import Testing

struct `A source text` {
  @Test
  func `begins a line after LF, CRLF and a lone CR`() {
    let source = SourceText(file: "a.md", bytes: Array("a\nb\r\nc\rd".utf8))
    #expect(source.lineStarts == [0, 2, 5, 7])
    #expect(
      (1...4).map { String(decoding: source.line($0), as: UTF8.self) } == ["a", "b", "c", "d"])
    #expect(source.line(0).isEmpty && source.line(5).isEmpty)
  }

  @Test
  func `counts columns in Unicode scalars and bounds offsets`() {
    let source = SourceText(file: "a.md", bytes: Array("é1\nx".utf8))
    #expect(source.position(at: 2) == SourcePosition(line: 1, column: 2))
    #expect(source.position(at: 99) == SourcePosition(line: 2, column: 2))
    #expect(source.position(at: -1) == SourcePosition(line: 1, column: 1))
  }
}

struct `A diagnostic` {
  let source = SourceText(file: "lesson.md", bytes: Array("ok\n\té Dens(10)\n".utf8))
  let diagnostic = Diagnostic(
    code: "unknown-layer", at: 7..<11,
    Message("unknown layer 'Dens'", pt: "camada desconhecida 'Dens'"),
    hint: Message("did you mean 'Dense'?", pt: "você quis dizer 'Dense'?"))

  @Test
  func `is shown in English with its line and caret`() {
    let formatter = DiagnosticFormatter(source: source, language: .english)
    #expect(
      formatter.format([diagnostic]) == """
        lesson.md:2:4: error: unknown layer 'Dens' [unknown-layer]
            2 | \té Dens(10)
              | \t  ^~~~
          hint: did you mean 'Dense'?

        """)
  }

  @Test
  func `is shown in Portuguese`() {
    let formatter = DiagnosticFormatter(source: source, language: .portuguese)
    #expect(
      formatter.format(diagnostic) == """
        lesson.md:2:4: erro: camada desconhecida 'Dens' [unknown-layer]
            2 | \té Dens(10)
              | \t  ^~~~
          dica: você quis dizer 'Dense'?
        """)
  }

  @Test
  func `comes in the order of places`() {
    let early = Diagnostic(.note, code: "n", at: 0..<0, Message("first", pt: "primeiro"))
    let text = DiagnosticFormatter(source: source, language: .english).format([diagnostic, early])
    #expect(text.hasPrefix("lesson.md:1:1: note: first [n]\n    1 | ok\n      | ^\n"))
    #expect([early].hasErrors == false)
    #expect([early, diagnostic].hasErrors)
  }
}

struct `The nearest name` {
  @Test(arguments: [
    ("Dens", "Dense"), ("dense", "Dense"), ("Flaten", "Flatten"), ("epohcs", "epochs"),
  ])
  func `is suggested`(written: String, meant: String) {
    #expect(nearest(to: written, among: ["Dense", "Flatten", "epochs"]) == meant)
  }

  @Test(arguments: ["", "x", "Conv2D", "abcdef"])
  func `is nil where nothing is near`(written: String) {
    #expect(nearest(to: written, among: ["Dense", "Flatten", "epochs"]) == nil)
  }

  @Test
  func `is read from language tags`() {
    #expect(Language(tag: "pt_BR.UTF-8") == .portuguese)
    #expect(Language(tag: "EN-gb") == .english)
    #expect(Language(tag: "fr") == nil)
  }
}
