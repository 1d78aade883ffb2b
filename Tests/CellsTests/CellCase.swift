import Cells
import Foundation
import KerasNotation
import Testing

/// A program and what CPython prints for it (Tests/Oracles/cells_cpython.py).
struct CellCase: Codable, Sendable, CustomTestStringConvertible {
  let source: String
  let output: String

  var testDescription: String { source.replacingOccurrences(of: "\n", with: " ⏎ ") }

  static let all: [CellCase] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/Cells/cpython.json")
    guard let data = try? Data(contentsOf: file) else { return [] }
    return (try? JSONDecoder().decode([CellCase].self, from: data)) ?? []
  }()

  /// What the program prints here: its output, then the exception's last line where there is one.
  static func printed(_ source: String, limits: Machine.Limits = .init()) -> String {
    var output = ""
    let machine = Machine(limits: limits) { output += $0 }
    StandardModules.install(in: machine)
    let program = Program(machine)
    do {
      let module = try parseModule(source)
      let value = try program.run(module) { _ in 1 }
      if let value { output += try machine.repr(value) + "\n" }
    } catch let error as PyError {
      output += error.summary(machine) + "\n"
    } catch {
      output += "SyntaxError: \(error)\n"
    }
    return output
  }
}
