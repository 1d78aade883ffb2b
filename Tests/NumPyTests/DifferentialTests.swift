import FoundationEssentials
import NumPy
import Arrays
import Testing
import TestSupport

/// A snippet with what NumPy printed, or the exception that it raised.
struct SnippetCase: Decodable, CustomTestStringConvertible {
  let source: String
  let output: String?
  let error: String?

  var testDescription: String { source.debugDescription }

  /// The committed cases, or those that a longer run made.
  static let all: [SnippetCase] = Fixture.read(
    ProcessInfo.processInfo.environment["CADERNO_ARRAY_CASES"].map { URL(filePath: $0) }
      ?? Fixture.file("NumPy/arrays_numpy.json"))
}

struct DifferentialTests {
  @Test func `the cases of the oracle are there`() {
    #expect(SnippetCase.all.count >= 200)
  }

  @Test(arguments: SnippetCase.all)
  func `a snippet prints what NumPy prints, or fails as it does`(_ snippet: SnippetCase) throws {
    do {
      let output = try SnippetRun.output(of: snippet.source)
      #expect(output == snippet.output, "\(snippet.error ?? "")")
    } catch let error as ArrayError {
      #expect(error.description == snippet.error)
    }
  }
}
