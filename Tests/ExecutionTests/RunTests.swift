import Datasets
import Diagnostics
import Execution
import Notebooks
import RunRecords
import Testing

/// A lesson with every directive, on a few of the built-in digits.
private let lesson = """
  ---
  lang: pt-BR
  caderno:
    params:
      unidades: 16
  ---

  ```yaml {.data #d}
  dataset: digits
  limit: {train: 200, test: 60}
  validation: 0.2
  shuffle: true
  one_hot: true
  show: 5
  ```

  ```python {.model #base}
  Conv2D(4, 3, activation='relu', input_shape=(28, 28, 1))
  MaxPooling2D(2)
  ```

  ```python {.model #m extends=base summary=true}
  Flatten()
  Dense(unidades, activation='relu')
  Dense(10, activation='softmax')
  ```

  ```yaml {.compile}
  model: m
  optimizer: Adam(learning_rate=0.01)
  loss: categorical_crossentropy
  metrics: [accuracy]
  ```

  ```yaml {.fit #f epochs=2}
  model: m
  batch_size: 32
  ```

  ```yaml {.evaluate #e}
  model: m
  per_class: true
  confusion: true
  ```

  ```yaml {.predict #p}
  model: m
  indices: [0, 7]
  ```

  ```yaml {.figure #history kind=history of=f}
  metrics: [loss]
  ```

  ```yaml {.figure #samples kind=samples count=3}
  data: d.validation
  ```

  ```yaml {.figure #confusion kind=confusion}
  model: m
  ```

  ```yaml {.figure #errors kind=errors count=2}
  model: m
  ```

  ```yaml {.table #t}
  columns: [parte, acurácia]
  rows: {treino: f.accuracy, validação: f.val_accuracy, teste: e.accuracy}
  format: percent
  ```

  ```yaml {.value #v}
  value: f.loss[1] - f.loss
  ```

  ```python {.model #wrong expect_error=window-too-large}
  Conv2D(1, 9, input_shape=(4, 4, 1))
  ```

  ```yaml {.summary #s skip=true}
  model: m
  ```

  [10 %](run:e.accuracy)
  """

struct `A run` {
  private func run(_ text: String = lesson, threads: Int = 1) -> (Plan, RunResult) {
    let source = SourceText(file: "lesson.md", bytes: Array(text.utf8))
    let plan = Plan(Notebook(source: source, vocabulary: DirectiveCatalog.vocabulary))
    guard !plan.diagnostics.hasErrors else { return (plan, RunResult()) }
    let locator = DatasetLocator(isOffline: true)
    var runner = Runner(plan, settings: RunSettings(threads: threads, locator: locator))
    return (plan, runner.run())
  }

  @Test func `gives the outputs of every directive`() throws {
    let (plan, result) = run()
    #expect(plan.diagnostics.isEmpty)
    #expect(result.failure == nil)
    let outputs = Dictionary(result.tasks.map { ($0.id, $0.outputs.map(\.name)) }) { a, _ in a }
    #expect(outputs["d"] == ["parts", "samples"])
    #expect(outputs["m"] == ["layers", "totals"])
    #expect(outputs["f"] == ["history", "curves"])
    #expect(outputs["e"] == ["metrics", "classes", "confusion"])
    #expect(outputs["p"] == ["predictions", "predictions"])
    #expect(outputs["history"] == ["history"])
    #expect(outputs["samples"] == ["samples"])
    #expect(outputs["confusion"] == ["confusion"])
    #expect(outputs["errors"] == ["errors"])
    #expect(outputs["t"] == ["table"])
    #expect(outputs["wrong"] == ["error"])
    #expect(result.tasks.last?.status == .skipped)
  }

  @Test func `publishes numbers that fit its outputs`() throws {
    let (plan, result) = run()
    let accuracy = try #require(result.value(of: "e.accuracy"))
    #expect((0...1).contains(accuracy))
    let first = try #require(result.value(of: "f.loss[1]"))
    let last = try #require(result.value(of: "f.loss"))
    #expect(result.value(of: "v.value") == first - last)
    #expect(result.value(of: "m.total_params") == Double(4 * 10 + 676 * 16 + 16 + 16 * 10 + 10))
    #expect(result.value(of: "e.nothing") == nil)
    #expect(result.texts(for: plan.notebook.runLinks, in: .portuguese).count == 1)
  }

  @Test(arguments: [2, 3, 7])
  func `is the same on any number of threads`(threads: Int) {
    let (one, many) = (run().1, run(threads: threads).1)
    #expect(one.tasks.map(\.outputs) == many.tasks.map(\.outputs))
    #expect(one.tasks.map(\.key) == many.tasks.map(\.key))
  }

  @Test(arguments: [
    ("epochs=2", "epochs=3", true), ("limit: {train: 200", "limit: {train: 201", true),
    ("one_hot: true", "one_hot:   true", false), ("Conv2D(4, 3", "Conv2D( 4,3", false),
    ("show: 5", "show: 6", false), ("learning_rate=0.01", "learning_rate=0.02", true),
    ("[10 %]", "Prose [10 %]", false), ("unidades: 16", "unidades: 17", true),
  ])
  func `has keys that follow what the fit depends on, and nothing else`(
    old: String, new: String, changes: Bool
  ) throws {
    let edited = lesson.replacing(old, with: new)
    #expect(edited != lesson)
    let before = try #require(run().1.tasks.first { $0.id == "f" })
    let after = try #require(run(edited).1.tasks.first { $0.id == "f" })
    #expect((before.key != after.key) == changes)
  }

  /// A learning rate that is 0 from the first step on moves nothing, so it has to reach training.
  @Test func `takes a schedule with the modules that lessons put before its name`() throws {
    let schedule = "keras.optimizers.schedules.PiecewiseConstantDecay([1, 2], [RATE, RATE, RATE])"
    func loss(_ rate: String) throws -> Double {
      let call = "tf.keras.optimizers.SGD(learning_rate=\(schedule))"
        .replacing("RATE", with: rate)
      let edited = lesson.replacing("Adam(learning_rate=0.01)", with: call)
      return try #require(run(edited).1.value(of: "f.loss"))
    }
    #expect(try loss("0.0") != loss("0.1"))
  }

  @Test func `stops at a loss that is not finite, and says where`() throws {
    let (_, result) = run(lesson.replacing("Adam(learning_rate=0.01)", with: "SGD(1e30)"))
    let failure = try #require(result.failure)
    #expect(failure.directive.id == "f")
    #expect(failure.failure.code == "loss-not-finite")
    #expect(result.tasks.filter { $0.status == .ok }.map(\.id) == ["d", "base", "m", "compile-1"])
  }

  @Test func `goes on with a loss that is not finite where the lesson says so`() throws {
    let edited = lesson.replacing("Adam(learning_rate=0.01)", with: "SGD(1e30)")
      .replacing("{.fit #f epochs=2}\n", with: "{.fit #f epochs=2}\nstop_on_nan: false\n")
    let (_, result) = run(edited)
    #expect(edited.contains("stop_on_nan"))
    #expect(result.failure?.failure.code != "loss-not-finite")
    #expect(result.value(of: "f.loss")?.isFinite == false)
  }
}
