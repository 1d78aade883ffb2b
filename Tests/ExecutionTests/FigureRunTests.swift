import Caching
import Datasets
import Diagnostics
import Foundation
import Networks
import Notebooks
import RunRecords
import Testing

@testable import Execution

/// A model that a directive's body describes; nil where it has errors.
func builtModel(_ layers: String) -> Model? {
  let text = "```python {.model #m}\n\(layers)\n```\n"
  let source = SourceText(file: "lesson.md", bytes: Array(text.utf8))
  let plan = Plan(Notebook(source: source, vocabulary: DirectiveCatalog.vocabulary))
  for task in plan.tasks {
    if case .run(let task as ModelTask) = task.action { return task.model }
  }
  return nil
}

private let models = """
  ```yaml {.data #d}
  dataset: digits
  limit: {train: 150, test: 40}
  ```

  ```yaml {.data #fila}
  dataset: digits
  limit: {train: 60, test: 40}
  reshape: [784]
  ```

  ```python {.model #cnn}
  Conv2D(4, 3, activation='relu', input_shape=(28, 28, 1))
  MaxPooling2D(2)
  Conv2D(5, 3, name='segunda')
  Flatten()
  Dense(10, activation='softmax')
  ```

  ```python {.model #densa}
  Dense(70, activation='relu', input_shape=(784,))
  Reshape((7, 10))
  Flatten()
  Dense(10)
  ```

  ```yaml {.fit #a}
  model: cnn
  data: d
  loss: sparse_categorical_crossentropy
  metrics: [accuracy]
  ```

  ```yaml {.fit #b}
  model: cnn
  data: d
  epochs: 2
  loss: sparse_categorical_crossentropy
  metrics: [accuracy]
  ```


  """

/// A figure and what it has: panels, and the start of its alternative text.
struct FigureCase: Sendable, CustomTestStringConvertible {
  let options: String
  let panels: Int
  let alt: String
  let caption: String?

  var testDescription: String { options }

  init(_ options: String, _ panels: Int, _ alt: String, _ caption: String? = nil) {
    (self.options, self.panels, self.alt, self.caption) = (options, panels, alt, caption)
  }

  static let all = [
    FigureCase("kind=compare of=[a,b]", 1, ""),
    FigureCase(
      "kind=architecture model=cnn", 1,
      "The layers of cnn from its input to its output: Conv2D, MaxPooling2D, Conv2D, Flatten, Dense; 6,285 parameters"
    ),
    FigureCase("kind=kernels model=cnn", 4, "4 of 4 kernels of conv2d", "Black is −"),
    FigureCase("kind=kernels model=cnn layer=segunda count=2", 2, "2 of 5 kernels of segunda"),
    FigureCase(
      "kind=activations model=cnn data=d image=3 count=3", 4,
      "3 of 4 maps that conv2d makes of example 3", "Black is 0.00, white "),
    FigureCase(
      "kind=activations model=cnn data=d layer=dense", 1,
      "The 10 numbers that dense makes of example 0"),
    FigureCase(
      "kind=activations model=densa data=fila layer=dense", 1,
      "The 70 numbers that dense makes of example 0"),
    FigureCase(
      "kind=activations model=densa data=fila layer=reshape", 2,
      "1 of 1 maps that reshape makes of example 0"),
    FigureCase(
      "kind=histogram model=cnn layer=segunda", 1, "Histogram (weight of segunda): 185 numbers"),
    FigureCase("kind=histogram model=cnn", 1, "Histogram (weight): 6,285 numbers"),
    FigureCase(
      "kind=histogram what=pixels data=d bins=16", 1, "Histogram (pixel): 117,600 numbers"),
    FigureCase(
      "kind=histogram what=confidence model=cnn data=d", 1,
      "Histogram (probability of the predicted class): right: "),
    FigureCase("kind=bars model=cnn data=d", 1, "accuracy of 10 classes: from "),
    FigureCase("kind=bars what=precision model=cnn data=d", 1, "precision of 10 classes: from "),
    FigureCase("kind=bars what=recall model=cnn data=d", 1, "recall of 10 classes: from "),
    FigureCase("kind=bars what=count data=d", 1, "examples of 10 classes: from "),
    FigureCase(
      "kind=calibration model=cnn data=d", 2, "Reliability diagram: in ",
      "Expected calibration error: "),
    FigureCase(
      "kind=saliency model=cnn data=d image=2", 2,
      "Example 2, and how much the score of class ", "Amount of the gradient of class "),
    FigureCase(
      "kind=saliency model=densa data=fila class=4", 2,
      "Example 0, and how much the score of class 4 hangs on each pixel"),
    FigureCase(
      "kind=gradcam model=cnn data=d image=1 class=7", 3,
      "Example 1, and where segunda sees what speaks for class 7", "Grad-CAM"),
    FigureCase(
      "kind=gradcam model=cnn data=d layer=conv2d", 3, "Example 0, and where conv2d sees what"),
  ]
}

