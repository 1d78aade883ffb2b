import Foundation
import Testing

/// A program and what Keras printed for it (Tests/Oracles/keras_programs.py).
struct KerasProgram: Codable, Sendable, CustomTestStringConvertible {
  let source: String
  let output: String
  let error: String?

  var testDescription: String {
    String(source.split(separator: "\n")[0].dropFirst(2))
  }

  private struct File: Codable {
    let preamble: String
    let cases: [KerasProgram]
  }

  private static let file: File? = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/KerasModule/programs.json")
    guard let data = try? Data(contentsOf: file) else { return nil }
    return try? JSONDecoder().decode(File.self, from: data)
  }()

  static let all = file?.cases ?? []
  static let preamble = file?.preamble ?? ""
}

@Suite struct `Programs with keras` {
  @Test func `have cases`() { #expect(KerasProgram.all.count >= 10) }

  @Test(arguments: KerasProgram.all)
  func `print what Keras prints`(sample: KerasProgram) {
    let text = printed(KerasProgram.preamble + "\n" + sample.source)
    #expect(text == sample.output + (sample.error.map { $0 + "\n" } ?? ""))
  }
}
