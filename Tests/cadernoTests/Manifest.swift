import Foundation
import TestSupport

/// The project's own targets, as `Package.swift` lists them.
struct Manifest {
  struct Target {
    let name: String
    let house: String
    /// Those of the project that it imports.
    let needs: [String]
    /// The longest way down to a target that imports none.
    var level = 0
  }

  let root: URL
  private(set) var targets: [Target] = []

  static let houses = ["Documents", "Python", "Program", "Shared", "Engine"]

  init() throws {
    root = Project.root
    let text = try self.text("Package.swift")
    let listed = /House\.(\w+)\.(?:target|c|library)\(\s*"(\w+)"(?:,\s*needs:\s*\[([^\]]*)\])?/
    targets = text.matches(of: listed).map { match in
      Target(
        name: String(match.2), house: match.1.capitalized, needs: Self.names(match.3 ?? ""))
    }
    let tool = /name: "caderno",\s*dependencies: \[([^\]]*)\]/
    if let match = text.firstMatch(of: tool) {
      targets.append(
        Target(name: "caderno", house: "Program", needs: Self.names(match.1)))
    }
    let own = Set(targets.map(\.name))
    targets = targets.map { target in
      Target(name: target.name, house: target.house, needs: target.needs.filter(own.contains))
    }
    for index in targets.indices { targets[index].level = level(of: targets[index]) }
  }

  func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  private static func names(_ list: Substring) -> [String] {
    list.matches(of: /"(\w+)"/).map { String($0.1) }
  }

  private func level(of target: Target) -> Int {
    let below = targets.filter { target.needs.contains($0.name) }
    return 1 + (below.map { level(of: $0) }.max() ?? -1)
  }

  func folder(of target: Target) -> String { "Sources/\(target.house)/\(target.name)" }

  /// The targets of a house, lower levels first.
  func targets(in house: String) -> [Target] {
    targets.filter { $0.house == house }
      .sorted { ($0.level, $0.name.lowercased()) < ($1.level, $1.name.lowercased()) }
  }

  /// The Swift files of a target, and their texts.
  func sources(of target: Target) -> [(name: String, text: String)] {
    let folder = root.appendingPathComponent(folder(of: target))
    let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (files ?? []).filter { $0.hasSuffix(".swift") }.sorted().compactMap { file in
      guard
        let text = try? String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      else { return nil }
      return (file, text)
    }
  }
}
