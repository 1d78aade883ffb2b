internal import PythonLibrary
package import PythonRuntime
internal import PythonSyntax

/// Runs programs of tests on a machine of their own and gives what they print.
package struct Interpreter {
  private let limits: Machine.Limits
  private let prepare: (Machine) -> Void

  /// - Parameter prepare: installs the modules that programs import; Python's own library where it is left out.
  package init(
    limits: Machine.Limits = .init(),
    _ prepare: @escaping (Machine) -> Void = StandardModules.install
  ) {
    self.limits = limits
    self.prepare = prepare
  }

  /// What a program prints and its last value, as at CPython's prompt, then the last line of its exception.
  package func printed(_ source: String) -> String { printed(cells: [source]).joined() }

  /// The same of each cell of a program.
  package func printed(cells: [String]) -> [String] {
    outputs(cells) { machine, value throws(PyError) in try machine.repr(value) }
  }

  /// What Jupyter shows for a program whose cells are parted by lines `# %%`.
  package func shown(_ source: String) -> String {
    outputs(source.split(separator: "\n# %%\n", omittingEmptySubsequences: false).map(String.init))
    {
      machine, value throws(PyError) in try machine.shown(value)
    }.joined()
  }

  private func outputs(
    _ cells: [String], _ text: (Machine, Value) throws(PyError) -> String
  ) -> [String] {
    var output = ""
    let machine = Machine(limits: limits) { output += $0 }
    // What Python says of the source itself has tests of its own.
    machine.writeError = { if !$0.contains("SyntaxWarning") { output += $0 } }
    prepare(machine)
    let program = Program(machine)
    return cells.map { source in
      output = ""
      do {
        let value = try program.run(try parseModule(source)) { _ in 1 }
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
