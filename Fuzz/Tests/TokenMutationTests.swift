import Foundation
import FuzzTargets
import Testing

/// Every fixture with each token deleted, doubled or swapped with its neighbour is an error with a place in it, or
/// runs: the slips of who types. Some of them each time; `CADERNO_MUTATIONS` says how many of each kind of
/// fixture, or `all`, and `CADERNO_FIRST_SERIES` which.
@Suite(.serialized)
struct `Fixtures with a token changed` {
  @Test func `are Python that is refused in its place or runs`() throws {
    try walk("notation", python())
  }

  @Test func `are options that are refused in their place or read`() throws {
    try walk("frontmatter", lessons().flatMap(Self.options))
  }

  @Test func `are lessons that are refused in their place or planned`() throws {
    try walk("markdown", lessons())
  }

  private func walk(_ name: String, _ texts: [String]) throws {
    let target = try #require(FuzzCatalog.all.first { $0.name == name })
    try #require(texts.count > 5)
    let mutations = texts.map(TokenMutation.init)
    for (index, number) in Self.chosen(mutations.map(\.count)) {
      let text = mutations[index][number]
      do {
        try target.run(Array(text.utf8))
      } catch {
        Issue.record("\(name), text \(index), change \(number): \(error)\n\(text.prefix(2000))")
      }
    }
  }

  /// Pairs of a text and one of its changes: all, or some by a seed.
  private static func chosen(_ counts: [Int]) -> [(text: Int, change: Int)] {
    let environment = ProcessInfo.processInfo.environment
    let wanted = environment["CADERNO_MUTATIONS"]
    if wanted == "all" {
      return counts.enumerated().flatMap { text, count in (0..<count).map { (text, $0) } }
    }
    var state = UInt64(environment["CADERNO_FIRST_SERIES"] ?? "") ?? 1
    func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(limit, 1)))
    }
    return (0..<(Int(wanted ?? "") ?? 120)).compactMap { _ in
      let text = below(counts.count)
      return counts[text] == 0 ? nil : (text, below(counts[text]))
    }
  }

  // MARK: - Fixtures

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private struct Sourced: Decodable { let source: String }

  private func python() throws -> [String] {
    try ["PythonSyntax/python_ast", "PythonRuntime/cpython", "NumPyModule/program"].flatMap {
      name in
      let file = Self.root.appendingPathComponent("Tests/Fixtures/\(name).json")
      return try JSONDecoder().decode([Sourced].self, from: Data(contentsOf: file)).map(\.source)
    }
  }

  private func lessons() throws -> [String] {
    try ["notebooks", "Tests/Fixtures", "Tests/Golden"].flatMap { folder in
      let path = Self.root.appendingPathComponent(folder)
      return try FileManager.default.subpathsOfDirectory(atPath: path.path).sorted()
        .filter { $0.hasSuffix(".md") && !$0.contains(".caderno/") }
        .map { try String(contentsOf: path.appendingPathComponent($0), encoding: .utf8) }
    }
  }

  /// The front matter of a lesson, and the bodies of its directives.
  private static func options(of lesson: String) -> [String] {
    let matter = lesson.firstMatch(of: /\A---\n((?:.*\n)*?)---\n/).map { [String($0.1)] } ?? []
    return matter + lesson.matches(of: /```yaml[^\n]*\n((?:.*\n)*?)```/).map { String($0.1) }
  }
}
