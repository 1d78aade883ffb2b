import Caching
import Datasets
import Diagnostics
import Foundation
import Notebooks
import RunRecords
import Testing

@testable import Execution

/// An option that names a parameter, and two values of that.
private struct OptionCase: Sendable, CustomTestStringConvertible {
  let kind: String
  let option: String
  /// The option's value, with `$p` for the parameter.
  let written: String
  let value: String
  let other: String

  var testDescription: String { ".\(kind) \(option): \(written)" }

  init(
    _ kind: String, _ option: String, _ value: String, _ other: String, in written: String = "$p"
  ) {
    (self.kind, self.option, self.written) = (kind, option, written)
    (self.value, self.other) = (value, other)
  }

  /// What a directive needs besides.
  private static let needed: [String: [(String, String)]] = [
    "data": [("dataset", "digits"), ("limit", "{train: 50, test: 20}")],
    "compile": [("model", "m"), ("loss", "mse")],
    "fit": [("model", "m"), ("data", "d"), ("loss", "sparse_categorical_crossentropy")],
    "evaluate": [("model", "m"), ("data", "d")], "predict": [("model", "m"), ("data", "d")],
    "summary": [("model", "m")],
    "figure": [("kind", "history"), ("of", "f")],
    "table": [("rows", "{a: f.loss}")], "value": [("value", "f.loss")],
  ]

  /// What a figure needs of a kind that has the option.
  private static let figures: [String: [(String, String)]] = [
    "kind": [("model", "m"), ("data", "d")],
    "metric": [("kind", "compare"), ("of", "[f, g]")],
    "model": [("kind", "errors"), ("data", "d")], "data": [("kind", "errors"), ("model", "m")],
    "count": [("kind", "samples"), ("data", "d")],
    "layer": [("kind", "histogram"), ("model", "n")],
    "bins": [("kind", "histogram"), ("model", "n")],
    "what": [("kind", "bars"), ("model", "m"), ("data", "d")],
    "image": [("kind", "saliency"), ("model", "m"), ("data", "d")],
    "class": [("kind", "saliency"), ("model", "m"), ("data", "d")],
  ]

  /// Options that another one makes needless, or excludes.
  private var left: Set<String> {
    switch option {
    case "validation_data": ["validation"]
    default: []
    }
  }

  /// The lesson with something in the parameter's place.
  func lesson(_ text: String, parameter: String = "1") -> String {
    var options = (Self.needed[kind] ?? []).filter { $0.0 != option && !left.contains($0.0) }
    if kind == "figure", let needed = Self.figures[option] { options = needed }
    let body = kind == "model" ? "Dense(3)\n" : kind == "keras" ? "print(1)\n" : ""
    options.append((option, written.replacing("$p", with: text)))
    let attributes = body.isEmpty ? "" : options.map { " \($0)=\($1)" }.joined()
    let yaml = body.isEmpty ? options.map { "\($0): \($1)\n" }.joined() : body
    let extends = kind == "model" && option != "extends" && option != "input_shape"
    return """
      ---
      caderno: {params: {p: \(parameter)}}
      ---

      \(Self.before)```\(body.isEmpty ? "yaml" : "python") {.\(kind) #x\(extends ? " extends=m" : "")\(attributes)}
      \(yaml)```

      """
  }

  private static let before = """
    ```yaml {.data #d}
    dataset: digits
    limit: {train: 60, test: 20}
    validation: 20
    ```

    ```yaml {.data #e}
    dataset: digits
    limit: {train: 40, test: 20}
    validation: 10
    ```

    ```python {.model #m}
    Flatten(input_shape=(28, 28, 1))
    Dense(10, activation='softmax')
    ```

    ```python {.model #n}
    Flatten(input_shape=(28, 28, 1))
    Dense(12, activation='relu')
    Dense(10, activation='softmax')
    ```

    ```yaml {.fit #f epochs=2}
    model: m
    data: d
    loss: sparse_categorical_crossentropy
    metrics: [accuracy]
    ```

    ```yaml {.fit #g epochs=1}
    model: n
    data: d
    loss: sparse_categorical_crossentropy
    metrics: [accuracy]
    ```


    """

