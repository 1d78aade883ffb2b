@testable import Comparison
import Diagnostics
import RunRecords
import Testing

struct `A report` {
  @Test func `tells the cause, then both sides and how far apart they are`() {
    let other = ChangedRecord("epochs") {
      $0.seed = 7
      $0.edit("t") {
        $0.inputs?["option epochs"] = "5"
        $0.key = "other"
      }
      $0.editHistory { $0.rows[1][1] += 0.002 }
      $0.editText("one\nzwei 0.5000\nthree\nfour\n")
    }
    #expect(
      text(other) == """
        seed: 0 → 7
        t (fit): different
          because: option epochs: 3 → 5
          history (history)
            epoch 2, accuracy: 0.75 → 0.752  +0.002 (0.266 %)
        k (keras): different
          because: nothing changed, yet the outputs differ: this is an error of the engine, please \
        report it
          out (text)
            text:
              ~ [-two-]{+zwei+} 0.5000
              + four
        5 equal, 2 different

        """)
  }

  @Test func `speaks Portuguese`() {
    let other = ChangedRecord("gone") {
      $0.tasks.removeLast()
      $0.edit("t") { $0.key = "" }
      $0.editHistory { $0.weightsSHA256 = BaseRecord.hash("f") }
    }
    #expect(
      text(other, language: .portuguese) == """
        t (fit): diferente
          porque: os resultados no caderno foram editados à mão
          history (history)
            pesos: eeeeeeeeeeee… → ffffffffffff…
        x (fit): removido
          error (error, removido)
        5 iguais, 2 diferentes

        """)
  }

  @Test(arguments: [
    (["epoch 3", "loss"], "época 3, loss"), (["panel 2", "title"], "painel 2, título"),
    (["text"], "texto"), (["note 1"], "nota 1"), (["row 2", "text"], "linha 2, texto"),
    (["cats", "text"], "cats, text"), (["epoch x"], "epoch x"), ([], ""),
  ]) func `tells places in Portuguese, but for what an author named`(
    _ place: [String], _ told: String
  ) {
    #expect(PlaceWords.text(place, in: .portuguese) == told)
    #expect(PlaceWords.text(place, in: .english) == place.joined(separator: ", "))
  }

  @Test func `says what is within tolerance`() {
    let other = ChangedRecord("near") { $0.editMetrics { $0.metrics[1].value = 0.815 } }
    #expect(
      text(other, tolerance: Tolerance(absolute: 0.005)) == """
        e (evaluate): within tolerance
          because: nothing changed, yet the outputs differ: this is an error of the engine, please \
        report it
          metrics (metrics)
            accuracy: 0.8125 → 0.815  +0.0025 (0.307 %)  within tolerance
        6 equal, 1 within tolerance, 0 different

        """)
  }

  @Test func `passes over what changed without any effect`() {
    let other = ChangedRecord("seed") {
      $0.edit("t") { ($0.key, $0.inputs) = ("other", ["seed": "7"]) }
    }
    #expect(text(other) == "7 equal, 0 different\n")
    #expect(RunComparison(BaseRecord.record, other.record).isEmpty == false)
  }

  @Test func `counts the values of a picture that differ`() {
    let other = ChangedRecord("pixel") {
      $0.editFigure("d", 1) { figure in
        guard case .picture(var picture) = figure.figure.panels[0].content else { return }
        picture.pixels = [0, 9, 100, 0]
        figure.figure.panels[0].content = .picture(picture)
      }
    }
    #expect(
      text(other).contains(
        "    panel 1, picture: 2 of 4 values of the picture differ, by at most 255 of 255\n"))
  }

  @Test func `tells which link of a chain has another number`() {
    let (old, new) = (chain(parameters: 70), chain(parameters: 84))
    let text = TextReport(RunComparison(old, new), language: .english).tasks
    #expect(text.contains("    panel 1, dense, value: 70 → 84  +14 (16.7 %)\n"), "\(text)")
    #expect(text.contains("    panel 1, dense, detail: [-10-]{+12+}\n"), "\(text)")
  }

  private func chain(parameters: Double) -> RunRecord {
    let links = [
      Figure.Chain.Link(kind: "input", detail: "6"),
      .init(
        kind: "Dense", name: "dense", detail: parameters == 70 ? "10" : "12", value: parameters),
    ]
    return ChangedRecord("chain") {
      $0.editFigure("d", 1) { figure in
        figure.figure.panels[0].content = .chain(.init(valueLabel: "parameters", links: links))
      }
    }.record
  }

  @Test func `tells a drawing's words, not its source`() {
    let comparison = RunComparison(drawing("loss 0.5", "M1 2"), drawing("loss 0.4", "M1 3"))
    #expect(
      TextReport(comparison, language: .english).tasks == """
        f (figure): different
          because: nothing changed, yet the outputs differ: this is an error of the engine, please \
        report it
          f.svg (text)
            loss [-0.5-]{+0.4+}
            2 elements of the drawing differ

        """)
  }

  @Test(arguments: [(0.0, Verdict.different), (0.05, .different), (0.2, .withinTolerance)])
  func `judges a drawing by its words where there is a tolerance`(
    absolute: Double, verdict: Verdict
  ) {
    let comparison = RunComparison(
      drawing("loss 0.500", "M1 2"), drawing("loss 0.400", "M90 3"),
      tolerance: Tolerance(absolute: absolute))
    #expect(comparison.verdict == verdict)
  }

  @Test func `tells very long texts by their beginnings`() {
    let line = String(repeating: "a ", count: 100_000)
    let other = ChangedRecord("long") { $0.editText(line.replacing("a", with: "b")) }
    var base = BaseRecord.record
    base.editText(line)
    let report = TextReport(RunComparison(base, other.record), language: .english).tasks
    let (a, b) = (String(repeating: "a ", count: 100), String(repeating: "b ", count: 100))
    #expect(report.hasSuffix("    text: [-\(a)…-] {+\(b)…+}\n"))
  }

  @Test func `counts the elements of a drawing that is very long`() {
    let lines = (0..<100_000).map { "M\($0)" }
    let comparison = RunComparison(
      drawing("t", lines.joined(separator: "\n")),
      drawing("t", lines.reversed().joined(separator: "\n")))
    let report = TextReport(comparison, language: .english).tasks
    #expect(report.hasSuffix("    100004 elements of the drawing differ\n"))
  }

  @Test func `has a line for each directive in its summary`() {
    let other = ChangedRecord("moved") {
      $0.tasks.swapAt(4, 5)
      $0.edit("e") { ($0.id, $0.sourceSHA256) = ("test", BaseRecord.hash("9")) }
    }
    let report = TextReport(
      RunComparison(BaseRecord.record, other.record), language: .english)
    #expect(
      report.summary == """
        d (data): equal
        m (model): equal
        t (fit): equal
        test (evaluate): equal, edited, was 'e'
        k (keras): equal, moved
        c (figure): equal, moved
        x (fit): equal
        7 equal, 0 different

        """)
  }

  @Test func `marks words with color on a terminal, and with characters for a page`() {
    let other = ChangedRecord("word") { $0.editText("one\nzwei 0.5000\nthree\n") }
    let comparison = RunComparison(BaseRecord.record, other.record)
    let painted = TextReport(comparison, language: .english, ink: .terminal).text
    #expect(painted.contains("~ \u{1B}[31m[-two-]\u{1B}[0m\u{1B}[32m{+zwei+}\u{1B}[0m 0.5000\n"))
    let marked = TextReport(comparison, language: .english, ink: .marks).text
    #expect(marked.contains("~ \u{E000}two\u{E001}\u{E002}zwei\u{E003} 0.5000\n"))
  }

  /// The law: what one version draws otherwise than another is the same where it is told in the same words, and no
  /// other drawing is.
  @Test func `takes drawings in other forms by their titles`() {
    let open = "<svg xmlns=\"x\" class=\"cf\" role=\"img\""
    for (a, b, isSame) in [
      ("\(open)>", "\(open) data-form=\"2\">", true),
      ("\(open) data-form=\"2\">", "\(open) data-form=\"10\">", true),
      ("\(open)>", "\(open)>", false), ("<svg>", "\(open) data-form=\"2\">", false),
      ("\(open) data-form=\"2\">", "<svg data-form=\"3\">", false),
    ] {
      for (title, holds) in [("loss 0.5", isSame), ("loss 0.6", false)] {
        let comparison = RunComparison(
          drawing("loss 0.5", "M1 2", open: a), drawing(title, "M2 3", open: b))
        #expect((comparison.verdict == .equal) == holds, "\(a) \(b) \(title)")
      }
    }
  }

  private func text(
    _ other: ChangedRecord, language: Language = .english, tolerance: Tolerance = .zero
  ) -> String {
    let comparison = RunComparison(BaseRecord.record, other.record, tolerance: tolerance)
    return TextReport(comparison, language: language).text
  }

  /// A run with one figure as a notebook shows it.
  private func drawing(_ title: String, _ path: String, open: String = "<svg>") -> RunRecord {
    var record = BaseRecord.record
    let svg = "\(open)\n<title id=\"t\">\(title)</title>\n<path d=\"\(path)\"/>\n</svg>\n"
    record.tasks = [
      BaseRecord.task("f", "figure", 1, [.text(.init(name: "f.svg", text: svg))], [:])
    ]
    return record
  }
}
