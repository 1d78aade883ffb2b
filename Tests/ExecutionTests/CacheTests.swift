import Caching
import Datasets
import Diagnostics
import Execution
import Foundation
import Notebooks
import RunRecords
import Testing

struct `Results of earlier runs` {
  private let folder: KeptFolder

  init() throws { folder = try KeptFolder() }

  private static let lesson = """
    ---
    caderno: {seed: 3, params: {units: 4}}
    ---
    # Title

    Some prose before.

    ```yaml {.data #d show=2}
    dataset: mnist
    limit: {train: 24, test: 12}
    ```

    ```yaml {.data #other scale=0.5}
    dataset: mnist
    limit: {train: 12, test: 6}
    ```

    ```python {.model #m}
    Flatten(input_shape=(28, 28, 1))
    Dense(units)
    Dropout(0.1)
    Dense(10, activation='softmax')
    ```

    More prose, with [0 %](run:e.accuracy) in it.

    ```yaml {.fit #f}
    model: m
    data: d
    epochs: 2
    optimizer: adam
    loss: sparse_categorical_crossentropy
    metrics: [accuracy]
    ```

    ```yaml {.evaluate #e confusion=true}
    model: m
    data: d.test
    ```

    ```yaml {.predict #p}
    indices: [0, 1]
    model: m
    data: other.test
    ```

    ```yaml {.figure #s kind=samples count=3}
    data: other
    ```

    The end.
    """

  private func run(_ text: String = lesson, seed: Int? = nil) throws -> RunResult {
    let source = SourceText(file: "lesson.md", bytes: Array(text.utf8))
    let plan = Plan(Notebook(source: source, vocabulary: DirectiveCatalog.vocabulary))
    try #require(!plan.diagnostics.hasErrors, "\(plan.diagnostics)")
    var notices: [String] = []
    let settings = RunSettings(
      threads: 1, seed: seed,
      locator: DatasetLocator(dataDirectory: folder.path, isOffline: true),
      cache: ResultCache(folder: "\(folder.path)/cache"))
    var runner = Runner(
      plan, settings: settings,
      observe: { if case .notice(let message) = $0 { notices.append(message.english) } })
    let result = runner.run()
    #expect(result.failure == nil)
    folder.notices = notices
    return result
  }

  /// The directives worth keeping that were executed.
  private func executed(_ result: RunResult) -> [String] {
    result.tasks.filter { $0.status == .ok && $0.kind != "model" && $0.id != "other" }.map(\.id)
  }

  @Test func `are taken where nothing changed, and are the same`() throws {
    let first = try run()
    #expect(executed(first) == ["d", "f", "e", "p", "s"])
    let second = try run()
    #expect(executed(second) == [])
    #expect(first.tasks.map(\.outputs) == second.tasks.map(\.outputs))
    #expect(first.tasks.map(\.key) == second.tasks.map(\.key))
  }

  /// Words, blank lines, headings, captions, alternative texts and names: none of it is computed on.
  @Test func `survive a thousand edits of prose and form`() throws {
    let before = try run()
    var chance = Chance(7)
    var text = Self.lesson
    for number in 1...1000 {
      text = ProseEdit.all[chance.below(ProseEdit.all.count)].apply(text, &chance)
      #expect(executed(try run(text)) == [], "edit \(number)")
    }
    #expect(text != Self.lesson)
    for edit in ProseEdit.all {
      let edited = edit.apply(Self.lesson, &chance)
      let result = try run(edited)
      #expect(executed(result) == [], "\(edit)")
      #expect(result.tasks.count == before.tasks.count)
    }
  }

  @Test(arguments: [
    ("epochs: 2", "epochs: 3", ["f", "e", "p"]),
    ("optimizer: adam", "optimizer: sgd", ["f", "e", "p"]),
    ("units: 4", "units: 5", ["f", "e", "p"]),
    ("Dropout(0.1)", "Dropout(0.2)", ["f", "e", "p"]),
    ("scale=0.5", "scale=0.25", ["p", "s"]),
    ("confusion=true", "confusion=false", ["e"]),
    ("indices: [0, 1]", "indices: [0, 2]", ["p"]),
    ("count=3", "count=4", ["s"]),
    ("show=2", "show=3", ["d"]),
    ("limit: {train: 24", "limit: {train: 23", ["d", "f", "e", "p"]),
  ])
  func `are made anew exactly where an option changed them`(
    old: String, new: String, changed: [String]
  ) throws {
    _ = try run()
    let text = Self.lesson.replacing(old, with: new)
    #expect(text != Self.lesson)
    #expect(executed(try run(text)) == changed)
  }

