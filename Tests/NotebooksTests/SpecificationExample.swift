import Foundation
import Testing

/// One numbered example of the CommonMark specification.
struct SpecificationExample: Codable, Sendable, CustomTestStringConvertible {
  let example: Int
  let section: String
  let markdown: String
  let html: String

  var testDescription: String { "\(example), \(section)" }

  static let file: URL = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let shared =
      ProcessInfo.processInfo.environment["CADERNO_SHARED"]
      .map { URL(fileURLWithPath: $0) } ?? root.appendingPathComponent("../shared")
    return shared.appendingPathComponent("data/commonmark/spec-0.30.json")
  }()

  /// Whether the specification lies beside the project.
  static var areThere: Bool { FileManager.default.fileExists(atPath: file.path) }

  static let all: [SpecificationExample] = {
    guard let data = try? Data(contentsOf: file) else { return [] }
    return (try? JSONDecoder().decode([SpecificationExample].self, from: data)) ?? []
  }()
}
