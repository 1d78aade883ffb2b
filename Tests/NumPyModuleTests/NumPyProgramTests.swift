import NumPyModule
import PythonRuntime
import Foundation
import PythonSyntax
import Testing

/// Runs a program with `numpy` and gives what it prints.
func printed(_ source: String) -> String {
  var output = ""
  let machine = Machine { output += $0 }
  // Warnings, which have tests of their own.
  machine.writeError = { _ in }
  NumPyLibrary.install(in: machine)
  do {
    let value = try Program(machine).run(try parseModule(source)) { _ in 1 }
    if let value { output += try machine.repr(value) + "\n" }
  } catch let error as PyError {
    output += error.summary(machine) + "\n"
  } catch {
    output += "\(error)\n"
  }
  return output
}

/// A program and what NumPy printed for it (Tests/Oracles/arrays_numpy.py).
struct NumPySnippet: Codable, Sendable, CustomTestStringConvertible {
  let source: String
  let output: String?
  let error: String?

  var testDescription: String { source.replacingOccurrences(of: "\n", with: " ⏎ ") }

  static let all: [NumPySnippet] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/NumPy/arrays_numpy.json")
    guard let data = try? Data(contentsOf: file) else { return [] }
    return (try? JSONDecoder().decode([NumPySnippet].self, from: data)) ?? []
  }()
}

struct `Programs with numpy` {
  @Test func `have cases`() { #expect(NumPySnippet.all.count >= 300) }

  @Test(arguments: NumPySnippet.all)
  func `print what NumPy prints`(sample: NumPySnippet) {
    let expected = sample.output ?? sample.error.map { $0 + "\n" }
    let text = printed("import numpy as np\n" + sample.source)
    #expect(sample.error == nil ? text == expected : text.hasSuffix(expected ?? ""))
  }
}
