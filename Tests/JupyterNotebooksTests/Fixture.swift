import Diagnostics
import Foundation
import JupyterNotebooks
import Testing
import TestSupport

/// A notebook that Tests/Oracles/jupyter_notebooks.py made.
struct JupyterFixture: Sendable, CustomTestStringConvertible {
  let name: String

  var testDescription: String { name }

  static let folder = Project.file("Tests/Fixtures/jupyter")

  static let all = Project.names(in: "Tests/Fixtures/jupyter").filter { $0.hasSuffix(".ipynb") }
    .map(JupyterFixture.init)

  /// Those in the layout of Jupyter's own writer.
  static let canonical = all.filter { !$0.name.hasPrefix("layout-") && $0.name != "old-3.ipynb" }

  var bytes: [UInt8] {
    get throws { [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent(name))) }
  }

  func file() throws -> JupyterFile {
    try JupyterFile(source: SourceText(file: name, bytes: try bytes))
  }
}

func file(_ text: String) throws(JupyterFileError) -> JupyterFile {
  try JupyterFile(source: SourceText(file: "lesson.ipynb", bytes: Array(text.utf8)))
}

/// All findings in a text as they are shown, errors or not.
func findings(_ text: String, _ language: Language = .english) -> String {
  let source = SourceText(file: "lesson.ipynb", bytes: Array(text.utf8))
  let formatter = DiagnosticFormatter(source: source, language: language)
  do {
    return formatter.format(try JupyterFile(source: source).diagnostics)
  } catch {
    return formatter.format(error.diagnostics)
  }
}

func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
