import Testing
import TestSupport

struct `A cell with Keras` {
  @Test func `has cases`() { #expect(RecordedProgram.jupyter.count >= 30) }

  @Test(arguments: RecordedProgram.jupyter)
  func `shows what Jupyter shows`(sample: RecordedProgram) {
    #expect(sample.shown == sample.output)
  }
}
