import NumPyModule
import PythonRuntime
import Foundation
import PythonSyntax
import Testing
import TestSupport
import TestPrograms

/// Runs a program with `numpy` and gives what it prints.
func printed(_ source: String) -> String {
  // Warnings have tests of their own.
  Interpreter { machine in
    machine.writeError = { _ in }
    NumPyLibrary.install(in: machine)
  }.printed(source)
}

/// A program and what NumPy printed for it (Tests/Oracles/arrays_numpy.py).
struct NumPySnippet: Codable, Sendable, CustomTestStringConvertible {
  let source: String
  let output: String?
  let error: String?

  var testDescription: String { source.replacingOccurrences(of: "\n", with: " ⏎ ") }

  static let all: [NumPySnippet] = Fixture.read("NumPy/arrays_numpy.json")
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
