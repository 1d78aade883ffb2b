import Foundation
import Testing

/// A program and what Python prints for it (Tests/Oracles/cells_libraries.py).
struct ProgramCase: Codable, Sendable, CustomTestStringConvertible {
  let source: String
  let output: String

  var testDescription: String { source.replacingOccurrences(of: "\n", with: " ⏎ ") }

  static let all: [ProgramCase] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/NumPyModule/program.json")
    guard let data = try? Data(contentsOf: file) else { return [] }
    return (try? JSONDecoder().decode([ProgramCase].self, from: data)) ?? []
  }()
}

extension `Programs with numpy` {
  @Test func `have cases of their own`() { #expect(!ProgramCase.all.isEmpty) }

  @Test(arguments: ProgramCase.all)
  func `print what Python prints`(sample: ProgramCase) {
    #expect(printed(sample.source) == sample.output)
  }
}
