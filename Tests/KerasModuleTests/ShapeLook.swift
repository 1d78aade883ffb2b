import KerasModule
import NumPyModule
import PythonLibrary
import PythonRuntime
import PythonSyntax
import Tables
import TestPrograms

/// Looks programs through, and runs them, with NumPy, Keras and tables.
struct ShapeLook {
  static let head = """
    import numpy as np
    import keras
    from keras import layers
    from sklearn.model_selection import train_test_split
    from sklearn.preprocessing import StandardScaler

    """

  /// Arrays that programs have.
  static let data = """
    x = np.zeros((600, 8))
    y = np.random.randint(0, 10, 600)
    labels = np.random.randint(0, 10, 1200)[:600]
    rows = np.zeros((600, 10))
    images = np.zeros((600, 28, 28))

    """

  /// What is found in a program, with what stands there.
  func findings(_ cells: [String]) throws -> [String] {
    let machine = Machine { _ in }
    install(in: machine)
    let sources = [Self.head] + cells
    let modules = try sources.map { try parseModule($0) }
    var check = ProgramCheck(machine, cells: modules)
    return zip(sources, modules).flatMap { source, module in
      check.findings(in: module).map { finding in
        let bytes = Array(source.utf8)[finding.range]
        return "\(String(decoding: bytes, as: UTF8.self)): \(finding.code) \(finding.english)"
      }
    }
  }

  func findings(_ source: String) throws -> [String] { try findings([source]) }

  func install(in machine: Machine) {
    StandardModules.install(in: machine)
    NumPyLibrary.install(in: machine)
    let host = KerasSession.Host(dataset: { name throws(HostFailure) in
      throw HostFailure("RuntimeError", name)
    })
    KerasLibrary.install(KerasSession(host), in: machine)
    TableLibrary.install(in: machine, isScript: true)
  }

  /// What the run of a program prints, or the exception that it ends with.
  func printed(_ source: String) -> String {
    let output = Interpreter { machine in
      machine.writeError = { _ in }
      install(in: machine)
    }.printed(source)
    return output.hasSuffix("\n") ? String(output.dropLast()) : output
  }
}
