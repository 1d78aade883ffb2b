import NumPyModule
import PythonRuntime
import PythonSyntax
import Tables
import Testing

/// What a program's last value is shown as.
private func shown(_ source: String) throws -> ShownTable? {
  let machine = Machine { _ in }
  NumPyLibrary.install(in: machine)
  TableLibrary.install(in: machine)
  let whole = "import numpy as np\nimport pandas as pd\n" + source
  guard let value = try Program(machine).run(try parseModule(whole), line: { _ in 1 }) else {
    return nil
  }
  return try ShownTable(value, machine)
}

struct `A table at the end of a cell` {
  @Test func `has the digits that pandas shows and all that numbers have`() throws {
    let table = try #require(
      try shown("pd.DataFrame({'loss': [0.5, 0.25], 'n': [1, 2], 'who': ['a', 'b']})"))
    #expect(table.columns.map(\.heading) == ["", "loss", "n", "who"])
    #expect(table.columns.map(\.digits) == [nil, 2, nil, nil])
    #expect(table.columns.map(\.isInteger) == [false, false, true, false])
    guard case .number(0.25) = table.columns[1].cells[1] else {
      Issue.record("no number")
      return
    }
    #expect(table.note == nil)
  }

  @Test func `is cut where it is long or wide`() throws {
    let table = try #require(try shown("pd.DataFrame(np.zeros((70, 30)))"))
    #expect(table.note == "70 rows × 30 columns")
    #expect(table.columns.count == 22)
    #expect(table.columns.allSatisfy { $0.cells.count == 11 })
  }

  @Test func `is none for anything else`() throws {
    #expect(try shown("pd.Series([1])") == nil)
    #expect(try shown("pd.DataFrame()") == nil)
    #expect(try shown("1") == nil)
  }
}
