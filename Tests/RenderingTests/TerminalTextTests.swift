import Diagnostics
import Foundation
import Notebooks
import RunRecords
import Testing
import TestSupport

@testable import Rendering

/// A text, and what pyte's screen has of it (`Tests/Oracles/terminal_text.py`).
struct TerminalCase: Decodable, CustomTestStringConvertible {
  struct Run: Decodable, Hashable {
    let line: Int
    let start: Int
    let end: Int
    let style: [String]
  }

  let text: String
  let lines: [String]
  let runs: [Run]
  var testDescription: String { text.debugDescription }

  private struct Cases: Decodable { let cases: [TerminalCase] }

  static let all = Fixture.read("rendering/terminal.json", as: Cases.self).cases
}

struct `Printed text` {
  @Test func `is compared with a terminal in many cases`() { #expect(TerminalCase.all.count >= 40) }

  @Test(arguments: TerminalCase.all)
  func `is left as a terminal shows it`(sample: TerminalCase) {
    var lines = TerminalText.plain(sample.text).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(trimmed)
    while lines.last == "" { lines.removeLast() }
    #expect(lines == sample.lines)
  }

  @Test(arguments: TerminalCase.all)
  func `has a terminal's colors`(sample: TerminalCase) {
    let screen = TerminalScreen(sample.text)
    var runs: [TerminalCase.Run] = []
    for (row, line) in screen.lines.enumerated() {
      for (column, character) in line.enumerated() where character.scalar != " " {
        let style = marks(screen.styles[character.style])
        if style.isEmpty { continue }
        if let last = runs.last, last.line == row, last.end == column, last.style == style {
          runs[runs.count - 1] = .init(
            line: row, start: last.start, end: column + 1, style: style)
        } else {
          runs.append(.init(line: row, start: column, end: column + 1, style: style))
        }
      }
    }
    #expect(runs == sample.runs)
  }

  private func trimmed(_ line: Substring) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }

  private func marks(_ style: TerminalStyle) -> [String] {
    let marks = [
      (style.isBold, "bold"), (style.isItalic, "italics"), (style.isUnderlined, "underscore"),
      (style.isStruck, "strikethrough"), (style.isInverse, "reverse"),
    ]
    return marks.filter(\.0).map(\.1) + (style.front.map { ["front \($0)"] } ?? [])
      + (style.back.map { ["back \($0)"] } ?? [])
  }

  @Test func `becomes spans of the page's own classes, and nothing else of a sequence is left`() {
    let text =
      "\u{1B}[1;31m<b>\u{1B}[0m\u{1B}]0;t\u{7}&\u{1B}[38;5;196mx\u{1B}[48;2;0;0;200my\u{1B}[m\n"
    #expect(
      TerminalText.html(text)
        == "<span class=\"t-bold t-f1\">&lt;b&gt;</span>&amp;<span class=\"t-f9\">x</span>"
        + "<span class=\"t-b4\">y</span>")
    #expect(TerminalText.plain(text) == "<b>&xy\n")
  }

  /// Colors of 256 and of red, green and blue, and the color of sixteen that stands for each.
  @Test(arguments: [
    (196, 9), (46, 10), (226, 11), (21, 12), (201, 13), (51, 14), (231, 15), (16, 0), (244, 7),
    (88, 1), (22, 2), (208, 11), (240, 8), (3, 3), (12, 12),
  ])
  func `has colors of many for one of sixteen`(number: Int, expected: UInt8) {
    #expect(TerminalColor.indexed(number) == expected)
  }

  /// Texts that move far to the right, on lines that are there already, or erase again and again.
  @Test(arguments: [
    ("y\n", "\u{1B}[99999A", "\u{1B}[999C\u{1B}[Bx"), ("a", "", "\u{1B}[2Kx"),
    ("a", "", "\rb\u{1B}[99999C\u{1B}[1K"), ("\u{1B}[1;", "", ""), ("\u{1B}]", "", ""),
    ("\n", "", "\u{1B}[A\u{1B}[J\n"), ("", "\u{1B}[", "38;5;"),
  ])
  func `takes room that grows with the text alone`(first: String, middle: String, last: String) {
    let text =
      String(repeating: first, count: 20_000) + middle
      + String(repeating: last, count: 20_000)
    let screen = TerminalScreen(text)
    let count = screen.lines.reduce(0) { $0 + $1.count }
    #expect(count <= 100 * text.unicodeScalars.count)
  }

  @Test func `is the last state of a progress line in Markdown, text and pages`() {
    let task = Sample.task([
      .text(TextOutput(name: "stdout", text: "1/3\r2/3\r\u{1B}[32m3/3\u{1B}[0m\ndone\n"))
    ])
    let region = RegionRenderer(lessonName: "l", language: .english).region(of: task)
    #expect(region.body == "```text\n3/3\ndone\n```")
    let text = PlainTextRenderer().text(of: task, in: .english)
    #expect(text.hasSuffix("  3/3\n  done\n"))
    let page = OutputFragment(language: .english).html(of: task, prefix: "a")
    #expect(page.contains("<span class=\"t-f2\">3/3</span>\ndone</pre>"))
  }
}
