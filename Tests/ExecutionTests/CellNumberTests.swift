import Caching
import Datasets
import Diagnostics
import Execution
import Foundation
import Notebooks
import RunRecords
import Testing

struct `Numbers of cells` {
  private static let head = "---\ncaderno: {python: keras, params: {p: 3}}\n---\n\n"

  private func plan(_ text: String) -> Plan {
    let source = SourceText(file: "lesson.md", bytes: Array((Self.head + text).utf8))
    return Plan(Notebook(source: source, vocabulary: DirectiveCatalog.vocabulary))
  }

  private func run(_ text: String, cache: ResultCache? = nil) throws -> RunResult {
    let plan = plan(text)
    #expect(plan.diagnostics.filter { $0.severity == .error } == [])
    guard !plan.diagnostics.hasErrors else { return RunResult() }
    var runner = Runner(
      plan,
      settings: RunSettings(threads: 2, locator: DatasetLocator(isOffline: true), cache: cache))
    return runner.run()
  }

  private func findings(_ text: String, _ language: Language = .english) -> [String] {
    plan(text).diagnostics.map { finding in
      "\(finding.code): \(finding.message.text(in: language))"
        + (finding.hint.map { "; \($0.text(in: language))" } ?? "")
    }
  }

  /// The values are what CPython 3.12.3 with NumPy 2.3.5 has for `float(x)`.
  @Test(arguments: [
    ("x = 5", 5), ("x = -0.25", -0.25), ("x = 2 ** 40", 1_099_511_627_776), ("x = 1e300", 1e300),
    ("import numpy as np\nx = np.float32(0.1)", 0.10000000149011612),
    ("import numpy as np\nx = np.int64(7)", 7), ("import numpy as np\nx = np.uint8(250)", 250),
    ("import numpy as np\nx = np.array(0.5)", 0.5), ("import numpy as np\nx = np.array(3)", 3),
    ("import numpy as np\nx = np.mean([1, 2, 4])", 2.3333333333333335),
    ("import numpy as np\nx = np.array([[1, 2], [3, 4]])[1, 0]", 3),
    ("import tensorflow as tf\nx = tf.constant(2.5)", 2.5),
    ("import tensorflow as tf\nx = tf.reduce_sum(tf.constant([1, 2, 3]))", 6),
    ("x = 1\ndef f():\n    global x\n    x = 9\nf()", 9), ("x = p * 2", 6),
    ("print(x := 3)", 3), ("for x in range(3): pass", 2),
  ])
  func `are those of its variables`(code: String, value: Double) throws {
    let result = try run("```python {.keras #c}\n\(code)\n```\n")
    #expect(result.failure == nil)
    #expect(result.value(of: "c.x") == value)
  }

  @Test(arguments: [
    "x = True", "x = '5'", "x = [1]", "x = None", "x = 2 ** 53 + 1", "x = 10 ** 400",
    "import numpy as np\nx = np.array([1.0])", "import numpy as np\nx = np.bool_(True)",
    "import numpy as np\nx = np.array(True)", "def x(): pass", "x = 1\ndel x",
    "import tensorflow as tf\nx = tf.constant([1.0])", "def f(x): return x",
  ])
  func `are none where the value is another`(code: String) throws {
    let text = "```python {.keras #c}\n\(code)\n```\n"
    #expect(try run(text).value(of: "c.x") == nil)
    // Lint knows of names, a run of values: then it ends with a fault at the link.
    let linked = text + "\n[1](run:c.x)\n"
    guard !plan(linked).diagnostics.hasErrors else {
      #expect(code == "def f(x): return x")
      return
    }
    let failure = try #require(try run(linked).failure?.failure)
    #expect(failure.code == "no-number")
    #expect(failure.message.english == "'x' is no number at the end of 'c'")
    #expect(failure.message.portuguese == "'x' não é um número no fim de 'c'")
    let place = try #require(failure.place)
    #expect((Self.head + linked).utf8.dropFirst(place.lowerBound).starts(with: "c.x)".utf8))
    let value = text + "\n```yaml {.value #v}\nvalue: c.x + 1\n```\n"
    #expect(try run(value).failure?.failure.code == "no-number")
    #expect(try run(value).failure?.directive.id == "v")
    let table = text + "\n```yaml {.table #t}\nrows: {a: c.x}\n```\n"
    #expect(try run(table).failure?.directive.id == "t")
  }

