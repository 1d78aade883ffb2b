import NumPyModule
import PythonLibrary
import PythonRuntime
import Foundation
import KerasModule
import PythonSyntax
import Testing
import TestSupport
import TestPrograms

extension RecordedProgram {
  /// What Jupyter with Keras shows for the cells of programs (Tests/Oracles/cells_jupyter.py).
  static let jupyter: [RecordedProgram] = Fixture.read("KerasModule/jupyter.json")

  /// What is shown here: printed text, last values, and the last line of an exception.
  var shown: String {
    let host = KerasSession.Host(dataset: { name throws(HostFailure) in
      throw HostFailure("RuntimeError", "no data set '\(name)' is read here")
    })
    return Interpreter { machine in
      StandardModules.install(in: machine)
      NumPyLibrary.install(in: machine)
      KerasLibrary.install(KerasSession(host), in: machine)
    }.shown(source)
  }
}