  static let own: [OptionCase] = [
    OptionCase("data", "dataset", "digits", "digits"), OptionCase("data", "scale", "1/255", "0.5"),
    OptionCase("data", "scale", "255", "2", in: "1/$p"),
    OptionCase("data", "reshape", "28", "28", in: "[28, $p]"),
    OptionCase("data", "one_hot", "true", "false"), OptionCase("data", "limit", "50", "40"),
    OptionCase("data", "limit", "50", "40", in: "{train: $p, test: 20}"),
    OptionCase("data", "validation", "10", "0.5"), OptionCase("data", "shuffle", "true", "false"),
    OptionCase("data", "show", "1", "2"),
    OptionCase("model", "extends", "m", "n"),
    OptionCase("model", "input_shape", "4", "5", in: "[$p]"),
    OptionCase("model", "summary", "true", "false"), OptionCase("summary", "model", "m", "n"),
    OptionCase("compile", "model", "m", "n"), OptionCase("compile", "optimizer", "sgd", "adam"),
    OptionCase("compile", "optimizer", "0.1", "0.2", in: "SGD(learning_rate=$p)"),
    OptionCase("compile", "loss", "mse", "mae"),
    OptionCase("compile", "metrics", "mse", "accuracy", in: "[mae, $p]"),
    OptionCase("fit", "model", "m", "n"), OptionCase("fit", "data", "d", "e"),
    OptionCase("fit", "data", "train", "validation", in: "d.$p"),
    OptionCase("fit", "epochs", "1", "2"), OptionCase("fit", "batch_size", "10", "20"),
    OptionCase("fit", "validation", "true", "false"),
    OptionCase("fit", "validation_data", "e", "d.test"),
    OptionCase("fit", "class_weight", "1.5", "3", in: "{0: $p, 1: 2}"),
    OptionCase("fit", "callbacks", "1", "2", in: "['EarlyStopping(\"loss\", patience=$p)']"),
    OptionCase("fit", "shuffle", "true", "false"),
    OptionCase("fit", "stop_on_nan", "true", "false"),
    OptionCase("fit", "optimizer", "sgd", "adam"),
    OptionCase(
      "fit", "loss", "sparse_categorical_crossentropy", "sparse_categorical_crossentropy"),
    OptionCase("fit", "metrics", "accuracy", "mse", in: "[$p]"),
    OptionCase("evaluate", "model", "m", "n"), OptionCase("evaluate", "data", "d", "e"),
    OptionCase("evaluate", "batch_size", "10", "20"),
    OptionCase("evaluate", "per_class", "true", "false"),
    OptionCase("evaluate", "confusion", "true", "false"),
    OptionCase("predict", "model", "m", "n"), OptionCase("predict", "data", "d", "e.validation"),
    OptionCase("predict", "indices", "1", "2", in: "[0, $p]"),
    OptionCase("predict", "worst", "3", "2"),
    OptionCase("figure", "kind", "confusion", "errors"),
    OptionCase("figure", "of", "f", "g", in: "[$p]"),
    OptionCase("figure", "metrics", "loss", "accuracy", in: "[$p]"),
    OptionCase("figure", "model", "m", "n"), OptionCase("figure", "data", "d", "e"),
    OptionCase("figure", "count", "2", "3"), OptionCase("figure", "metric", "loss", "accuracy"),
    OptionCase("figure", "what", "accuracy", "precision"),
    OptionCase("figure", "layer", "dense", "dense_1"), OptionCase("figure", "bins", "4", "5"),
    OptionCase("figure", "image", "1", "2"), OptionCase("figure", "class", "3", "4"),
    OptionCase("table", "rows", "2", "3", in: "{a: [1, f.loss * $p]}"),
    OptionCase("table", "columns", "2", "3", in: "[what, number of $p]"),
    OptionCase("table", "format", "percent", "number", in: "$p"),
    OptionCase("table", "digits", "2", "3"),
    OptionCase("value", "value", "1", "2", in: "f.loss[$p]"),
    OptionCase("value", "label", "1", "2", in: "with $p"),
    OptionCase("value", "format", "percent", "number"), OptionCase("value", "digits", "2", "3"),
  ]

