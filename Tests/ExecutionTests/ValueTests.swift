import Digests
@testable import Execution
import RunRecords
import Testing

struct `Numbers by name` {
  @Test(arguments: [
    ("teste.accuracy", ValuePath(id: "teste", name: "accuracy")),
    ("treino.loss[1]", ValuePath(id: "treino", name: "loss", row: 1)),
    ("fit-1.val_loss", ValuePath(id: "fit-1", name: "val_loss")),
  ])
  func `a path names a directive, a number and a row`(text: String, path: ValuePath) {
    #expect(ValuePath(text) == path)
  }

  @Test(arguments: ["", "teste", ".accuracy", "teste.", "teste.loss[0]", "teste.loss[x]"])
  func `anything else is no path`(text: String) {
    #expect(ValuePath(text) == nil)
  }

  @Test func `a series gives its last row, or the row that is asked for`() {
    let history = HistoryOutput(
      name: "history", metrics: ["loss", "accuracy"], rows: [[0.5, 0.8], [0.25, 0.9]],
      weightsSHA256: "")
    let values = RecordedValues([.history(history)])
    #expect(values.value("accuracy", row: nil) == 0.9)
    #expect(values.value("loss", row: 1) == 0.5)
    #expect(values.value("loss", row: 3) == nil)
    #expect(values.value("val_loss", row: nil) == nil)
  }

  @Test(arguments: [
    ("m.a - m.b", 3.0), ("-m.a + 2 * m.b", -1.0), ("m.a ** 2 / m.b", 12.5), ("round(m.a / m.b)", 2),
    ("max(m.a, m.b, 7)", 7), ("abs(m.b - m.a)", 3), ("m.a ** -1", 0.2), ("(1 + 2) * m.b", 6),
  ])
  func `an expression is what arithmetic says`(text: String, value: Double) throws {
    var context = PlanContext(parameters: [:], dataAliases: [:])
    context.define("m", .other, publishing: PublishedValues(scalars: ["a", "b"]))
    guard case .found(let expression) = ValueExpression.read(text, at: 0..<0, context) else {
      Issue.record("\(text) was not read")
      return
    }
    let metrics = MetricsOutput(name: "metrics", metrics: [.init("a", 5), .init("b", 2)])
    let evaluated = expression.evaluate(["m": RecordedValues([.metrics(metrics)])])
    #expect(evaluated == value)
  }
}

struct `Keys` {
  @Test func `no two lists of parts give the same key`() {
    let lists = [["ab", "c"], ["a", "bc"], ["abc"], ["a", "b", "c"], ["ab", "c", ""], []]
    #expect(Set(lists.map { ResultKey($0).digest }).count == lists.count)
  }
}

struct `Tallies` {
  @Test func `count right and wrong predictions by class`() {
    let tally = PredictionTally(
      classNames: ["a", "b", "c"], truths: [0, 0, 1, 1, 1], guesses: [0, 1, 1, 1, 0])
    #expect(tally.right == 3)
    #expect(tally.total == 5)
    #expect(tally.recall(1) == 2.0 / 3)
    #expect(tally.precision(0) == 0.5)
    #expect(tally.recall(2) == nil)
    #expect(tally.worst?.truth == 0)
    #expect(tally.worst?.guess == 1)
  }

  @Test func `the most confident mistakes come first`() {
    let predictions = Predictions(
      classNames: ["a", "b"], truths: [0, 0, 1, 1],
      outputs: [0.9, 0.1, 0.4, 0.6, 0.8, 0.2, 0.3, 0.7])
    #expect(predictions.guesses == [0, 1, 0, 1])
    #expect(predictions.worst(5) == [2, 1])
  }
}
