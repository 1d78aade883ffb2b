import Foundation
import Testing
import TestSupport

extension RecordedProgram {
  /// What Python prints (Tests/Oracles/cells_libraries.py).
  static let arrays: [RecordedProgram] = Fixture.read("NumPyModule/program.json")
}

extension `Programs with numpy` {
  @Test func `have cases of their own`() { #expect(!RecordedProgram.arrays.isEmpty) }

  @Test(arguments: RecordedProgram.arrays)
  func `print what Python prints`(sample: RecordedProgram) {
    #expect(printed(sample.source) == sample.output)
  }
}
