import Testing

/// A user may have lowered the limit of the main thread's stack: the program works on stacks of its
/// own.
struct `On a main thread with a megabyte of stack` {
  private static let line = "ulimit -s 1024 && $CADERNO"

  @Test func `a cell is nested as deep as Python allows`() throws {
    let lesson = """
      ```python {.keras #deep}
      x = []
      for i in range(50000): x = [x]
      try:
          repr(x)
      except RecursionError as error:
          print(error)
      def f(n): return 0 if n == 0 else 1 + f(n - 1)
      print(f(990))
      ```

      """
    let folder = try LessonFolder(["lesson.md": lesson])
    let result = folder.shell("\(Self.line) run --quiet lesson.md")
    #expect(result.status == 0)
    let text = try folder.text("lesson.md")
    let printed = "maximum recursion depth exceeded while getting the repr of an object\n990\n"
    #expect(text.contains(printed))
  }

  @Test(arguments: [
    ("parentheses", String(repeating: "(", count: 190) + "1" + String(repeating: ")", count: 190)),
    ("sum", String(repeating: "1 + ", count: 2900) + "1"),
    ("calls", "str" + String(repeating: ".upper()", count: 1400)),
  ])
  func `deep sources are looked through`(name: String, source: String) throws {
    let folder = try LessonFolder(["lesson.md": "```python {.keras #deep}\n\(source)\n```\n"])
    let result = folder.shell("\(Self.line) lint lesson.md")
    #expect(result.status == 0, "\(name): \(result.errors)")
  }
}
