import ArrayCells
import Cells
import Datasets
import KerasCells
import KerasNotation

/// Programs of Keras calls with random models, arguments, shapes, labels, dtypes and batch sizes, run
/// as cells are.
enum EngineCalls: FuzzTarget {
  static let name = "engine"
  static let longest = 256

  /// The plain program, and some of random bytes.
  static var seeds: [[UInt8]] {
    var random = SeedBytes(1)
    return [[0]] + (1...64).map { random.take($0 * 3) }
  }

  static func text(of bytes: [UInt8]) -> String {
    var program = EngineProgram(bytes)
    return program.statements().joined(separator: "\n")
  }

  static func run(_ bytes: [UInt8]) {
    var program = EngineProgram(bytes)
    let limits = Machine.Limits(steps: 100_000, memory: 1 << 28, output: 1 << 20)
    let machine = Machine(limits: limits) { _ in }
    StandardModules.install(in: machine)
    NumPyCells.install(in: machine)
    let host = KerasSession.Host(
      dataset: { name throws(HostFailure) in throw HostFailure("FileNotFoundError", name) })
    KerasCells.install(KerasSession(host), in: machine)
    let cells = Program(machine)
    // A statement that raises is one that was refused; the next one may still be taken.
    for statement in program.statements() {
      guard let module = try? parseModule(statement) else { continue }
      _ = try? cells.run(module) { $0 }
    }
  }
}
