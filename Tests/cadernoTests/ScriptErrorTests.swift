import Foundation
import Testing
import TestSupport

/// CPython 3.12.1 is the oracle of how a script ends; `Tests/Oracles/script_errors.py` wrote it down.
@Suite("A script that ends with an error") struct ScriptErrorTests {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let source: String
    let output: String
    let errors: String
    let status: Int32
    var testDescription: String { name }

    /// What the program ends with: a status that the script asks for, otherwise its own.
    var ownStatus: Int32 {
      if status == 0 { return 0 }
      let isAsked = !errors.contains("Traceback") && !errors.hasPrefix("  File")
      return isAsked ? status : errors.contains("\nKeyboardInterrupt") ? 130 : 2
    }
  }

  private struct Cases: Decodable { let cases: [Case] }

  static let cases = read("errors.json")
  /// Those that CPython refuses, or warns of, before it runs them.
  static let syntax = read("syntax.json")
  /// The same of NumPy's warnings, with NumPy 2.4.6: `Tests/Oracles/numpy_warnings.py` wrote it down.
  static let arithmetic = read("numpy.json")

  private static func read(_ name: String) -> [Case] {
    Fixture.read("scripts/\(name)", as: Cases.self).cases
  }

  @Test(arguments: cases + syntax + arithmetic)
  func `says on standard error what CPython does, byte for byte`(sample: Case) throws {
    let folder = try LessonFolder(["lesson.py": sample.source])
    let result = folder.caderno("run", "lesson.py", "--no-cache", "--quiet")
    #expect(result.errors == sample.errors)
    #expect(result.output == sample.output)
    #expect(result.status == sample.ownStatus)
  }

  @Test func `is told with its place and a code where more is said than CPython does`() throws {
    let folder = try LessonFolder(["lesson.py": "x = 1\nprint(x / 0)\n"])
    let result = folder.caderno("run", "lesson.py", "--no-cache")
    #expect(
      result.errors.hasSuffix(
        """
        lesson.py:2:1: error: division by zero (line 2) [ZeroDivisionError]
            2 | print(x / 0)
              | ^~~~~~~~~~~~

        """))
    #expect(result.status == 2)
  }

  @Test func `is looked through for unknown names before it runs, unless it is to be quiet`() throws
  {
    let folder = try LessonFolder(["lesson.py": "print('a')\nprint(nam)\nname = 1\n"])
    let result = folder.caderno("run", "lesson.py", "--no-cache")
    #expect(
      result.errors == """
        lesson.py:2:7: error: name 'nam' is not defined [unknown-name]
            2 | print(nam)
              |       ^~~
          hint: did you mean 'name'?

        """)
    #expect(result.output == "")
  }
}
