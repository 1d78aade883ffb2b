import FoundationEssentials
import PythonSyntax
import Testing
import TestSupport

/// What CPython says about a source; see Tests/Oracles/python_ast.py.
struct PythonCase: Decodable, Sendable, CustomTestStringConvertible {
  let source: String
  let form: String?
  let message: String?

  var testDescription: String { source.debugDescription }

  /// The committed cases, or those that a longer run made.
  static let all: [PythonCase] = Fixture.read(
    ProcessInfo.processInfo.environment["CADERNO_AST_CASES"].map { URL(filePath: $0) }
      ?? Fixture.file("PythonSyntax/python_ast.json"))

  static let accepted = all.filter { $0.form != nil }
  static let rejected = all.filter { $0.form == nil }
}

@Suite struct DifferentialTests {
  @Test func `there are hundreds of cases of both kinds`() {
    #expect(PythonCase.accepted.count > 300)
    #expect(PythonCase.rejected.count > 300)
  }

  @Test(arguments: PythonCase.accepted)
  func `what CPython accepts gives the same tree`(_ python: PythonCase) {
    switch Verdict(python.source) {
    case .accepted(let module): #expect(NormalForm.of(module) == python.form)
    case .rejected(let error):
      #expect(error.isBeyondNotation, "\(error.english) at \(error.range)")
    }
  }

  @Test(arguments: PythonCase.rejected)
  func `what CPython rejects is rejected`(_ python: PythonCase) {
    switch Verdict(python.source) {
    case .rejected(let error):
      #expect(error.range.upperBound <= python.source.utf8.count)
    case .accepted(let module):
      #expect(
        NotebookForms.occur(in: module.body),
        "CPython: \(python.message ?? ""); here: \(NormalForm.of(module))")
    }
  }
}

/// What the parser says about a source.
enum Verdict {
  case accepted(Module)
  case rejected(SyntaxError)

  init(_ source: String) {
    do throws(SyntaxError) {
      self = .accepted(try parseModule(source))
    } catch {
      self = .rejected(error)
    }
  }
}

extension SyntaxError {
  /// Python that the notation leaves out on purpose.
  var isBeyondNotation: Bool {
    switch fact {
    case .notSupported, .unsupportedEscape, .tooDeeplyNested: true
    default: false
    }
  }
}
