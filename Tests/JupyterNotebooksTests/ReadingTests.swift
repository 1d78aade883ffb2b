import JSON
import Foundation
import JupyterNotebooks
import Testing

struct `Reading a Jupyter notebook` {
  @Test
  func `has fixtures`() { #expect(JupyterFixture.all.count >= 10) }

  @Test(arguments: JupyterFixture.all)
  func `gives the cells that nbformat reads`(fixture: JupyterFixture) throws {
    let url = JupyterFixture.folder.appendingPathComponent("expected.json")
    let all = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? NSDictionary
    let expected = try #require(all?[fixture.name] as? NSArray)
    let forms = try fixture.file().notebook.cells.map(Self.form)
    #expect(forms.count == expected.count)
    for (form, expected) in zip(forms, expected) {
      #expect(NSArray(array: form) == expected as? NSArray)
    }
  }

  @Test(arguments: JupyterFixture.canonical)
  func `and writing it gives the bytes of Jupyter's writer`(fixture: JupyterFixture) throws {
    let written = string(try fixture.file().notebook.json())
    try #expect(written == string(fixture.bytes))
  }

  @Test(arguments: JupyterFixture.all)
  func `finds nothing wrong in it`(fixture: JupyterFixture) throws {
    #expect(try fixture.file().diagnostics.isEmpty)
  }

  @Test
  func `knows its language`() throws {
    #expect(try JupyterFixture(name: "lesson-4.5.ipynb").file().notebook.language == "python")
    let text =
      #"{"cells": [], "nbformat": 4, "nbformat_minor": 4, "#
      + #""metadata": {"kernelspec": {"language": "R"}}}"#
    #expect(try file(text).notebook.language == "r")
  }

  private static func form(_ cell: JupyterCell) -> [Any] {
    [
      cell.kind.rawValue, cell.id ?? NSNull(), cell.source, cell.executionCount ?? NSNull(),
      cell.outputs.map(form),
    ] as [Any]
  }

  private static func form(_ output: JupyterOutput) -> [Any] {
    switch output {
    case .stream(let name, let text): return ["stream", name, text]
    case .error(let name, let value, let traceback): return ["error", name, value, traceback]
    case .display(let bundle): return ["display_data", NSNull(), texts(bundle)]
    case .result(let count, let bundle):
      return ["execute_result", count ?? NSNull(), texts(bundle)] as [Any]
    }
  }

  private static func texts(_ bundle: JupyterBundle) -> [[String]] {
    bundle.data.members.compactMap { member in member.value.string.map { [member.name, $0] } }
      .sorted { $0[0] < $1[0] }
  }
}
