import Foundation
import TestPrograms
import Testing
import TestSupport

/// What CPython's `re` finds for patterns made from a seed (Tests/Oracles/patterns_cpython.py).
private struct PatternOracle: Decodable {
  /// What defines `show(pattern, flags, text)`.
  let program: String
  /// Calls of `show`, and what they print.
  let cases: [[String]]

  static let shared: PatternOracle = Fixture.read("PythonLibrary/patterns.json")
}

struct `A pattern` {
  @Test func `finds what CPython finds, and is wrong in its words`() throws {
    let oracle = PatternOracle.shared
    #expect(oracle.cases.count >= 2000)
    let printed = Interpreter().printed(cells: [oracle.program] + oracle.cases.map { $0[0] })
    for (row, output) in zip(oracle.cases, printed.dropFirst()) where output != row[1] {
      Issue.record("\(row[0])\nCPython: \(row[1])here:    \(output)")
    }
  }
}
