import Foundation
import Testing
import TestSupport

/// CPython is the oracle of what a script prints; `Tests/Oracles/percent_scripts.py` wrote it down.
@Suite("A script that is run") struct ScriptTests {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let source: String
    let printed: String
    var testDescription: String { name }
  }

  private struct Cases: Decodable { let cases: [Case] }

  static let cases = Fixture.read("scripts/percent.json", as: Cases.self).cases

  @Test(arguments: cases)
  func `prints what CPython does, byte for byte`(sample: Case) throws {
    let folder = try LessonFolder(["lesson.py": sample.source])
    let result = folder.caderno("run", "lesson.py", "--no-cache", "--quiet")
    #expect(result.errors == "")
    #expect(result.output == sample.printed)
    #expect(try folder.text("lesson.py") == sample.source)
  }

  @Test func `prints what a cell prints at once, not when the cell ends`() throws {
    let script = "print('first')\nwhile True:\n  pass\n"
    let folder = try LessonFolder(["lesson.py": script])
    let program = folder.start(["run", "lesson.py", "--no-cache", "--quiet"])
    #expect(program.readLine() == "first")
    program.send(SIGINT)
    #expect(program.finish().status == 130)
  }

  @Test func `prints the same where cells come from the cache`() throws {
    let folder = try LessonFolder(["lesson.py": "# %%\nprint('a', end='')\n# %%\nprint('b')\n"])
    #expect(folder.caderno("run", "lesson.py", "--quiet").output == "ab\n")
    #expect(folder.caderno("run", "lesson.py", "--quiet").output == "ab\n")
    try folder.write("# %%\nprint('a', end='')\n# %%\nprint('c')\n", to: "lesson.py")
    #expect(folder.caderno("run", "lesson.py", "--quiet").output == "ac\n")
  }
}
