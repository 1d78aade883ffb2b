import TestPrograms
import Testing
import TestSupport

struct `The last value of a cell` {
  @Test func `has cases`() { #expect(RecordedProgram.shownByJupyter.count >= 70) }

  @Test(arguments: RecordedProgram.shownByJupyter)
  func `is shown as Jupyter shows it`(sample: RecordedProgram) {
    #expect(Interpreter().shown(sample.source) == sample.output)
  }
}
