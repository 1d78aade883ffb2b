import Caching
import Datasets
import Diagnostics
import Execution
import Foundation
import Notebooks
import RunRecords
import Testing

/// Every place where a lesson can use a parameter.
private let lesson = """
  ---
  caderno:
    params: {lr: 0.01, n: 120, test: 40, share: 4, epocas: 2, opt: adam, show: true, size: 28, act: softmax, lo: -1}
  ---

  ```yaml {.data #d shuffle=$show limit=$n}
  dataset: digits
  reshape: [$size, $size, 1]
  scale: 1/$size
  validation: 1/$share
  ```

  ```yaml {.data #e}
  dataset: digits
  limit: {train: $n, test: $test}
  ```

  ```python {.model #m summary=$show}
  Flatten(input_shape=($size, size, 1))
  Dense(10, activation=$act)
  ```

  ```yaml {.compile}
  model: m
  optimizer: $opt
  loss: sparse_categorical_crossentropy
  metrics: [accuracy]
  ```

  ```yaml {.fit #f seed=$size caption="After $epocas epochs"}
  model: m
  data: e
  epochs: $epocas
  batch_size: $n
  optimizer: Adam(learning_rate=$lr)
  loss: sparse_categorical_crossentropy
  ```

  ```yaml {.value #v digits=$share}
  value: f.loss[$epocas] * 0 + $n + params.lr + $lo ** 2
  ```

  ```yaml {.table #t}
  columns: [what, "with $n"]
  rows: {a: params.n / $epocas}
  ```

  ```python {.keras #c}
  print(lr, n, opt, show, lo)
  ```

  [120](run:params.n) [](run:params.lr) [~0,1 %](run:params.lr) [1.0](run:v.value)
  """

struct `Parameters` {
  private func plan(_ text: String, _ overrides: [String: String] = [:]) -> Plan {
    let source = SourceText(file: "lesson.md", bytes: Array(text.utf8))
    return Plan(
      Notebook(source: source, vocabulary: DirectiveCatalog.vocabulary), parameters: overrides)
  }

  private func run(
    _ text: String = lesson, _ overrides: [String: String] = [:], cache: ResultCache? = nil
  ) throws -> RunResult {
    let plan = plan(text, overrides)
    #expect(plan.diagnostics.map(\.message.english) == [])
    guard !plan.diagnostics.hasErrors else { return RunResult() }
    let settings = RunSettings(
      threads: 2, locator: DatasetLocator(isOffline: true), cache: cache)
    var runner = Runner(plan, settings: settings)
    return runner.run()
  }

  private func printed(_ result: RunResult, _ id: String) -> String? {
    guard case .text(let text)? = result.tasks.first(where: { $0.id == id })?.outputs.first else {
      return nil
    }
    return text.text
  }

  @Test func `stand for their values wherever they are named`() throws {
    let result = try run()
    #expect(result.failure == nil)
    #expect(result.value(of: "v.value") == 121.01)
    #expect(result.value(of: "m.total_params") == 7850)
    #expect(result.value(of: "t.c1") == 60)
    let captions = result.tasks.first { $0.id == "f" }?.outputs.compactMap { output in
      if case .figure(let figure) = output { figure.caption } else { nil }
    }
    #expect(captions == ["After 2 epochs"])
    #expect(printed(result, "c") == "0.01 120 adam True -1\n")
    guard case .table(let table)? = result.tasks.first(where: { $0.id == "t" })?.outputs.first
    else { return #expect(Bool(false)) }
    #expect(table.columns.map(\.heading) == ["what", "with 120"])
    let texts = result.texts(for: plan(lesson).notebook.runLinks, in: .english).map(\.text)
    #expect(texts == ["120", "0.01", "~1,0 %", "121.0"])
  }

  /// A lesson with the values written out gives the same, so that none reaches a place as another value.
  @Test func `give the same as their values written out`() throws {
    let values = [
      ("epocas", "2"), ("share", "4"), ("size", "28"), ("show", "true"), ("test", "40"),
      ("opt", "adam"), ("lo", "(-1)"), ("lr", "0.01"), ("n", "120"),
    ]
    var text = lesson.replacing("activation=$act", with: "activation='softmax'")
      .replacing(", size, 1", with: ", 28, 1")
    for (name, value) in values { text = text.replacing("$\(name)", with: value) }
    #expect(!text.contains("$"))
    let (named, written) = (try run(), try run(text))
    #expect(named.tasks.map(\.outputs) == written.tasks.map(\.outputs))
    for id in ["d", "e", "m", "compile-1", "f"] {
      #expect(named.tasks.first { $0.id == id }?.key == written.tasks.first { $0.id == id }?.key)
    }
  }

  /// What each one reaches, by the ids of the directives whose keys change.
  @Test(arguments: [
    ("lr", "0.02", ["f", "v", "c"]), ("n", "100", ["d", "e", "f", "v", "t", "c"]),
    ("test", "30", ["e", "f", "v"]), ("epocas", "1", ["f", "v", "t"]), ("share", "3", ["d", "v"]),
    ("opt", "sgd", ["compile-1", "f", "v", "c"]), ("lo", "3", ["v", "c"]),
  ])
  func `change what names them from the command line, and its key`(
    name: String, value: String, reached: [String]
  ) throws {
    let (before, after) = (try run(), try run(lesson, [name: value]))
    #expect(after.failure == nil)
    let changed = zip(before.tasks, after.tasks).filter { $0.key != $1.key }.map(\.0.id)
    #expect(changed == reached)
    if Double(value) != nil { #expect(after.value(of: "params.\(name)") == Double(value)) }
  }

  @Test func `enter the keys of the cells that read them, and of no other`() throws {
    let path = FileManager.default.temporaryDirectory.path + "/caderno-params-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let cache = ResultCache(folder: path)
    let text = """
      ---
      caderno: {python: keras, params: {a: 1, b: x}}
      ---

      ```python
      print(a)
      ```

      ```python
      c = a + 1
      ```

      ```python
      print(b)
      ```

      ```python
      print(c)
      ```

      ```python
      print(sorted(globals()['b']))
      ```
      """
    let statuses = { (result: RunResult) in result.tasks.map(\.status) }
    #expect(statuses(try run(text, cache: cache)) == Array(repeating: .ok, count: 5))
    #expect(statuses(try run(text, cache: cache)) == Array(repeating: .cached, count: 5))
    let other = try run(text, ["a": "2"], cache: cache)
    #expect(statuses(other) == [.ok, .ok, .cached, .ok, .ok])
    #expect(printed(other, "keras-4") == "3\n")
    // A number and a text of the same digits are different.
    let first = try run(text, ["b": "5"], cache: cache)
    let texts = try run(text.replacing("b: x", with: "b: '5'"), cache: cache)
    #expect(first.tasks.map(\.key)[2] != texts.tasks.map(\.key)[2])
    #expect(printed(texts, "keras-3") == "5\n")
  }

  @Test func `are hidden by a directive of the same name`() throws {
    let text = """
      ---
      caderno: {params: {value: 7}}
      ---

      ```yaml {.value #before}
      value: params.value
      ```

      ```yaml {.value #params}
      value: 1 + 1
      ```

      ```yaml {.value #after}
      value: params.value
      ```

      [0](run:params.value)
      """
    let result = try run(text)
    #expect(result.value(of: "before.value") == 7)
    #expect(result.value(of: "after.value") == 2)
    #expect(result.texts(for: plan(text).notebook.runLinks, in: .english).map(\.text) == ["2"])
  }
}