  @Test func `follow the seed, where it is used`() throws {
    _ = try run()
    #expect(executed(try run(seed: 4)) == ["d", "f", "e", "p", "s"])
  }

  @Test func `follow every byte of the data`() throws {
    _ = try run()
    try folder.flip("train-images-idx3-ubyte", at: 16 + 300)
    #expect(executed(try run()) == ["d", "f", "e", "p", "s"])
    try folder.flip("train-images-idx3-ubyte", at: 16 + 300)
    #expect(executed(try run()) == [])
  }

  @Test func `go on from fewer epochs, to the same bits`() throws {
    let whole = try run(Self.lesson.replacing("epochs: 2", with: "epochs: 5"))
    try folder.forget()
    _ = try run(Self.lesson.replacing("epochs: 2", with: "epochs: 3"))
    let continued = try run(Self.lesson.replacing("epochs: 2", with: "epochs: 5"))
    #expect(whole.tasks.map(\.outputs) == continued.tasks.map(\.outputs))
    // The shorter fit is still there.
    #expect(executed(try run(Self.lesson.replacing("epochs: 2", with: "epochs: 3"))) == [])
  }

  /// Options of the fit that change what it trains, so that each has epochs of its own.
  private static let callbacks = """
    epochs: 4
    validation_data: d.test
    class_weight: {1: 2, 4: 0.5}
    callbacks:
      - EarlyStopping('loss', patience=2, restore_best_weights=True)
      - ReduceLROnPlateau('loss', factor=0.5, patience=0, min_delta=9)
    """

  @Test func `go on under callbacks too, to the same bits`() throws {
    let text = Self.lesson.replacing("epochs: 2", with: Self.callbacks)
    let whole = try run(text)
    try folder.forget()
    _ = try run(text.replacing("epochs: 4", with: "epochs: 2"))
    let continued = try run(text)
    #expect(whole.tasks.map(\.outputs) == continued.tasks.map(\.outputs))
    #expect(executed(try run(text)) == [])
    let history = whole.tasks.flatMap(\.outputs).compactMap { output in
      if case .history(let history) = output { history } else { nil }
    }
    // The first epoch is the best there is, by so wide a margin; each that follows halves the rate.
    #expect(
      history.first?.metrics == ["loss", "accuracy", "val_loss", "val_accuracy", "learning_rate"])
    let rates = [0.001, 0.001, 0.0005, 0.00025].map { Double(Float($0)) }
    #expect(history.first?.rows.map { $0[4] } == rates)
  }

  @Test(arguments: [
    ("class_weight: {1: 2, 4: 0.5}", "class_weight: {1: 2}"),
    ("factor=0.5", "factor=0.25"), ("patience=2", "patience=1"),
  ])
  func `are made anew where a callback or a weight changed`(old: String, new: String) throws {
    let text = Self.lesson.replacing("epochs: 2", with: Self.callbacks)
    _ = try run(text)
    #expect(text.replacing(old, with: new) != text)
    let changed = try run(text.replacing(old, with: new))
    #expect(executed(changed).contains(old == "patience=2" ? "e" : "f"))
  }

  @Test func `are shared by lessons in two languages`() throws {
    _ = try run()
    let portuguese = Self.lesson.replacing("---\ncaderno", with: "---\nlang: pt-BR\ncaderno")
      .replacing("#f", with: "#treino").replacing("#m", with: "#rede")
      .replacing("model: m", with: "model: rede")
    let result = try run(portuguese)
    #expect(result.tasks.first { $0.id == "treino" }?.status == .cached)
  }

  @Test func `are never taken from a broken file, which is told of`() throws {
    let before = try run()
    let files = try folder.cacheFiles()
    #expect(files.count >= 5)
    for file in files {
      var bytes = try #require(FileManager.default.contents(atPath: file))
      bytes[bytes.count / 2] ^= 1
      try bytes.write(to: URL(fileURLWithPath: file))
    }
    let after = try run()
    #expect(before.tasks.map(\.outputs) == after.tasks.map(\.outputs))
    #expect(folder.notices.count >= 4)
    #expect(
      folder.notices.allSatisfy {
        $0.hasPrefix("warning: ") && $0.hasSuffix("is torn or was altered; the result is made anew")
      })
    #expect(executed(try run()) == [])
  }

  @Test func `that can't be kept stop nothing, and are told of once`() throws {
    try Data([1]).write(to: URL(fileURLWithPath: "\(folder.path)/cache"))
    let result = try run()
    #expect(executed(result) == ["d", "f", "e", "p", "s"])
    #expect(
      folder.notices == [
        "warning: results of this run are not kept: \(folder.path)/cache: cannot be written: "
          + "Not a directory"
      ])
  }
}
