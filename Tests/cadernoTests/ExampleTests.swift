import Foundation
import Testing

/// What the README and the documentation show is what works when it is copied.
struct `An example` {
  private static func fences(_ use: DocumentedFence.Use) -> [DocumentedFence] {
    DocumentedFence.all.filter { $0.use == use }
  }

  /// Lessons are found by their form; one that gets another form would be tried no more.
  @Test func `stands in the README and in the documentation`() {
    #expect(
      Self.fences(.lesson).map(\.file) == ["README.md", "docs/keras.md", "docs/notebook-format.md"])
    #expect(Set(Self.fences(.directive).map(\.file)) == ["docs/notebook-format.md"])
    #expect(Self.fences(.frontMatter).map(\.file) == ["docs/notebook-format.md"])
    #expect(Self.fences(.theme).map(\.file) == ["docs/notebook-format.md"])
  }

  /// What can't be tried is named, so that nothing else stays out.
  @Test func `is tried, but for what a program shows and other programs' files`() {
    let shown = Self.fences(.shown).map(\.name)
    #expect(shown == Self.untried, "\(shown)")
  }

  private static let untried = [
    "README.md:   lesson.md:21:1: error: Conv2D's window (5, 5) is larger than its input (3, 3, 8) [window-too-large]",
    "README.md: bytes ─► Notebook ─► Plan ─► Session ─► RunRecord ─► Markdown regions, HTML, record.json",
    "docs/architecture.md: level  Documents         Python            Program    Shared       Engine",
    "docs/architecture.md: bytes ─► Notebook ─► Plan ─► Session ─► RunRecord ─┬─► Markdown regions",
    "docs/ci.md: repos:", "docs/comparing.md: treino (fit): different, edited",
    "docs/jupyter.md: %%caderno yaml {.fit #treino}",
    "docs/notebook-format.md: ::: exercise",
    "docs/notebook-format.md: <!-- caderno:out id=treino key=3f9a12c07b5e -->",
    "docs/runs.md: treino: ran: option epochs: 5 → 6",
  ]

  @Test(arguments: fences(.lesson).map(\.file))
  func `passes lint and runs`(file: String) throws {
    let text = try #require(Self.fences(.lesson).first { $0.file == file }?.text)
    let folder = try LessonFolder(["lesson.md": text])
    let count = text.split(separator: "{.").count - 1
    #expect(
      folder.caderno("lint", "lesson.md")
        == ProgramResult(
          status: 0, errors: "lesson.md: fine (\(count) directive\(count == 1 ? "" : "s"))\n"))
    let result = folder.caderno("run", "lesson.md", "--quiet")
    #expect(result == ProgramResult(status: 0, output: result.output))
    #expect(try folder.text("lesson.md").contains("<!-- caderno:out id=tr"))
    #expect(folder.caderno("check", "lesson.md", "--quiet").status == 0)
  }

  /// Directives before those that are shown alone.
  private static let before = """
    ```yaml {.data}
    dataset: digits
    limit: {train: 100, test: 50}
    validation: 0.1
    ```

    ```python {.model}
    Flatten(input_shape=(28, 28, 1))
    Dense(10, activation='softmax')
    ```

    ```yaml {.compile}
    optimizer: adam
    loss: sparse_categorical_crossentropy
    ```


    """

  @Test(arguments: fences(.directive).map(\.text))
  func `of a directive runs behind others`(text: String) throws {
    let fence = try #require(Self.fences(.directive).first { $0.text == text })
    let lesson = "\(Self.before)```\(fence.info)\n\(text)```\n"
    let folder = try LessonFolder(["lesson.md": lesson])
    #expect(
      folder.caderno("lint", "lesson.md")
        == ProgramResult(status: 0, errors: "lesson.md: fine (4 directives)\n"))
    #expect(folder.caderno("run", "lesson.md", "--quiet", "--max-epochs", "2").status == 0)
  }

  @Test(arguments: fences(.frontMatter).map(\.text))
  func `of front matter is understood whole`(text: String) throws {
    let folder = try LessonFolder([
      "lesson.md": "\(text)\n```yaml {.value}\nvalue: params.epocas\n```\n",
      "school.css": Self.fences(.theme)[0].text,
    ])
    #expect(
      folder.caderno("lint", "lesson.md")
        == ProgramResult(status: 0, errors: "lesson.md: tudo certo (1 bloco)\n"))
    #expect(folder.caderno("run", "lesson.md", "--quiet", "-P", "epocas=1").status == 0)
    #expect(folder.caderno("render", "lesson.md", "--quiet").status == 0)
    #expect(try folder.text("lesson.html").contains("\(Self.fences(.theme)[0].text)</style>"))
  }

  /// Options of commands, in fences and in prose.
  @Test(arguments: Documentation.files.map(\.file))
  func `of a command has a subcommand and options that there are`(file: String) throws {
    let folder = try LessonFolder()
    let commands = Documentation.commands(in: Documentation.code(in: file))
    var help: [String: String] = [:]
    for (command, options) in commands {
      if help[command] == nil {
        let words = command.split(separator: " ").map(String.init)
        let result = folder.start(words + ["--help"]).finish()
        #expect(result.status == 0, "\(file): \(command)")
        help[command] = result.output
      }
      for option in options {
        #expect(help[command]?.contains(option) ?? false, "\(file): caderno \(command) \(option)")
      }
    }
  }

  /// Targets of make and scripts that stand in fences.
  @Test func `of a script names a file that there is`() throws {
    let text = DocumentedFence.all.filter { $0.use == .commands }.map(\.text).joined()
    let make = try String(
      contentsOf: Documentation.root.appendingPathComponent("Makefile"), encoding: .utf8)
    for match in text.matches(of: /(?m)^make ([a-z]+)/) {
      #expect(make.contains("\n\(match.1):"), "make \(match.1)")
    }
    for match in text.matches(of: /(?m)^((?:scripts|Benchmarks|Tests)\/[A-Za-z\/_.-]+)/) {
      let path = Documentation.root.appendingPathComponent(String(match.1)).path
      #expect(FileManager.default.fileExists(atPath: path), "\(match.1)")
    }
  }
}
