import MatplotlibModule
import NumPyModule
import PythonRuntime
import Tables
import Testing
import TestPrograms
import TestSupport

struct `Pictures of frames` {
  @Test func `have cases`() { #expect(RecordedProgram.plots.count >= 4) }

  @Test(arguments: RecordedProgram.plots)
  func `print what Matplotlib and pandas print`(sample: RecordedProgram) {
    let printed = Interpreter { machine in
      NumPyLibrary.install(in: machine)
      TableLibrary.install(in: machine)
      PyplotModule.install(PlotSession { _ in }, in: machine)
    }.printed(sample.source)
    #expect(printed == sample.output)
  }
}
