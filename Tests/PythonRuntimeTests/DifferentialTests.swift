import PythonRuntime
import TestPrograms
import Testing
import TestSupport

struct `PythonRuntime` {
  @Test func `have cases`() { #expect(RecordedProgram.ofLanguage.count >= 200) }

  @Test(arguments: RecordedProgram.ofLanguage)
  func `print what CPython prints`(sample: RecordedProgram) {
    #expect(Interpreter().printed(sample.source) == sample.output)
  }
}
