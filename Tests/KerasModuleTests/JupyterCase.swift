import NumPyModule
import PythonLibrary
import PythonRuntime
import Foundation
import KerasModule
import PythonSyntax
import Testing

/// A program and what Jupyter with Keras shows for its cells (Tests/Oracles/cells_jupyter.py).
struct JupyterCase: Codable, Sendable, CustomTestStringConvertible {
  let source: String
  let output: String

  var testDescription: String { source.replacingOccurrences(of: "\n", with: " ⏎ ") }

  static let all: [JupyterCase] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/KerasModule/jupyter.json")
    guard let data = try? Data(contentsOf: file) else { return [] }
    return (try? JSONDecoder().decode([JupyterCase].self, from: data)) ?? []
  }()

  /// What is shown here: printed text, last values, and the last line of an exception.
  var shown: String {
    var output = ""
    let machine = Machine { output += $0 }
    StandardModules.install(in: machine)
    NumPyLibrary.install(in: machine)
    let host = KerasSession.Host(dataset: { name throws(HostFailure) in
      throw HostFailure("RuntimeError", "no data set '\(name)' is read here")
    })
    KerasLibrary.install(KerasSession(host), in: machine)
    let program = Program(machine)
    for cell in source.components(separatedBy: "\n# %%\n") {
      do {
        let value = try program.run(try parseModule(cell)) { _ in 1 }
        if let value { output += try machine.shown(value) + "\n" }
      } catch let error as PyError {
        output += error.summary(machine) + "\n"
      } catch {
        output += "\(error)\n"
      }
    }
    return output
  }
}
