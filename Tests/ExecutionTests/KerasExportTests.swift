import Diagnostics
import Execution
import Foundation
import Networks
import Notebooks
import Testing
import TestSupport

/// A lesson in Tests/Fixtures/keras-export; what it becomes stands in `expected` there, and
/// Tests/Oracles/keras_export.py runs that in Jupyter with Keras.
struct ExportCase: Sendable, CustomTestStringConvertible {
  let name: String
  var testDescription: String { name }

  private static let folder = Project.file("Tests/Fixtures/keras-export")

  static let all = ["components", "directives"].map(ExportCase.init)

  var expected: URL { Self.folder.appendingPathComponent("expected/\(name).md") }

  func source() throws -> String {
    try String(contentsOf: Self.folder.appendingPathComponent("\(name).md"), encoding: .utf8)
  }
}

/// A lesson's plain Keras.
func exported(_ text: String, isTitled: Bool = true) -> KerasLesson {
  let source = SourceText(file: "lesson.md", bytes: Array(text.utf8))
  let notebook = Notebook(source: source, vocabulary: DirectiveCatalog.vocabulary)
  return KerasLesson(Plan(notebook), filesFolder: "lesson.files", isTitled: isTitled)
}

struct `A lesson in plain Keras` {
  /// With CADERNO_RECORD set the expectation is written anew, and the test fails on purpose.
  @Test(arguments: ExportCase.all)
  func `is the one that Keras ran`(example: ExportCase) throws {
    let text = exported(try example.source()).text
    try GoldenFile.expect(text, at: example.expected)
  }

  /// So that Keras is asked about each.
  @Test func `is tried with every component and every directive`() throws {
    let components = try ExportCase(name: "components").source()
    let words = Set(
      components.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
    let kinds: [ComponentKind] = [
      .layer, .initializer, .loss, .optimizer, .metric, .schedule, .regularizer, .constraint,
    ]
    for kind in kinds {
      for type in kind.all {
        let name = type.signature.name
        #expect(words.contains(name) || !words.isDisjoint(with: type.aliases), "\(kind) \(name)")
      }
    }
    for name in ComponentKind.activation.knownNames { #expect(words.contains(name), "\(name)") }
    let directives = try ExportCase(name: "directives").source()
    for name in DirectiveCatalog.vocabulary.kinds.map(\.name) {
      #expect(directives.contains("{.\(name)"), "\(name)")
    }
    for name in ComponentKind.callback.knownNames { #expect(directives.contains("\(name)(")) }
  }

  /// What it becomes has no directive left, and is a lesson that Caderno reads.
  @Test(arguments: ExportCase.all)
  func `is a lesson of cells`(example: ExportCase) throws {
    let text = exported(try example.source()).text
    let source = SourceText(file: "lesson.md", bytes: Array(text.utf8))
    let notebook = Notebook(source: source, vocabulary: DirectiveCatalog.vocabulary)
    #expect(notebook.directives.allSatisfy { $0.kind == "keras" })
    #expect(notebook.directives.count > 10)
    #expect(notebook.regions.isEmpty && notebook.runLinks.isEmpty)
    #expect(
      notebook.frontMatter.title
        == (example.name == "components" ? "Every component" : "Todos os blocos"))
  }

  @Test func `gives each thing a name of its own`() {
    let model = "\nDense(1, input_shape=(2,))\n```\n\n"
    let names = ["a-b", "a_b", "if", "np", "print", "x_1", "épico"]
    let text = exported(names.map { "```python {.model #\($0)}" + model }.joined()).text
    let bound = text.split(separator: "\n").filter { $0.hasSuffix(" = keras.Sequential([") }
      .map { $0.prefix { $0 != " " } }
    #expect(bound == ["a_b", "a_b_2", "if_2", "np_2", "print_2", "x_1", "épico"])
  }

  @Test func `leaves out outputs, and what trains and measures nothing`() {
    let lesson = exported(
      """
      ---
      title: "A \\"title\\""
      ---
      Before: [3](run:m.total_params) and [two](https://example.org).
      ```python {.model #m summary=true}
      Dense(1, input_shape=(2,))
      ```

      <!-- caderno:out id=m key=0123456789ab -->

      | a |
      | - |

      <!-- /caderno:out sum=abcdefghijkl -->

      ```yaml {.value #later skip=true}
      value: m.total_params
      ```

      ```python
      not_run()
      ```

      ```yaml {.value #text}
      value: m.total_params
      label: a```b
      ```
      """.replacing("\n", with: "\r\n"))
    #expect(
      lesson.text == """
        ---
        title: "A \\"title\\""
        ---
        Before: 3 and [two](https://example.org).
        ```python {.keras}
        import keras
        import numpy as np

        keras.utils.set_random_seed(0)
        ```

        ```python {.keras}
        m = keras.Sequential([
            keras.Input(shape=(2,)),
            keras.layers.Dense(1),
        ])
        m.summary()
        ```




        ```python
        not_run()
        ```

        ````python {.keras}
        text = m.count_params()
        print('a```b:', format(text, '.4f'))
        ````

        """)
    #expect(
      lesson.findings.map { "\($0.code) \($0.message.english)" } == [
        "not-exported 'later' doesn't train or measure anything, and stays out"
      ])
  }
}
