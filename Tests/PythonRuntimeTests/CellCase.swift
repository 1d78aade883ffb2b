import PythonRuntime
import Foundation
import PythonSyntax
import Testing

/// A program and what CPython prints for it (Tests/Oracles/cells_cpython.py).
struct CellCase: Codable, Sendable, CustomTestStringConvertible {
  let source: String
  let output: String

  var testDescription: String { source.replacingOccurrences(of: "\n", with: " ⏎ ") }

  static let all = read("cpython")
  /// Programs and what Jupyter shows for them (Tests/Oracles/cells_jupyter.py).
  static let jupyter = read("jupyter")

  private static func read(_ name: String) -> [CellCase] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/PythonRuntime/\(name).json")
    guard let data = try? Data(contentsOf: file) else { return [] }
    return (try? JSONDecoder().decode([CellCase].self, from: data)) ?? []
  }

  /// What the program prints here: its output, then the exception's last line where there is one.
  static func printed(_ source: String, limits: Machine.Limits = .init()) -> String {
    run([source], limits) { machine, value throws(PyError) in try machine.repr(value) }
  }

  /// What Jupyter shows for the cells of the program.
  static func shown(_ source: String) -> String {
    run(source.components(separatedBy: "\n# %%\n"), .init()) { machine, value throws(PyError) in
      try machine.shown(value)
    }
  }

  private static func run(
    _ cells: [String], _ limits: Machine.Limits,
    _ text: (Machine, Value) throws(PyError) -> String
  ) -> String {
    var output = ""
    let machine = Machine(limits: limits) { output += $0 }
    StandardModules.install(in: machine)
    let program = Program(machine)
    for source in cells {
      do {
        let module = try parseModule(source)
        let value = try program.run(module) { _ in 1 }
        if let value { output += try text(machine, value) + "\n" }
      } catch let error as PyError {
        output += error.summary(machine) + "\n"
      } catch {
        output += "SyntaxError: \(error)\n"
      }
    }
    return output
  }
}
