import PythonRuntime
import TestPrograms
import Testing

struct `PythonRuntime` {
  @Test func `have cases`() { #expect(CellCase.ofLanguage.count >= 200) }

  @Test(arguments: CellCase.ofLanguage)
  func `print what CPython prints`(sample: CellCase) {
    #expect(CellCase.printed(sample.source) == sample.output)
  }
}
