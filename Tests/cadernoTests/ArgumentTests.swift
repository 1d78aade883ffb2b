import Testing

struct `The command line` {
  @Test(arguments: [
    (["run", "--bogus", "x.md"], "Error: Unknown option '--bogus'. Did you mean '--jobs'?"),
    (["run"], "Error: Missing expected argument '<notebook> ...'"),
    (["frobnicate"], "Error: Unexpected argument 'frobnicate'"),
    (["run", "x.md", "--to", "md"], "Error: --to needs --output"),
    (
      ["run", "a.md", "b.md", "-o", "c.md"],
      "Error: several notebooks need a folder after --output: c.md/"
    ),
    (
      ["run", "x.md", "-o", "x.pdf"],
      "Error: --output: no format has the extension 'pdf'; there are md, html, txt, ipynb"
    ),
    (
      ["run", "x.md", "-o", "y.md", "--to", "md,html"],
      "Error: --output y.md is one file, but --to names several formats"
    ),
    (["run", "x.md", "--threads", "0"], "Error: --threads must be from 1 to 1024, not 0"),
    (["run", "x.md", "--seed", "-1"], "Error: Missing value for '--seed <number>'"),
    (["run", "x.md", "--seed=-1"], "Error: --seed must be from 0 to 2147483647, not -1"),
    (
      ["run", "x.md", "-P", "rate"],
      "Error: The value 'rate' is invalid for '-P <name=value>': it needs a name, '=' and a value"
    ),
    (
      ["run", "x.md", "--color", "pink"],
      "Error: The value 'pink' is invalid for '--color <when>'. "
        + "Please provide one of 'auto', 'always' or 'never'."
    ),
  ])
  func `is refused with 64 and one sentence`(arguments: [String], message: String) throws {
    let result = try LessonFolder().start(arguments).finish()
    #expect(result.status == 64)
    #expect(result.errors.split(separator: "\n").first.map(String.init) == message)
  }

  @Test func `shows the help where it is empty`() throws {
    let folder = try LessonFolder()
    let result = folder.caderno()
    #expect(result.status == 0)
    #expect(result == folder.caderno("--help"))
    #expect(result.output.hasPrefix("OVERVIEW: Runs machine-learning lessons written in Markdown."))
  }

  @Test func `tells the version`() throws {
    let version = try LessonFolder().caderno("--version")
    #expect(version.status == 0)
    #expect(
      version.output.wholeMatch(of: /0\.1\.0 \((commit [0-9a-f]{7,}(-dirty)?, )?numerics 4\)\n/)
        != nil)
  }

  @Test func `can name no parameter that the lesson lacks`() throws {
    let folder = try LessonFolder([
      "lesson.md": """
      ---
      caderno:
        params:
          units: 10
      ---
      ```python {.model #m summary=true}
      Dense(units, input_shape=(784,))
      ```

      """
    ])
    let errors = """
      lesson.md:1:1: error: the lesson declares no parameter 'unit' [unknown-parameter]
          1 | ---
            | ^
        hint: did you mean 'units'?

      """
    #expect(
      folder.caderno("run", "lesson.md", "-P", "unit=3")
        == ProgramResult(status: 2, errors: errors))
    #expect(folder.caderno("run", "lesson.md", "-P", "units=3", "--quiet").errors == "")
    #expect(try folder.text("lesson.md").contains("2,355"))
  }
}
