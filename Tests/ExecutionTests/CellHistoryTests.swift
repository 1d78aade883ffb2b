import Execution
import RunRecords
import Testing

/// What Jupyter keeps of cells, and the cache. The values are those of IPython in
/// `Tests/Oracles/notebook_outputs.txt`; here it is asked what runs anew.
struct `A cell that reads what Jupyter keeps` {
  let lessons: `Keras cells`

  init() throws { lessons = try `Keras cells`() }

  private func run(_ sources: String...) throws -> RunResultTexts {
    let fences = sources.map { "```python\n\($0)\n```\n" }
    let text = `Keras cells`.head + fences.joined(separator: "\n")
    let result = try lessons.run(text, cached: true)
    return result.tasks.map { task in
      (task.status, lessons.texts(result, task.id))
    }
  }

  private typealias RunResultTexts = [(status: TaskRecord.Status, text: String)]

  @Test func `depends on all cells before it`() throws {
    #expect(try run("x = 1", "5", "_ + 1").map(\.text) == ["", "5", "6"])
    #expect(try run("x = 1", "5", "_ + 1").map(\.status) == [.cached, .cached, .cached])
    let edited = try run("x = 1", "6", "_ + 1")
    #expect(edited.map(\.text) == ["", "6", "7"])
    #expect(edited[0].status == .cached)
    #expect(try run("x = 1", "6;", "6", "_3 + 1", "Out").map(\.text).last == "{3: 6, 4: 7}")
  }

  @Test func `depends on their numbers`() throws {
    #expect(try run("5", "Out").map(\.text) == ["5", "{1: 5}"])
    #expect(try run("None", "5", "Out").map(\.text) == ["", "5", "{2: 5}"])
  }

  @Test func `is not one that only gives a name a value`() throws {
    _ = try run("5", "for _ in range(2):\n    print('x')", "[_ for _ in range(2)]", "(a, _) = 1, 2")
    let edited = try run(
      "6", "for _ in range(2):\n    print('x')", "[_ for _ in range(2)]", "(a, _) = 1, 2")
    #expect(edited.map(\.status) == [.ok, .cached, .cached, .cached])
  }

  @Test func `finds what cells gave that came from the cache`() throws {
    _ = try run("5", "display(6)")
    let texts = try run("5", "display(6)", "_, In[1], In[2]").map(\.text)
    #expect(texts.last == "(5, '5', 'display(6)')")
  }
}
