import NumPyModule
import PythonLibrary
import PythonRuntime
import Datasets
import KerasModule
import PythonSyntax
import MatplotlibModule
import Tables

/// What runs cells here, with limits so low that many programs run in a second.
final class CellMachine {
  let machine: Machine
  private let program: Program
  private let printed: Printed
  private let plots: PlotSession

  private final class Printed { var text = "" }

  /// - Parameter text: the programs, whose modules are there; making all of them takes longer than most
  ///   programs run.
  init(for text: String) {
    let printed = Printed()
    let limits = Machine.Limits(steps: 60_000, memory: 1 << 24, output: 1 << 20)
    machine = Machine(limits: limits) { printed.text += $0 }
    StandardModules.install(in: machine)
    plots = PlotSession { printed.text += $0.alt }
    program = Program(machine)
    self.printed = printed
    let others = ["keras", "tensorflow", "sklearn", "pandas", "matplotlib", "seaborn"]
    guard (["numpy"] + others).contains(where: text.contains) else { return }
    NumPyLibrary.install(in: machine)
    if text.contains("keras") || text.contains("tensorflow") { installKeras() }
    if text.contains("sklearn") || text.contains("pandas") { TableLibrary.install(in: machine) }
    if text.contains("matplotlib") || text.contains("seaborn") {
      PyplotModule.install(plots, in: machine)
    }
  }

  deinit { machine.end() }

  private func installKeras() {
    let host = KerasSession.Host(
      dataset: { name throws(HostFailure) in throw HostFailure("FileNotFoundError", name) })
    KerasLibrary.install(KerasSession(host), in: machine)
  }

  private struct Weak { weak var object: Object? }

  /// Runs a program by itself.
  ///
  /// - Parameter text: the programs, whose modules are there.
  /// - Throws: where the body does, and where something outlives the run that made it.
  static func run(for text: String, _ body: (CellMachine) throws -> Void) throws {
    func left() throws -> [String] {
      var made: [Weak] = []
      try {
        let cells = CellMachine(for: text)
        try body(cells)
        made = cells.machine.made.map { Weak(object: $0) }
      }()
      return made.compactMap { $0.object?.typeName }
    }
    // What is made once for the process is made by whatever run needs it first.
    guard try !left().isEmpty else { return }
    let names = try left()
    try expect(names.isEmpty, "objects outlive their run: \(names)")
  }

  /// What was printed so far.
  var output: String { printed.text }

  /// Runs statements one by one: one that raises was refused, the next may still be taken.
  func run(_ statements: [String]) {
    for statement in statements {
      guard let module = try? parseModule(statement) else { continue }
      run(module)
    }
  }

  /// Runs a cell, and prints its value or its exception as Jupyter would.
  func run(_ module: Module) {
    do {
      if let value = try program.run(module, line: { $0 }) {
        if try ShownTable(value, machine) == nil { printed.text += try machine.shown(value) }
      }
    } catch {
      printed.text += error.summary(machine)
    }
    plots.flush()
  }
}