  private static let tasks = """
    ```python {.keras #a}
    n = 10
    loss = 0.5
    ```

    ```python {.keras #b}
    loss = loss / 2
    ```

    ```python
    n += 1
    loss = -loss
    ```

    ```yaml {.value #v}
    value: a.loss - b.loss
    ```

    ```yaml {.table #t}
    rows: {a: a.n, b: b.loss}
    ```

    [](run:a.n) [50 %](run:a.loss) [](run:b.loss) [1](run:keras-1.n) [0,1](run:keras-1.loss)
    [1.0](run:v.value) [](run:t.c1[1])
    """

  @Test func `are as they were at the end of that cell, in prose, values and tables`() throws {
    let result = try run(Self.tasks)
    #expect(result.failure == nil)
    let texts = result.texts(for: plan(Self.tasks).notebook.runLinks, in: .english).map(\.text)
    #expect(texts == ["10", "50 %", "0.2500", "11", "-0,2", "0.2", "10.0000"])
  }

  @Test func `are kept with the outputs, and found again from records`() throws {
    let path = FileManager.default.temporaryDirectory.path + "/caderno-cells-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let first = try run(Self.tasks, cache: ResultCache(folder: path))
    let second = try run(Self.tasks, cache: ResultCache(folder: path))
    #expect(second.tasks.prefix(3).map(\.status) == [.cached, .cached, .cached])
    let links = plan(Self.tasks).notebook.runLinks
    #expect(
      second.texts(for: links, in: .english).map(\.text)
        == first.texts(for: links, in: .english).map(\.text))
    // A link that is new needs no run: whatever a cell names is kept.
    let more = Self.tasks + "\n[](run:keras-1.n)\n"
    let third = try run(more, cache: ResultCache(folder: path))
    #expect(third.tasks.prefix(3).map(\.status) == [.cached, .cached, .cached])
    #expect(third.value(of: "keras-1.n") == 11)
    let json = try JSONEncoder().encode(first.tasks)
    let read = try JSONDecoder().decode([TaskRecord].self, from: json)
    #expect(read == first.tasks)
    #expect(read[1].numbers?.map(\.name) == ["loss"])
  }

  @Test(arguments: [
    (
      "[1](run:b.n)",
      "unknown-value: 'b' publishes no number 'n'; 'n' is a variable of 'keras-1': write keras-1.n",
      "unknown-value: 'b' não publica o número 'n'; "
        + "'n' é uma variável de 'keras-1': escreva keras-1.n"
    ),
    (
      "[1](run:a.los)", "unknown-value: 'a' publishes no number 'los'; did you mean 'loss'?",
      "unknown-value: 'a' não publica o número 'los'; você quis dizer 'loss'?"
    ),
    (
      "[1](run:a.print)",
      "unknown-value: 'a' publishes no number 'print'; there are: 'loss', 'n'",
      "unknown-value: 'a' não publica o número 'print'; existem: 'loss', 'n'"
    ),
    (
      "[1](run:a.loss[1])",
      "no-such-row: 'a.loss' is one number, without rows; leave out [1]",
      "no-such-row: 'a.loss' é um número só, sem linhas; omita [1]"
    ),
  ])
  func `that no cell has are named before anything runs`(
    link: String, english: String, portuguese: String
  ) {
    #expect(findings(Self.tasks + "\n\(link)\n") == [english])
    #expect(findings(Self.tasks + "\n\(link)\n", .portuguese) == [portuguese])
  }
}
