import CommonMark
import Foundation
import Testing
import TestSupport

/// A document and what cmark-gfm made of it, in the form that `Tests/Oracles/prose_gfm.py` describes.
struct GitHubCase: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  let markdown: String
  let html: String

  var testDescription: String { name }

  /// Those recorded, or of the file that `CADERNO_PROSE` names.
  static let all: [GitHubCase] = {
    let other = ProcessInfo.processInfo.environment["CADERNO_PROSE"].map(URL.init(fileURLWithPath:))
    let file = other ?? Project.file("Tests/Fixtures/prose/gfm.json")
    return (try? JSONDecoder().decode([GitHubCase].self, from: Data(contentsOf: file))) ?? []
  }()
}

@Suite struct `Prose as GitHub's parser reads it` {
  @Test func `is recorded`() { #expect(GitHubCase.all.count >= 29) }

  @Test(arguments: GitHubCase.all)
  func `is the same`(example: GitHubCase) {
    var renderer = HTMLRenderer()
    let html = renderer.html(example.markdown) + renderer.footnoteSection()
    #expect(Self.normalized(html) == example.html)
  }

  private static let blocks = Set(
    "p li ul ol h1 h2 h3 h4 h5 h6 blockquote table thead tbody tr td th pre hr".split(
      separator: " "
    ).map(String.init))
  private static let kept = ["href", "src", "alt", "title", "start", "checked", "align"]

  static func normalized(_ html: String) -> String {
    html.replacing(#/<h2 id="fn:title">.*?<\/h2>/#, with: "")
      .replacing(#/style="text-align: (\w+)"/#) { "align=\"\($0.output.1)\"" }
      .replacing(#/<(\/?[a-zA-Z][a-zA-Z0-9]*)((?:\s[^<>]*?)?)\s*\/?>/#) {
        tag(String($0.output.1), $0.output.2)
      }
      .replacing(#/>\s+</#, with: "> <").replacing(#/\s+/#, with: " ")
      .trimmingCharacters(in: .whitespaces)
  }

  private static func tag(_ name: String, _ attributes: Substring) -> String {
    if name.hasSuffix("section") { return "" }
    let shown = attributes.matches(of: #/\s([a-z-]+)(?:="([^"]*)")?/#).compactMap { match in
      let value = match.output.2 ?? ""
      let isNote = match.output.1 == "href" && value.hasPrefix("#fn")
      return kept.contains(String(match.output.1)) && !isNote
        ? " \(match.output.1)=\"\(value)\"" : nil
    }
    let gap = blocks.contains(name.replacing("/", with: "")) ? " " : ""
    return "\(gap)<\(name)\(shown.sorted().joined())>\(gap)"
  }
}
