import Foundation
import Testing

struct `A Jupyter notebook with Python cells` {
  private func run(_ script: String) throws -> (text: String, errors: String, status: Int32) {
    let folder = try LessonFolder(["lesson.py": script])
    folder.caderno("convert", "lesson.py", "lesson.ipynb")
    let result = folder.caderno("run", "lesson.ipynb", "--no-cache")
    return (try folder.text("lesson.ipynb"), result.errors, result.status)
  }

  @Test func `has what its cells print and give as Jupyter types it`() throws {
    let (text, _, status) = try run("# %%\nx = 2\nprint('a', x)\n# %%\nx + 1\n")
    #expect(status == 0)
    #expect(text.contains("\"output_type\": \"stream\""))
    #expect(text.contains("\"a 2\\n\""))
    #expect(text.contains("\"output_type\": \"execute_result\""))
    #expect(text.contains("\"text/plain\": \"3\"") || text.contains("\"3\""))
  }

  @Test func `has the error that ended it, with lines counted in its cells`() throws {
    let script = "# %%\ndef f(n):\n    return 1 / n\n# %%\nprint('before')\nf(0)\n"
    let (text, errors, status) = try run(script)
    #expect(status == 2)
    #expect(
      errors.contains("division by zero (keras-2 line 2; keras-1 line 2, in f) [ZeroDivisionError]")
    )
    #expect(text.contains("\"ename\": \"ZeroDivisionError\""))
    #expect(text.contains("\"before\\n\""))
  }

  @Test func `is looked through before its first cell runs`() throws {
    let (text, errors, status) = try run("# %%\nprint('ran')\n# %%\nimport numpie\n")
    #expect(status == 2)
    #expect(errors.contains("there is no module 'numpie' here [unknown-module]"))
    #expect(!text.contains("output_type"))
  }
}
