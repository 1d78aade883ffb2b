import RunRecords

extension Fixture {
  /// All fixtures; the laws hold for each pair of them.
  static let all = numbers + tables + figures + texts + tasks + runs

  private static let numbers = [
    Fixture("base") { _ in },
    Fixture("accuracy a little higher") { $0.editMetrics { $0.metrics[1].value += 0.001 } },
    Fixture("accuracy much higher") { $0.editMetrics { $0.metrics[1].value = 0.99 } },
    Fixture("loss one bit higher") {
      $0.editMetrics { $0.metrics[0].value = $0.metrics[0].value.nextUp }
    },
    Fixture("loss not a number") { $0.editMetrics { $0.metrics[0].value = .nan } },
    Fixture("loss infinite") { $0.editMetrics { $0.metrics[0].value = .infinity } },
    Fixture("loss minus infinite") { $0.editMetrics { $0.metrics[0].value = -.infinity } },
    Fixture("loss zero") { $0.editMetrics { $0.metrics[0].value = 0 } },
    Fixture("loss minus zero") { $0.editMetrics { $0.metrics[0].value = -0.0 } },
    Fixture("metric removed") { $0.editMetrics { $0.metrics.removeLast() } },
    Fixture("metric added") { $0.editMetrics { $0.metrics.append(.init("mae", 0.5)) } },
    Fixture("metrics swapped") { $0.editMetrics { $0.metrics.swapAt(0, 1) } },
    Fixture("label gone") { $0.editMetrics { $0.metrics[1].label = nil } },
    Fixture("one more epoch") { $0.editHistory { $0.rows.append([0.25, 0.9]) } },
    Fixture("one epoch less") { $0.editHistory { $0.rows.removeLast() } },
    Fixture("an epoch a little better") { $0.editHistory { $0.rows[1][1] += 0.002 } },
    Fixture("other weights") { $0.editHistory { $0.weightsSHA256 = BaseRecord.hash("f") } },
    Fixture("history not a number") { $0.editHistory { $0.rows[2] = [.nan, .nan] } },
  ]

  private static let tables = [
    Fixture("cell changed") { $0.editTable { $0.rows[0][2] = .number(0.1309) } },
    Fixture("count changed") { $0.editTable { $0.rows[0][1] = .integer(201) } },
    Fixture("huge count") { $0.editTable { $0.rows[0][1] = .integer(.max) } },
    Fixture("cell missing") { $0.editTable { $0.rows[1][2] = .missing } },
    Fixture("volatile cell changed") { $0.editTable { $0.rows[0][3] = .number(99) } },
    Fixture("row added") {
      $0.editTable { $0.rows.append([.text("test"), .integer(1), .number(0), .missing]) }
    },
    Fixture("rows swapped") { $0.editTable { $0.rows.swapAt(0, 1) } },
    Fixture("heading changed") { $0.editTable { $0.columns[1].heading = "pictures" } },
    Fixture("note changed") { $0.editTable { $0.notes = ["11 classes"] } },
    Fixture("integer became a number") { $0.editTable { $0.rows[0][1] = .number(200) } },
  ]

  private static let figures = [
    Fixture("pixel changed") {
      $0.editFigure("d", 1) { figure in
        guard case .picture(var picture) = figure.figure.panels[0].content else { return }
        picture.pixels[1] = 10
        figure.figure.panels[0].content = .picture(picture)
      }
    },
    Fixture("panel removed") { $0.editFigure("d", 1) { $0.figure.panels.removeLast() } },
    Fixture("other alt text") { $0.editFigure("c", 0) { $0.alt = "loss falls from 1.25 to 0.51" } },
    Fixture("point moved") {
      $0.editFigure("c", 0) {
        $0.figure.panels[0].content = .chart(
          .init(
            xLabel: "epoch", yLabel: "loss",
            series: [.init(label: "loss", x: [1, 2, 3], y: [1.25, 0.751, 0.5])]))
      }
    },
    Fixture("series renamed") {
      $0.editFigure("c", 0) {
        $0.figure.panels[0].content = .chart(
          .init(
            xLabel: "epoch", yLabel: "loss",
            series: [.init(label: "perda", x: [1, 2, 3], y: [1.25, 0.75, 0.5])]))
      }
    },
    Fixture("caption given") { $0.editFigure("c", 0) { $0.caption = "The loss" } },
  ]

