import Foundation
import RunRecords
import Testing

/// What stands in a lesson never reaches the terminal as something that it obeys.
@Suite struct `A terminal` {
  /// Titles, the clipboard, links, cursors, screens, colors: `\u{7}` and `\u{9C}` end the first ones.
  private static let hostile =
    "\u{1B}]0;t\u{7}\u{1B}]52;c;eA==\u{7}\u{1B}]8;;http://127.0.0.1/\u{9C}\u{1B}[2J\u{9B}5A\u{1B}[31m"
    + "\u{1B}Pq\u{9C}\u{8}\r\u{0}\u{7F}\u{85}\u{202E}\u{2066}x"
  /// The same in a string of Python's and YAML's.
  private static let escaped = hostile.unicodeScalars.map { scalar in
    scalar.value < 0x100 && !("!"..."~").contains(scalar)
      ? "\\x" + String(scalar.value + 0x100, radix: 16).dropFirst() : String(scalar)
  }.joined().replacing("\u{202E}", with: "\\u202e").replacing("\u{2066}", with: "\\u2066")

  /// Lessons with control characters in all that the program may speak of.
  private static let lessons: [String: String] = [
    "title.md": """
    ---
    title: "\(escaped)"
    author: "\(escaped)"
    params: {p: "\(escaped)"}
    ---
    \(Lessons.summary)
    """,
    "matter.md": "---\ntitle: \(hostile)\nseed: [\n---\n\(Lessons.summary)",
    "unknown.md": "---\n\"\(escaped)\": 1\nlang: \(hostile)\n---\n\(Lessons.summary)",
    "name.md": "```python {.model #\(hostile)}\nDens\(hostile)(10)\n```\n",
    "option.md": "```yaml {.data #d \(hostile)=1}\n\(hostile): 2\n```\n",
    "set.md": "```yaml {.data #d}\ndataset: \"\(escaped)\"\n```\n",
    "metric.md": Lessons.training("metrics: [\"\(escaped)\"]"),
    "caption.md": Lessons.training("caption: \"\(escaped)\""),
    "print.md": "```python {.keras #a}\nprint('\(escaped)')\n```\n",
    "raise.md": "```python {.keras #a}\nraise ValueError('\(escaped)\\n\(escaped)')\n```\n",
    "syntax.md": "```python {.keras #a}\nx = '\(hostile)' +\n```\n",
    "module.md": "```python {.keras #a}\nimport os\nx = '\(hostile)'\n```\n",
    "file\u{1B}]0;t\u{7}\u{9B}5A.md": Lessons.summary,
    "broken.ipynb": "{\"cells\": [\"\(hostile)\"",
  ]

  private static let commands: [[String]] = [
    ["lint"], ["lint", "--json"], ["run", "--explain"], ["run", "--json", "--no-cache"],
    ["run", "--color", "always"], ["check"], ["check", "--json"],
    ["check", "--annotations", "github", "--junit", "junit.xml"], ["render"], ["accept"],
    ["clean"],
  ]

  /// Characters that a terminal would obey; colors aren't where they are wanted.
  private static func obeyed(_ result: ProgramResult, colors: Bool = false) -> String {
    var text = result.output + result.errors
    if colors { text = text.replacing(#/\u{1B}\[[0-9;:]*m/#, with: "") }
    let found = text.unicodeScalars.filter { scalar in
      scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
        || (0x2028...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
    return found.map { String($0.value, radix: 16) }.joined(separator: " ")
  }

  @Test(arguments: commands)
  func `is told of lessons in plain text`(command: [String]) throws {
    let folder = try LessonFolder(Self.lessons)
    let result = folder.start(command + Self.lessons.keys.sorted()).finish()
    #expect(Self.obeyed(result, colors: command.contains("always")) == "")
    #expect(result.status >= 0)
    // Of most lessons something is said, and what they hold is seen in it.
    let said = result.output + result.errors
    #expect(said.contains(command.contains("--json") ? "\\u009b5A" : "\\x9b5A"))
    guard folder.exists("junit.xml") else { return }
    #expect(Self.obeyed(ProgramResult(status: 0, output: try folder.text("junit.xml"))) == "")
  }

  @Test func `is told of differences in plain text`() throws {
    let cell = "```python {.keras #a}\nprint('\(Self.escaped)', %)\n```\n"
    let folder = try LessonFolder(["a.md": cell.replacing("%", with: "1")])
    folder.caderno("run", "a.md")
    try folder.write(folder.text("a.md").replacing(", 1)", with: ", 2)"), to: "a.md")
    folder.caderno("run", "a.md")
    for options in [[], ["--json"], ["--summary"]] {
      let diff = folder.start(["diff", "latest~1", "latest"] + options).finish()
      #expect(diff.status == 1)
      #expect(Self.obeyed(diff) == "", "\(options)")
    }
    #expect(folder.caderno("diff", "latest~1", "latest").output.contains("\\x1b]0;t\\x07"))
    try folder.write(folder.text("a.md").replacing(", 2)", with: ", 3)"), to: "a.md")
    let check = folder.caderno("check", "a.md")
    #expect(check.status == 1)
    #expect(Self.obeyed(check) == "")
  }

  @Test func `is told of a shipped record in plain text`() throws {
    let folder = try LessonFolder(["a.md": Lessons.summary])
    folder.caderno("run", "a.md")
    let runs = folder.path + "/.caderno/runs"
    let id = try #require(try FileManager.default.contentsOfDirectory(atPath: runs).first)
    var record = try RunRecord(json: Array(folder.text(".caderno/runs/\(id)/record.json").utf8))
    record.tasks[0].outputs = [
      .metrics(.init(name: Self.hostile, metrics: [.init(Self.hostile, 1)])),
      .error(.init(code: Self.hostile, message: Self.hostile)),
    ]
    record.tasks[0].kind = Self.hostile
    record.dataSets = [
      .init(name: Self.hostile, source: Self.hostile, sha256: Self.hostile, splits: [])
    ]
    try folder.write(record.json(), to: ".caderno/runs/\(id)/record.json")
    try folder.write(record.json(), to: "b.json")
    for words in [
      ["history", "a.md"], ["history", "a.md", "--metric", Self.hostile.filter { $0 != "\0" }],
      ["history", "a.md", "--json"], ["diff", "a.md", "b.json"], ["diff", "latest", "b.json"],
      ["diff", "latest", "b.json", "--json"], ["render", "a.md"], ["accept", "a.md"],
      ["data", "verify", "\u{1B}[2J"], ["data", "get", "\u{9B}1m"], ["run", "\u{1B}[2J"],
      ["run", "--\u{1B}[2J"], ["\u{1B}[2J"], ["convert", "a.md", "\u{1B}[2J"], ["cache", "\u{1B}"],
    ] {
      let result = folder.start(words).finish()
      #expect(Self.obeyed(result) == "", "\(words)")
      #expect(result.status >= 0, "\(words)")
    }
  }
}
