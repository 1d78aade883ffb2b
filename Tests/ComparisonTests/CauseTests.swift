import Comparison
import Diagnostics
import RunRecords
import Testing

struct `The cause of a difference` {
  /// What the second run of the base record is changed to, and the causes named for one task.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let task: String
    let causes: [Cause]
    let fixture: ChangedRecord

    init(
      _ name: String, _ task: String, _ causes: [Cause],
      _ mutate: (inout RunRecord) -> Void
    ) {
      testDescription = name
      self.task = task
      self.causes = causes
      fixture = ChangedRecord(name, mutate)
    }
  }

  @Test(arguments: cases)
  func `is named`(of: Case) throws {
    let comparison = RunComparison(BaseRecord.record, of.fixture.record)
    let task = try #require(comparison.tasks.first { $0.id == of.task })
    #expect(task.causes == of.causes)
  }

  private static let cases = [
    Case("an option", "t", [Cause(.option, name: "epochs", a: "3", b: "5")]) {
      $0.rerun("t") { $0["option epochs"] = "5" }
    },
    Case("an option more", "t", [Cause(.option, name: "shuffle", a: nil, b: "true")]) {
      $0.rerun("t") { $0["option shuffle"] = "true" }
    },
    Case("a parameter", "m", [Cause(.parameter, name: "units", a: "10", b: "20")]) {
      $0.rerun("m") { $0["parameter units"] = "20" }
    },
    Case("the data", "d", [Cause(.dataSet, name: "digits", a: "dddd", b: "eeee")]) {
      $0.rerun("d") { $0["dataset digits"] = "eeee" }
    },
    Case("the seed", "d", [Cause(.seed, a: "0", b: "7")]) { $0.rerun("d") { $0["seed"] = "7" } },
    Case("the language", "d", [Cause(.language, a: nil, b: "pt")]) {
      $0.rerun("d") { $0["language"] = "pt" }
    },
    Case("a directive before it", "t", [Cause(.upstream, name: "m")]) {
      $0.rerun("t") { $0["model m"] = "m9" }
    },
    Case("the directive that changed a model last", "e", [Cause(.upstream, name: "t")]) {
      $0.rerun("e") { $0["model m"] = "m9" }
    },
    Case("an edit that no option tells", "m", [Cause(.source)]) {
      $0.rerun("m") { _ in }
      $0.edit("m") { $0.sourceSHA256 = BaseRecord.hash("9") }
    },
    Case("the numerics", "e", [Cause(.numerics, a: "1", b: "2")]) {
      $0.numericsVersion = 2
      $0.rerun("e") { _ in }
    },
    Case("another version of the program", "e", [Cause(.caderno, a: "0.1.0", b: "0.2.0")]) {
      $0.cadernoVersion = "0.2.0"
      $0.editMetrics { $0.metrics[0].value = 0.5 }
    },
    Case("an unknown version of the program", "e", [Cause(.caderno, a: "0.1.0", b: nil)]) {
      $0.cadernoVersion = ""
      $0.editMetrics { $0.metrics[0].value = 0.5 }
    },
    Case("the engine, where nothing changed", "e", [Cause(.engine)]) {
      $0.editMetrics { $0.metrics[0].value = 0.5 }
    },
    Case("a hand, where the key is gone", "e", [Cause(.handEdit)]) {
      $0.edit("e") { $0.key = "" }
      $0.editMetrics { $0.metrics[0].value = 0.5 }
    },
    Case("what the records don't tell", "e", [Cause(.unknown)]) { $0.rerun("e") { _ in } },
    Case("none, where another program made both", "e", [Cause(.unknown)]) {
      $0.edit("e") { $0.key = TaskRecord.unknownKey }
      $0.editMetrics { $0.metrics[0].value = 0.5 }
    },
    Case("no directive that was only renamed", "t", [Cause(.unknown)]) {
      $0.edit("m") { $0.id = "net" }
      $0.rerun("t") { inputs in
        inputs["model net"] = inputs["model m"]
        inputs["model m"] = nil
      }
    },
    Case("none, where nothing differs", "e", []) { _ in },
  ]

  @Test func `is a directive before it where its key alone is known to have changed`() throws {
    var notebook = BaseRecord.record
    for index in notebook.tasks.indices { notebook.tasks[index].inputs = nil }
    let run = ChangedRecord("trained longer") {
      $0.rerun("t") { $0["option epochs"] = "5" }
      $0.rerun("e") { $0["model m"] = "m9" }
    }
    let tasks = RunComparison(notebook, run.record).tasks
    let causes = Dictionary(uniqueKeysWithValues: tasks.map { ($0.id, $0.causes) })
    #expect(causes["t"] == [Cause(.unknown)])
    #expect(causes["e"] == [Cause(.upstream, name: "t")])
  }

  @Test func `of the whole run stands before all others`() {
    let other = ChangedRecord("seed") {
      $0.seed = 7
      $0.parameters = []
    }
    let comparison = RunComparison(BaseRecord.record, other.record)
    #expect(
      comparison.causes == [
        Cause(.seed, a: "0", b: "7"), Cause(.parameter, name: "units", a: "10", b: nil),
      ])
  }

  @Test(arguments: [
    (Cause(.option, name: "epochs", a: "3", b: nil), "option epochs: 3 → (none)"),
    (Cause(.dataSet, name: "mnist", a: "a", b: "b"), "data set mnist: a → b"),
    (Cause(.upstream, name: "treino"), "'treino' before it changed"),
    (
      Cause(.engine),
      "nothing changed, yet the outputs differ: this is an error of the engine, please report it"
    ),
    (Cause(.handEdit), "the outputs in the notebook were edited by hand"),
  ])
  func `is told in words`(cause: Cause, words: String) {
    #expect(cause.message.english == words)
    #expect(cause.message.portuguese != words)
  }
}

extension RunRecord {
  /// Gives a task another key because of other inputs.
  fileprivate mutating func rerun(_ id: String, _ change: (inout [String: String]) -> Void) {
    edit(id) { task in
      task.key += "'"
      var inputs = task.inputs ?? [:]
      change(&inputs)
      task.inputs = inputs
    }
  }
}