  private static let texts = [
    Fixture("line changed") { $0.editText("one\nzwei 0.5000\nthree\n") },
    Fixture("number in text changed") { $0.editText("one\ntwo 0.5010\nthree\n") },
    Fixture("line added") { $0.editText("one\ntwo 0.5000\ntwo and a half\nthree\n") },
    Fixture("text empty") { $0.editText("") },
    Fixture("a drawing") { $0.editDrawing("loss 0.500", "M1 2") },
    Fixture("the drawing with another number") { $0.editDrawing("loss 0.502", "M1 3") },
    Fixture("the drawing with other coordinates") { $0.editDrawing("loss 0.500", "M1 4") },
    Fixture("error of another kind") {
      $0.edit("x") { $0.outputs = [.error(.init(code: "input-shape", message: "no"))] }
    },
    Fixture("error in other words") {
      $0.edit("x") { $0.outputs = [.error(.init(code: "loss-not-finite", message: "não"))] }
    },
    Fixture("error became metrics") {
      $0.edit("x") { $0.outputs = [.metrics(.init(name: "error", metrics: [.init("a", 1)]))] }
    },
  ]

  private static let tasks = [
    Fixture("step renamed") { $0.edit("e") { $0.id = "test" } },
    Fixture("step renamed and edited") {
      $0.edit("t") {
        $0.id = "training"
        $0.sourceSHA256 = BaseRecord.hash("a")
      }
    },
    Fixture("step removed") { $0.tasks.remove(at: 3) },
    Fixture("step without outputs removed") { $0.tasks.remove(at: 1) },
    Fixture("step added") {
      $0.tasks.insert(
        BaseRecord.task("new", "value", 8, [.text(.init(name: "a", text: "b"))], [:]), at: 2)
    },
    Fixture("steps moved") { $0.tasks.swapAt(4, 5) },
    Fixture("steps reversed") { $0.tasks.reverse() },
    Fixture("ids exchanged") {
      $0.tasks[2].id = "e"
      $0.tasks[3].id = "t"
    },
    Fixture("step skipped") {
      $0.edit("e") {
        $0.status = .skipped
        $0.outputs = []
      }
    },
    Fixture("output removed") { $0.edit("e") { $0.outputs.removeLast() } },
    Fixture("outputs swapped") { $0.edit("e") { $0.outputs.swapAt(0, 1) } },
    Fixture("tolerance given") {
      $0.edit("e") { $0.tolerance = 0.005 }
      $0.editMetrics { $0.metrics[1].value += 0.004 }
    },
    Fixture("epochs given") {
      $0.edit("t") {
        $0.inputs?["option epochs"] = "5"
        $0.key = "other"
        $0.sourceSHA256 = BaseRecord.hash("b")
      }
    },
    Fixture("step of two outputs with one name") {
      $0.edit("k") { $0.outputs += $0.outputs }
    },
    Fixture("no steps") { $0.tasks = [] },
  ]

  private static let runs = [
    Fixture("another seed") {
      $0.seed = 7
      for index in $0.tasks.indices {
        $0.tasks[index].inputs?["seed"] = "7"
        $0.tasks[index].key += "s"
      }
      $0.editMetrics { $0.metrics[0].value = 0.5 }
    },
    Fixture("another machine") {
      $0.environment = .init(operatingSystem: "macOS", instructionSet: "neon", threads: 8)
      ($0.id, $0.startedAt, $0.endedAt) = ("r2", "2026-11-24T10:00:00Z", nil)
    },
    Fixture("a step that didn't run") {
      ($0.tasks[0].key, $0.tasks[0].outputs, $0.tasks[0].status) = ("", [], .error)
    },
    Fixture("another parameter") { $0.parameters = [.init(name: "units", value: "20")] },
    Fixture("other data") { $0.dataSets[0].sha256 = BaseRecord.hash("c") },
    Fixture("other numerics") { $0.numericsVersion = 2 },
    Fixture("numerics beyond a product") { record in
      record.numericsVersion = .max
      for index in record.tasks.indices { record.tasks[index].key = "far\(index)" }
    },
    Fixture("numerics below a product") { record in
      record.numericsVersion = .min
      for index in record.tasks.indices { record.tasks[index].key = "low\(index)" }
    },
  ]
}