  /// Those that every directive has.
  static let common: [OptionCase] = [
    ("skip", "true", "false", "$p"), ("hide", "input", "output", "$p"),
    ("tolerance", "0.5", "0.25", "$p"), ("caption", "1", "2", "About $p"),
    ("alt", "1", "2", "About $p"), ("seed", "3", "4", "$p"),
    ("expect_error", "some-code", "some-code", "$p"),
  ].map { OptionCase("figure", $0, $1, $2, in: $3) }
}

struct `A parameter` {
  private func plan(_ text: String, _ overrides: [String: String] = [:]) -> Plan {
    let source = SourceText(file: "lesson.md", bytes: Array(text.utf8))
    return Plan(
      Notebook(source: source, vocabulary: DirectiveCatalog.vocabulary), parameters: overrides)
  }

  /// What came of the directive, without what only says how its source is written.
  private func outcome(
    _ text: String, _ overrides: [String: String] = [:], cache: ResultCache
  ) -> TaskRecord? {
    let plan = plan(text, overrides)
    #expect(plan.diagnostics.map(\.message.english) == [], "\(text)")
    if plan.diagnostics.hasErrors { return nil }
    let settings = RunSettings(
      threads: 1, locator: DatasetLocator(isOffline: true), cache: cache)
    var runner = Runner(plan, settings: settings)
    guard var task = runner.run().tasks.first(where: { $0.id == "x" }) else { return nil }
    (task.inputs, task.seconds, task.sourceSHA256, task.source) = (nil, nil, "", nil)
    if task.status == .cached { task.status = .ok }
    return task
  }

  @Test func `is tried in every option of the catalog`() {
    for kind in DirectiveCatalog.all {
      let tried = OptionCase.own.filter { $0.kind == kind.name }.map(\.option)
      #expect(Set(tried) == Set(kind.options.map(\.name)), "\(kind.name)")
    }
    #expect(Set(OptionCase.common.map(\.option)) == Set(CommonOptions.names))
  }

  /// The law: a parameter gives what its value gives when it is written out, in the lesson and by `-P`.
  @Test(arguments: Set(OptionCase.own.map(\.kind)).sorted() + ["common"])
  func `is its value in every option, in the lesson and on the command line`(kind: String) {
    let path = FileManager.default.temporaryDirectory.path + "/caderno-walk-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let cache = ResultCache(folder: path)
    let cases = OptionCase.own.filter { $0.kind == kind }
    for option in kind == "common" ? OptionCase.common : cases {
      let named = option.lesson("$p", parameter: option.value)
      let (first, second) = (
        outcome(named, cache: cache), outcome(named, ["p": option.other], cache: cache)
      )
      #expect(first == outcome(option.lesson(option.value), cache: cache), "\(option)")
      #expect(second == outcome(option.lesson(option.other), cache: cache), "\(option)")
      if option.value != option.other { #expect(first != second, "\(option)") }
    }
  }

  /// Where its name is misspelt, lint says so at the name, but for words that readers read.
  @Test(arguments: OptionCase.own + OptionCase.common)
  fileprivate func `is asked for by its name in every option`(option: OptionCase) {
    let lesson = option.lesson("$nobody")
    let findings = plan(lesson).diagnostics.filter { $0.code == "unknown-parameter" }
    let isWords = ["caption", "alt", "label", "columns"].contains(option.option)
    let places = findings.map {
      String(decoding: Array(lesson.utf8)[$0.range], as: UTF8.self)
    }
    #expect(places.allSatisfy { $0.hasSuffix("$nobody") || $0.hasSuffix("$nobody\"") }, "\(places)")
    #expect(places.count == (isWords ? 0 : 1), "\(plan(lesson).diagnostics.map(\.message.english))")
  }
}
