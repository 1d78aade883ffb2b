import Diagnostics
import Execution
import Foundation
import Notebooks
import Testing
import TestSupport

/// A page with mistakes, and what is found in it.
struct HintedPage: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String

  var testDescription: String { name }

  /// The golden notebooks, and an example of each finding that none of them has.
  static let all: [HintedPage] = {
    let golden = ["Notebooks", "Plans"].flatMap { folder in
      Project.names(in: "Tests/Golden/\(folder)").filter { $0.hasSuffix(".md") }
        .compactMap { name -> HintedPage? in
          let lesson = try? AnnotatedLesson(Project.file("Tests/Golden/\(folder)/\(name)"))
          return lesson.map {
            HintedPage(
              name: "\(folder)/\(name)", text: String(decoding: $0.bytes, as: UTF8.self))
          }
        }
    }
    return golden + FindingExamples.all.map { HintedPage(name: $0.code, text: $0.page) }
  }()

  static func findings(_ text: String) -> [Finding] {
    let source = SourceText(file: "notebook.md", bytes: Array(text.utf8))
    let plan = Plan(Notebook(source: source, vocabulary: DirectiveCatalog.vocabulary))
    return plan.notebook.withStrayOutputs(plan.diagnostics + plan.notebook.proseNotes).map {
      Finding(diagnostic: $0, source: source)
    }
  }
}

/// A diagnostic with the text that it points at.
struct Finding {
  let diagnostic: Diagnostic
  let source: SourceText

  var written: String { String(decoding: source.bytes[diagnostic.range], as: UTF8.self) }
  var message: String { diagnostic.message.english }

  /// What stands in quotation marks in the message.
  var named: [String] {
    message.matches(of: /'([^']+)'/).map { String($0.1) }
  }

  /// The name that is at fault: the one of the message that stands at its place.
  var misspelt: String? { named.last { written.contains($0) || $0.hasSuffix(written) } }

  /// What the hint proposes instead.
  var suggestion: String? {
    let hint = diagnostic.hint?.english ?? ""
    return hint.firstMatch(of: /^did you mean '(.+)'\?$/).map { String($0.1) }
  }

  /// Whether a name stands in the line as a word of its own.
  func hasInLine(_ name: String) -> Bool {
    line.split { !$0.isLetter && !$0.isNumber && !"_-.$".contains($0) }.contains { $0 == name }
  }

  /// Whether it is a value of what a name names: `name: …`, `name=…`, `name: [a, …`.
  func follows(_ name: String) -> Bool {
    let start = source.lineStarts[source.position(at: diagnostic.range.lowerBound).line - 1]
    let before = String(decoding: source.bytes[start..<diagnostic.range.lowerBound], as: UTF8.self)
    return before.contains("\(name): ") || before.contains("\(name)=")
  }

  private var line: String {
    let number = source.position(at: diagnostic.range.lowerBound).line
    return String(decoding: source.line(number), as: UTF8.self)
  }

  /// The page with the suggestion taken.
  func mended() -> String? {
    guard let suggestion, let misspelt else { return nil }
    let part = written.contains(misspelt) ? misspelt : written
    let changed = written.replacing(part, with: suggestion)
    let bytes = source.bytes
    return String(
      decoding: bytes[..<diagnostic.range.lowerBound] + Array(changed.utf8)
        + bytes[diagnostic.range.upperBound...], as: UTF8.self)
  }
}

struct `A hint` {
  /// The law of suggestions: what is proposed is another word than the author's, and right there.
  @Test(arguments: HintedPage.all)
  func `proposes what is not written already, and mends it`(page: HintedPage) {
    for finding in HintedPage.findings(page.text) where finding.suggestion != nil {
      #expect(finding.misspelt != nil, "\(finding.message) | \(finding.written)")
      #expect(finding.suggestion != finding.misspelt, "\(finding.message)")
      guard let mended = finding.mended() else { continue }
      let place = finding.diagnostic.range.lowerBound
      let stays = HintedPage.findings(mended).contains {
        $0.diagnostic.code == finding.diagnostic.code && $0.diagnostic.range.lowerBound == place
      }
      #expect(!stays, "\(finding.message): \(finding.suggestion ?? "")")
    }
  }

  /// Whatever a message quotes that stands in its line is what it points at, or the option whose value it
  /// points at.
  @Test(arguments: HintedPage.all)
  func `stands at the name that its message names`(page: HintedPage) {
    for finding in HintedPage.findings(page.text)
    where finding.diagnostic.code != "several-directives" {
      let inLine = finding.named.filter(finding.hasInLine)
      let isThere =
        inLine.isEmpty
        || inLine.contains {
          finding.written.contains($0) || $0.contains(finding.written) || finding.follows($0)
        }
      #expect(isThere, "\(finding.message) | \(finding.written)")
    }
  }

  /// A hint that says how to write it says something else than what is written.
  @Test(arguments: HintedPage.all)
  func `never repeats what the author wrote`(page: HintedPage) {
    for finding in HintedPage.findings(page.text) {
      for hint in [finding.diagnostic.hint?.english, finding.diagnostic.hint?.portuguese] {
        guard
          let words = hint?.firstMatch(of: /^(?:write|escreva)(?: it as|-o como|-a como)? (.+)$/)
        else { continue }
        #expect(words.1 != finding.written, "\(finding.message): \(words.1)")
      }
    }
  }

  /// A new finding needs an example here or a golden notebook.
  @Test func `is looked at for every finding of lint`() {
    let found = Set(HintedPage.all.flatMap { HintedPage.findings($0.text).map(\.diagnostic.code) })
    // What stands in the way of a student's lesson is no finding of lint.
    #expect(FindingExamples.codes.subtracting(found).sorted() == ["shifted-name"])
    for example in FindingExamples.all {
      let codes = HintedPage.findings(example.page).map(\.diagnostic.code)
      #expect(codes.contains(example.code), "\(example.code): \(codes)")
    }
  }
}
