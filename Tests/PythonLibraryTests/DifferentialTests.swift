import TestPrograms
import Testing

struct `Python's own library` {
  @Test func `has cases`() { #expect(CellCase.ofLibrary.count >= 90) }

  @Test(arguments: CellCase.ofLibrary)
  func `prints what CPython prints`(sample: CellCase) {
    #expect(CellCase.printed(sample.source) == sample.output)
  }
}
