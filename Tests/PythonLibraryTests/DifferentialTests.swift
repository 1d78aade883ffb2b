import TestPrograms
import Testing
import TestSupport

struct `Python's own library` {
  @Test func `has cases`() { #expect(RecordedProgram.ofLibrary.count >= 90) }

  @Test(arguments: RecordedProgram.ofLibrary)
  func `prints what CPython prints`(sample: RecordedProgram) {
    #expect(Interpreter().printed(sample.source) == sample.output)
  }
}
