import PythonRuntime
import Testing

struct `PythonRuntime` {
  @Test func `have cases`() { #expect(CellCase.all.count >= 200) }

  @Test(arguments: CellCase.all)
  func `print what CPython prints`(sample: CellCase) {
    #expect(CellCase.printed(sample.source) == sample.output)
  }
}
