import Foundation
import Testing
import TestSupport

/// What docs/architecture.md and docs/public.txt say of the sources is made from them, or held against them.
/// `CADERNO_RECORD=1` writes what is made.
@Suite struct ArchitectureTests {
  private static let page = "docs/architecture.md"

  private let manifest: Manifest

  init() throws { manifest = try Manifest() }

  @Test func theHousesOnThePageAreThoseOfTheManifest() throws {
    let (first, last) = ("<!-- houses -->\n", "<!-- end of houses -->")
    let text = try manifest.text(Self.page)
    let start = try #require(text.range(of: first)?.upperBound)
    let end = try #require(text.range(of: last)?.lowerBound)
    let made = "\n\(try picture())\n\(try table())\n"
    if Project.isRecording {
      let whole = text[..<start] + made + text[end...]
      try Data(whole.utf8).write(to: manifest.root.appendingPathComponent(Self.page))
    } else {
      #expect(text[start..<end] == made)
    }
  }

  /// Targets by level and house; a target imports targets of lower levels only.
  private func picture() throws -> String {
    let widths = Manifest.houses.map { house in
      ([house] + manifest.targets(in: house).map(\.name)).map(\.count).max() ?? 0
    }
    func line(_ head: String, _ cells: [String]) -> String {
      let columns = zip(cells, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }
      let text =
        head.padding(toLength: 7, withPad: " ", startingAt: 0)
        + columns.joined(separator: "  ")
      return text.replacing(/\ +$/, with: "") + "\n"
    }
    var lines = "```\n" + line("level", Manifest.houses)
    for level in (0...(manifest.targets.map(\.level).max() ?? 0)).reversed() {
      let columns = Manifest.houses.map { house in
        manifest.targets(in: house).filter { $0.level == level }.map(\.name)
      }
      for row in 0..<(columns.map(\.count).max() ?? 0) {
        lines += line(
          row == 0 ? "  \(level)" : "", columns.map { $0.indices.contains(row) ? $0[row] : "" })
      }
    }
    return lines + "```\n"
  }

  /// Every target with the first sentence of its README.
  private func table() throws -> String {
    var lines = "| house | target | in one line |\n|---|---|---|\n"
    for house in Manifest.houses {
      for target in manifest.targets(in: house) {
        let text = try manifest.text("\(manifest.folder(of: target))/README.md")
        let body = text.split(separator: "\n\n").dropFirst().first ?? ""
        let flat = body.split(separator: "\n").joined(separator: " ")
        let sentence = flat.prefix(
          upTo: flat.firstRange(of: /\.( |$)/)?.lowerBound ?? flat.endIndex)
        try #require(!sentence.isEmpty, "\(target.name) has no first sentence")
        lines += "| \(house) | `\(target.name)` | \(sentence) |\n"
      }
    }
    return lines
  }

  @Test func everyFileThatThePageNamesIsThere() throws {
    let named = try manifest.text(Self.page)
      .matches(of: /`((?!include)[A-Za-z]\w*\/[\w+\/.]+\.(?:swift|inc))`/).map { String($0.1) }
    try #require(named.count > 20)
    for path in named {
      let places = Manifest.houses.map { "Sources/\($0)/\(path)" } + ["Sources/\(path)"]
      let found = places.contains {
        FileManager.default.fileExists(atPath: manifest.root.appendingPathComponent($0).path)
      }
      #expect(found, "\(path) is on the page, and not in Sources")
    }
  }

  /// Lines of docs/by-hand.md that are a quarter off at most.
  @Test func whatIsWrittenByHandHasTheSizeThatThePageSays() throws {
    let rows = try manifest.text("docs/by-hand.md")
      .matches(of: /\| `([\w\/.]+)` \| (\d+) \|/)
    try #require(rows.count > 20)
    for row in rows {
      let lines = try lines(under: "Sources/\(row.1)")
      let said = try #require(Int(row.2))
      #expect(abs(lines - said) <= max(lines / 4, 10), "\(row.1) has \(lines) lines")
    }
  }

  /// Of a file, or of all sources in a folder.
  private func lines(under path: String) throws -> Int {
    let url = manifest.root.appendingPathComponent(path)
    let files =
      path.hasSuffix(".swift")
      ? [""]
      : try FileManager.default.subpathsOfDirectory(
        atPath: url.path)
    return try files.filter { $0.isEmpty || $0.contains(/\.(swift|c|h|inc)$/) }.reduce(0) {
      sum, file in
      let text = try String(
        contentsOf: file.isEmpty ? url : url.appendingPathComponent(file), encoding: .utf8)
      return sum + text.utf8.count { $0 == UInt8(ascii: "\n") }
    }
  }

  @Test func noTypeHasItsNameInTwoTargets() {
    let form =
      /^(?:@\w+(?:\([^)]*\))? )*(?:(?:public|package|final|indirect) )*(?:struct|class|enum|protocol|actor|typealias) (\w+)/
    var homes: [String: Set<String>] = [:]
    for target in manifest.targets {
      homes[target.name, default: []].insert("module \(target.name)")
      for (_, text) in manifest.sources(of: target) {
        for line in text.split(separator: "\n") {
          guard let match = line.firstMatch(of: form) else { continue }
          homes[String(match.1), default: []].insert(target.name)
        }
      }
    }
    let shared = homes.filter { $0.value.count > 1 }
    #expect(shared.isEmpty, "\(shared)")
  }

  /// The first lines of what the two libraries give their users, one a line.
  @Test func whatIsPublicIsListed() throws {
    let products = ["Notebooks", "CommonMark", "Diagnostics", "Networks", "Datasets", "Tensors"]
    let form =
      /^ *((?:(?:static|final|indirect|mutating|nonisolated|convenience|required) )*public (?:[a-z(]+\)? )*\S.*)$/
    var lines: [String] = []
    for name in products {
      let target = try #require(manifest.targets.first { $0.name == name })
      for (file, text) in manifest.sources(of: target) {
        for line in text.split(separator: "\n") where !line.contains("public import") {
          guard let match = line.firstMatch(of: form) else { continue }
          let shown = match.1.prefix(while: { $0 != "{" }).replacing(/\ +$/, with: "")
          lines.append("\(name)/\(file): \(shown)")
        }
      }
    }
    let path = manifest.root.appendingPathComponent("docs/public.txt")
    let made = lines.joined(separator: "\n") + "\n"
    if Project.isRecording {
      try Data(made.utf8).write(to: path)
    } else {
      #expect(try String(contentsOf: path, encoding: .utf8) == made)
    }
  }
}
