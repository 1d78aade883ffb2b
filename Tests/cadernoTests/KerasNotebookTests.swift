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

  @Test func `is told of mistakes with its own lines`() throws {
    let folder = try LessonFolder([
      "check.py": "\n# %%\n# %matplotlib inline\nimport numpie\n",
      "run.py": "def f(n):\n  return 1 / n\n\nprint('before')\nf(0)\n",
    ])
    let check = folder.caderno("lint", "check.py")
    #expect(check.status == 2)
    #expect(
      check.errors == """
        check.py:4:8: error: there is no module 'numpie' here [unknown-module]
            4 | import numpie
              |        ^~~~~~
          hint: did you mean 'numpy'?

        """)
    let run = folder.caderno("run", "run.py", "--no-cache", "--quiet")
    #expect(run.output == "before\n")
    #expect(
      run.errors == """
        Traceback (most recent call last):
          File "run.py", line 5, in <module>
            f(0)
          File "run.py", line 2, in f
            return 1 / n
                   ~~^~~
        ZeroDivisionError: division by zero

        """)
    let told = folder.caderno("run", "run.py", "--no-cache")
    #expect(
      told.errors.hasSuffix(
        """
        run.py:5:1: error: division by zero (line 5; line 2, in f) [ZeroDivisionError]
            5 | f(0)
              | ^~~~

        """))
  }

  @Test func `has its outputs in a page where one is asked for`() throws {
    let folder = try LessonFolder(["lesson.py": "print(6 * 7)\n"])
    #expect(folder.caderno("run", "lesson.py", "--no-cache", "-o", "page.html").status == 0)
    #expect(try folder.text("page.html").contains("42"))
  }
}

struct `A cell whose data is missing` {
  private static let code = "from keras.datasets import mnist\n(x, y), _ = mnist.load_data()\n"
  private static let script = "# %%\nprint('before')\n# %%\n\(code)"

  @Test func `fails for the world's fault, at its line, as a directive does`() throws {
    let folder = try LessonFolder(["a.md": "```python {.keras}\n\(Self.code)```\n"])
    let result = folder.caderno("run", "a.md", "--offline", "--quiet")
    #expect(result.status == 3)
    #expect(
      result.errors.hasPrefix(
        "a.md:3:1: error: the data set mnist was not found; tried:\n  "))
    #expect(result.errors.contains(" [data-missing]\n"))
    #expect(result.errors.contains("hint: name a folder that has it with --data-dir, "))
  }

  @Test func `is passed over by a check that is told so`() throws {
    let folder = try LessonFolder(["lesson.py": Self.script])
    folder.caderno("convert", "lesson.py", "lesson.ipynb")
    #expect(folder.caderno("check", "lesson.ipynb", "--offline", "--quiet").status == 3)
    let result = folder.caderno("check", "lesson.ipynb", "--offline", "--skip-missing-data")
    #expect(result.status == 0)
    #expect(
      result.errors.hasSuffix(
        "lesson.ipynb: skipped, its data isn't here (see caderno data list)\n"))
  }

  /// `HOME` is `/nowhere` in these tests, and Keras' own folder below it is looked at.
  @Test(arguments: ["lesson.ipynb", "out.ipynb", "out.html", "out.txt", "directive.ipynb"])
  func `leaves no place of this machine in what is written`(name: String) throws {
    let folder = try LessonFolder([
      "lesson.py": Self.script, "directive.md": "```yaml {.data #d}\ndataset: mnist\n```\n",
    ])
    folder.caderno("convert", "lesson.py", "lesson.ipynb")
    let lesson = name == "directive.ipynb" ? "directive.md" : "lesson.ipynb"
    let output = name == "lesson.ipynb" ? [] : ["-o", name]
    let result = folder.start(["run", lesson, "--offline"] + output).finish()
    #expect(result.status == 3)
    #expect(result.errors.contains("/nowhere"))
    let text = try folder.text(name)
    #expect(text.contains("the data set mnist was not found"))
    #expect(!text.contains("/nowhere") && !text.contains(folder.path) && !text.contains("/usr/"))
    if name == "lesson.ipynb" { #expect(text.contains("\"ename\": \"FileNotFoundError\"")) }
  }

  @Test func `may catch the exception, or expect it`() throws {
    let caught =
      "try:\n  from keras.datasets import mnist\n  mnist.load_data()\n"
      + "except FileNotFoundError:\n  print('caught')\n"
    let folder = try LessonFolder([
      "a.md": "```python {.keras}\n\(caught)```\n",
      "b.md": "```python {.keras expect_error=FileNotFoundError}\n\(Self.code)```\n",
      "c.md": "```python {.keras expect_error=data-missing}\n\(Self.code)```\n",
    ])
    for name in ["a.md", "b.md", "c.md"] {
      #expect(folder.caderno("run", name, "--offline", "--quiet") == ProgramResult(status: 0))
    }
    #expect(try folder.text("a.md").contains("caught"))
  }
}

struct `A Jupyter notebook made of a lesson` {
  @Test func `is as it was run, the errors that it expects too`() throws {
    let folder = try LessonFolder([
      "a.md": """
      ```python {.model #m expect_error=window-too-large}
      Conv2D(8, (5, 5), input_shape=(3, 3, 1))
      ```

      ```python {.keras #k expect_error=ZeroDivisionError}
      print('before')
      1 / 0
      ```

      """
    ])
    #expect(folder.caderno("run", "a.md", "-o", "out", "--to", "ipynb", "--quiet").status == 0)
    let result = folder.caderno("check", "out/a.ipynb", "--quiet")
    #expect(
      result == ProgramResult(status: 0, output: "out/a.ipynb: 2 equal, 0 different\n"))
  }

  @Test(arguments: ["py", "python3", "Python", "{python}", "{code-cell}", "{code-cell} ipython3"])
  func `has plain cells of Python, whatever their fences are marked`(info: String) throws {
    let folder = try LessonFolder([
      "a.md": "---\ncaderno: {python: keras}\n---\n\n```\(info)\nx = 2\nprint(x)\n```\n"
    ])
    folder.caderno("convert", "a.md", "a.ipynb")
    #expect(!(try folder.text("a.ipynb").contains("%%caderno")))
    #expect(folder.caderno("run", "a.ipynb", "--quiet") == ProgramResult(status: 0))
    #expect(try folder.text("a.ipynb").contains("\"2\\n\""))
  }
}
