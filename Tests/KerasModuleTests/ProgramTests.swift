import Foundation
import Testing
import TestSupport

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

  private static let file: File = Fixture.read("KerasModule/programs.json")

  static let all = file.cases
  static let preamble = file.preamble
}

@Suite struct `Programs with keras` {
  @Test func `have cases`() { #expect(KerasProgram.all.count >= 10) }

  @Test(arguments: KerasProgram.all)
  func `print what Keras prints`(sample: KerasProgram) {
    let text = printed(KerasProgram.preamble + "\n" + sample.source)
    #expect(text == sample.output + (sample.error.map { $0 + "\n" } ?? ""))
  }
}