struct `A figure of a model` {
  private func run(
    _ directives: String, language: String = "en", cache: ResultCache? = nil
  ) -> [TaskRecord] {
    let text = "---\nlang: \(language)\n---\n\n\(models)\(directives)"
    let source = SourceText(file: "lesson.md", bytes: Array(text.utf8))
    let plan = Plan(Notebook(source: source, vocabulary: DirectiveCatalog.vocabulary))
    #expect(plan.diagnostics.map(\.message.english) == [])
    guard !plan.diagnostics.hasErrors else { return [] }
    let locator = DatasetLocator(isOffline: true)
    var runner = Runner(plan, settings: RunSettings(threads: 1, locator: locator, cache: cache))
    return runner.run().tasks
  }

  private func figure(_ task: TaskRecord?) -> FigureOutput? {
    guard case .figure(let figure)? = task?.outputs.first else { return nil }
    return figure
  }

  @Test func `says what it shows, in both languages`() throws {
    let directives = FigureCase.all.enumerated().map {
      "```yaml {.figure #x\($0) \($1.options)}\n```\n\n"
    }.joined()
    let (english, portuguese) = (run(directives), run(directives, language: "pt-BR"))
    for (index, row) in FigureCase.all.enumerated() {
      let own = try #require(figure(english.first { $0.id == "x\(index)" }), "\(row)")
      let other = try #require(figure(portuguese.first { $0.id == "x\(index)" }), "\(row)")
      #expect(own.figure.panels.count == row.panels, "\(row)")
      #expect(own.alt.hasPrefix(row.alt) && !own.alt.isEmpty, "\(row): \(own.alt)")
      #expect(row.caption.map { own.caption?.hasPrefix($0) == true } ?? true, "\(row): \(own)")
      #expect(other.alt != own.alt || row.alt.isEmpty, "\(row)")
      #expect(
        (other.caption == nil) == (own.caption == nil) && other.figure.panels.count == row.panels)
      #expect(own.caption == nil || other.caption != own.caption, "\(row)")
    }
  }

  @Test func `has the directive's caption in place of its own`() {
    let tasks = run(
      "```yaml {.figure #x kind=kernels model=cnn caption=\"Os meus\" alt=\"Quatro\"}\n```\n")
    #expect(figure(tasks.last)?.caption == "Os meus")
    #expect(figure(tasks.last)?.alt == "Quatro")
  }

  /// Every kind is one directive, and its key alone tells it from the others.
  @Test func `has a key of its own for each of its options`() {
    let directives = FigureCase.all.enumerated().map {
      "```yaml {.figure #x\($0) \($1.options)}\n```\n\n"
    }.joined()
    let keys = run(directives).filter { $0.kind == "figure" }.map(\.key)
    #expect(keys.count == FigureCase.all.count)
    #expect(Set(keys).count == keys.count)
  }

  /// The law: a second run shows the same, from the cache where work was kept, and no other than the first one needed to.
  @Test func `is the same from the cache`() {
    let path = FileManager.default.temporaryDirectory.path + "/caderno-figures-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let directives = FigureCase.all.enumerated().map {
      "```yaml {.figure #x\($0) \($1.options)}\n```\n\n"
    }.joined()
    let (first, second) = (
      run(directives, cache: ResultCache(folder: path)),
      run(directives, cache: ResultCache(folder: path))
    )
    #expect(first.map(\.outputs) == second.map(\.outputs))
    #expect(first.map(\.key) == second.map(\.key))
    for (task, row) in zip(second.filter { $0.kind == "figure" }, FigureCase.all) {
      #expect((task.status == .cached) == row.options.contains("data="), "\(row)")
    }
  }
}
