import TestPrograms
import Testing

struct `The last value of a cell` {
  @Test func `has cases`() { #expect(CellCase.jupyter.count >= 70) }

  @Test(arguments: CellCase.jupyter)
  func `is shown as Jupyter shows it`(sample: CellCase) {
    #expect(CellCase.shown(sample.source) == sample.output)
  }
}
