import Foundation
import Testing

/// A program and what scikit-learn and pandas print for it (Tests/Oracles/cells_libraries.py).
struct TableCase: Codable, Sendable, CustomTestStringConvertible {
  let source: String
  let output: String

  var testDescription: String { source.replacingOccurrences(of: "\n", with: " ⏎ ") }

  static let all: [TableCase] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/Tables/tables.json")
    guard let data = try? Data(contentsOf: file) else { return [] }
    return (try? JSONDecoder().decode([TableCase].self, from: data)) ?? []
  }()
}
