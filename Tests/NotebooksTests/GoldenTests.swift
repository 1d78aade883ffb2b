import Diagnostics
import Foundation
import Notebooks
import Testing
import TestSupport

/// A notebook with what is wrong noted in it, and beside it, as `.txt`, what is to be read in it.
struct GoldenCase: Sendable, CustomTestStringConvertible {
  let file: URL

  var testDescription: String { file.lastPathComponent }

  static let all = Project.names(in: "Tests/Golden/Notebooks").filter { $0.hasSuffix(".md") }.map {
    GoldenCase(file: Project.file("Tests/Golden/Notebooks/\($0)"))
  }
}

struct `Golden notebooks` {
  @Test
  func `are there`() { #expect(GoldenCase.all.count >= 8) }

  /// With CADERNO_RECORD set the expectation is written anew, and the test fails on purpose.
  @Test(arguments: GoldenCase.all)
  func `are read as expected`(example: GoldenCase) throws {
    let notebook = notebook(try AnnotatedLesson(example.file).bytes)
    try GoldenFile.expect(
      Self.report(notebook), at: example.file.deletingPathExtension().appendingPathExtension("txt"))
  }

  @Test(arguments: GoldenCase.all)
  func `have their mistakes noted in them`(example: GoldenCase) throws {
    let notebook = notebook(try AnnotatedLesson(example.file).bytes)
    try GoldenFile.expect(
      AnnotatedLesson.text(notebook.source, notebook.diagnostics), at: example.file)
  }

  static func report(_ notebook: Notebook) -> String {
    var lines: [String] = []
    let front = notebook.frontMatter
    if front.range != nil {
      lines.append(
        "front matter: title=\(front.title ?? "-") author=\(front.author ?? "-") "
          + "date=\(front.date ?? "-") lang=\(front.lang ?? "-") seed=\(front.seed) "
          + "python=\(front.python ?? "-")")
      lines += front.params.map { "  param \($0.name) = \($0.value)" }
      lines += front.data.map { "  data \($0.name) = \($0.source)" }
    }
    lines += notebook.cells.map { "cell \($0.kind) \($0.range)" }
    for directive in notebook.directives {
      lines.append("directive .\(directive.kind) #\(directive.id) lines \(directive.lines)")
      for option in directive.options { describe(option, 1, notebook.source, &lines) }
    }
    lines += notebook.regions.map {
      "region \($0.id) of \($0.owner ?? "-") lines \($0.lines) intact \($0.isIntact)"
    }
    lines += notebook.runLinks.map { "number '\($0.text)' of \($0.target)" }
    return lines.joined(separator: "\n")
  }

  private static func describe(
    _ option: Notebooks.Option, _ depth: Int, _ source: SourceText, _ lines: inout [String]
  ) {
    let place = source.position(at: option.value.range.lowerBound)
    let written = String(decoding: source.bytes[option.value.range], as: UTF8.self)
    let kind = "\(option.value.kind)".prefix { $0 != "(" }
    let indent = String(repeating: "  ", count: depth)
    lines.append("\(indent)\(option.name): \(kind) \(place.line):\(place.column) <\(written)>")
    if case .mapping(let options) = option.value.kind {
      for option in options { describe(option, depth + 1, source, &lines) }
    }
  }
}
