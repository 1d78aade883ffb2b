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

  @Test func `counts no cell that is empty`() throws {
    let (text, _, status) = try run("# %%\n1\n# %%\n\n# %%\n2\n")
    #expect(status == 0)
    let counts = text.split(separator: "\n").filter { $0.contains("\"execution_count\"") }
      .map { $0.split(separator: ":")[1].filter { $0 != " " && $0 != "," } }
    #expect(counts == ["1", "1", "null", "2", "2"])
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

struct `A Python script` {
  @Test func `prints what Python prints, and stays as it is`() throws {
    let script = "import numpy as np\r\n\r\nprint('a', np.arange(3))\r\n1 + 1\r\n"
    let folder = try LessonFolder(["lesson.py": script])
    let result = folder.caderno("run", "lesson.py", "--no-cache", "--quiet")
    #expect(result.status == 0)
    #expect(result.output == "a [0 1 2]\n")
    #expect(result.errors.isEmpty)
    #expect(try folder.text("lesson.py") == script)
  }

  @Test func `shows the last values of its cells where it has cells`() throws {
    let folder = try LessonFolder(["lesson.py": "# %%\nx = 2\nx\n# %%\nprint(x + 1)\n"])
    #expect(folder.caderno("run", "lesson.py", "--no-cache", "--quiet").output == "2\n3\n")
  }

  @Test func `is told of mistakes with its own lines`() throws {
    let folder = try LessonFolder([
      "check.py": "\n# %%\n# %matplotlib inline\nimport numpie\n",
      "run.py": "def f(n):\n  return 1 / n\n\nprint('before')\nf(0)\n",
    ])
    let check = folder.caderno("lint", "check.py")
    #expect(check.status == 2)
    #expect(
      check.errors == """
        check.py:3:3: note: '%matplotlib' is passed over [magic-line]
            3 | # %matplotlib inline
              |   ^~~~~~~~~~~~~~~~~~
        check.py:4:8: error: there is no module 'numpie' here [unknown-module]
            4 | import numpie
              |        ^~~~~~
          hint: did you mean 'numpy'?

        """)
    let run = folder.caderno("run", "run.py", "--no-cache", "--quiet")
    #expect(run.output == "before\n")
    #expect(
      run.errors == """
        run.py:5:1: error: division by zero (line 5; line 2, in f) [ZeroDivisionError]
            5 | f(0)
              | ^~~~

        """)
  }

  @Test func `has its outputs in a page where one is asked for`() throws {
    let folder = try LessonFolder(["lesson.py": "print(6 * 7)\n"])
    #expect(folder.caderno("run", "lesson.py", "--no-cache", "-o", "page.html").status == 0)
    #expect(try folder.text("page.html").contains("42"))
  }
}
