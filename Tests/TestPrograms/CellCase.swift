internal import Foundation
internal import PythonLibrary
public import PythonRuntime
internal import PythonSyntax

/// A program and what CPython prints for it (Tests/Oracles/cells_cpython.py).
public struct CellCase: Codable, Sendable, CustomStringConvertible {
  public let source: String
  public let output: String

  public var description: String { source.replacingOccurrences(of: "\n", with: " ⏎ ") }

  public static let ofLanguage = read("PythonRuntime/cpython")
  /// The same for programs that import modules of Python's own library.
  public static let ofLibrary = read("PythonLibrary/cpython")
  /// Programs and what Jupyter shows for them (Tests/Oracles/cells_jupyter.py).
  public static let jupyter = read("PythonRuntime/jupyter")

  private static func read(_ name: String) -> [CellCase] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/\(name).json")
    guard let data = try? Data(contentsOf: file) else { return [] }
    return (try? JSONDecoder().decode([CellCase].self, from: data)) ?? []
  }

  /// What the program prints here: its output, then the exception's last line where there is one.
  public static func printed(_ source: String, limits: Machine.Limits = .init()) -> String {
    run([source], limits) { machine, value throws(PyError) in try machine.repr(value) }
  }

  /// What Jupyter shows for the cells of the program.
  public static func shown(_ source: String) -> String {
    run(source.components(separatedBy: "\n# %%\n"), .init()) { machine, value throws(PyError) in
      try machine.shown(value)
    }
  }

  /// What each cell of a program prints here.
  public static func printed(cells: [String]) -> [String] {
    outputs(cells, .init()) { machine, value throws(PyError) in try machine.repr(value) }
  }

  private static func run(
    _ cells: [String], _ limits: Machine.Limits,
    _ text: (Machine, Value) throws(PyError) -> String
  ) -> String { outputs(cells, limits, text).joined() }

  private static func outputs(
    _ cells: [String], _ limits: Machine.Limits,
    _ text: (Machine, Value) throws(PyError) -> String
  ) -> [String] {
    var output = ""
    let machine = Machine(limits: limits) { output += $0 }
    // What Python says of the source itself has tests of its own.
    machine.writeError = { if !$0.contains("SyntaxWarning") { output += $0 } }
    StandardModules.install(in: machine)
    let program = Program(machine)
    return cells.map { source in
      output = ""
      do {
        let module = try parseModule(source)
        let value = try program.run(module) { _ in 1 }
        if let value { output += try text(machine, value) + "\n" }
      } catch let error as PyError {
        output += error.summary(machine) + "\n"
      } catch {
        output += "SyntaxError: \(error)\n"
      }
      return output
    }
  }
}
