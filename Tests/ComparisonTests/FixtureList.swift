import RunRecords

extension ChangedRecord {
  /// All fixtures; the laws hold for each pair of them.
  static let all = numbers + tables + figures + texts + tasks + runs

  private static let numbers = [
    ChangedRecord("base") { _ in },
    ChangedRecord("accuracy a little higher") { $0.editMetrics { $0.metrics[1].value += 0.001 } },
    ChangedRecord("accuracy much higher") { $0.editMetrics { $0.metrics[1].value = 0.99 } },
    ChangedRecord("loss one bit higher") {
      $0.editMetrics { $0.metrics[0].value = $0.metrics[0].value.nextUp }
    },
    ChangedRecord("loss not a number") { $0.editMetrics { $0.metrics[0].value = .nan } },
    ChangedRecord("loss infinite") { $0.editMetrics { $0.metrics[0].value = .infinity } },
    ChangedRecord("loss minus infinite") { $0.editMetrics { $0.metrics[0].value = -.infinity } },
    ChangedRecord("loss zero") { $0.editMetrics { $0.metrics[0].value = 0 } },
    ChangedRecord("loss minus zero") { $0.editMetrics { $0.metrics[0].value = -0.0 } },
    ChangedRecord("metric removed") { $0.editMetrics { $0.metrics.removeLast() } },
    ChangedRecord("metric added") { $0.editMetrics { $0.metrics.append(.init("mae", 0.5)) } },
    ChangedRecord("metrics swapped") { $0.editMetrics { $0.metrics.swapAt(0, 1) } },
    ChangedRecord("label gone") { $0.editMetrics { $0.metrics[1].label = nil } },
    ChangedRecord("one more epoch") { $0.editHistory { $0.rows.append([0.25, 0.9]) } },
    ChangedRecord("one epoch less") { $0.editHistory { $0.rows.removeLast() } },
    ChangedRecord("an epoch a little better") { $0.editHistory { $0.rows[1][1] += 0.002 } },
    ChangedRecord("other weights") { $0.editHistory { $0.weightsSHA256 = BaseRecord.hash("f") } },
    ChangedRecord("history not a number") { $0.editHistory { $0.rows[2] = [.nan, .nan] } },
  ]

  private static let tables = [
    ChangedRecord("cell changed") { $0.editTable { $0.rows[0][2] = .number(0.1309) } },
    ChangedRecord("count changed") { $0.editTable { $0.rows[0][1] = .integer(201) } },
    ChangedRecord("huge count") { $0.editTable { $0.rows[0][1] = .integer(.max) } },
    ChangedRecord("cell missing") { $0.editTable { $0.rows[1][2] = .missing } },
    ChangedRecord("volatile cell changed") { $0.editTable { $0.rows[0][3] = .number(99) } },
    ChangedRecord("row added") {
      $0.editTable { $0.rows.append([.text("test"), .integer(1), .number(0), .missing]) }
    },
    ChangedRecord("rows swapped") { $0.editTable { $0.rows.swapAt(0, 1) } },
    ChangedRecord("heading changed") { $0.editTable { $0.columns[1].heading = "pictures" } },
    ChangedRecord("note changed") { $0.editTable { $0.notes = ["11 classes"] } },
    ChangedRecord("integer became a number") { $0.editTable { $0.rows[0][1] = .number(200) } },
  ]

  private static let figures = [
    ChangedRecord("pixel changed") {
      $0.editFigure("d", 1) { figure in
        guard case .picture(var picture) = figure.figure.panels[0].content else { return }
        picture.pixels[1] = 10
        figure.figure.panels[0].content = .picture(picture)
      }
    },
    ChangedRecord("panel removed") { $0.editFigure("d", 1) { $0.figure.panels.removeLast() } },
    ChangedRecord("other alt text") {
      $0.editFigure("c", 0) { $0.alt = "loss falls from 1.25 to 0.51" }
    },
    ChangedRecord("point moved") {
      $0.editFigure("c", 0) {
        $0.figure.panels[0].content = .chart(
          .init(
            xLabel: "epoch", yLabel: "loss",
            series: [.init(label: "loss", x: [1, 2, 3], y: [1.25, 0.751, 0.5])]))
      }
    },
    ChangedRecord("series renamed") {
      $0.editFigure("c", 0) {
        $0.figure.panels[0].content = .chart(
          .init(
            xLabel: "epoch", yLabel: "loss",
            series: [.init(label: "perda", x: [1, 2, 3], y: [1.25, 0.75, 0.5])]))
      }
    },
    ChangedRecord("caption given") { $0.editFigure("c", 0) { $0.caption = "The loss" } },
  ]

  private static let texts = [
    ChangedRecord("line changed") { $0.editText("one\nzwei 0.5000\nthree\n") },
    ChangedRecord("number in text changed") { $0.editText("one\ntwo 0.5010\nthree\n") },
    ChangedRecord("line added") { $0.editText("one\ntwo 0.5000\ntwo and a half\nthree\n") },
    ChangedRecord("text empty") { $0.editText("") },
    ChangedRecord("a drawing") { $0.editDrawing("loss 0.500", "M1 2") },
    ChangedRecord("the drawing with another number") { $0.editDrawing("loss 0.502", "M1 3") },
    ChangedRecord("the drawing with other coordinates") { $0.editDrawing("loss 0.500", "M1 4") },
    ChangedRecord("error of another kind") {
      $0.edit("x") { $0.outputs = [.error(.init(code: "input-shape", message: "no"))] }
    },
    ChangedRecord("error in other words") {
      $0.edit("x") { $0.outputs = [.error(.init(code: "loss-not-finite", message: "não"))] }
    },
    ChangedRecord("error became metrics") {
      $0.edit("x") { $0.outputs = [.metrics(.init(name: "error", metrics: [.init("a", 1)]))] }
    },
  ]

  private static let tasks = [
    ChangedRecord("step renamed") { $0.edit("e") { $0.id = "test" } },
    ChangedRecord("step renamed and edited") {
      $0.edit("t") {
        $0.id = "training"
        $0.sourceSHA256 = BaseRecord.hash("a")
      }
    },
    ChangedRecord("step removed") { $0.tasks.remove(at: 3) },
    ChangedRecord("step without outputs removed") { $0.tasks.remove(at: 1) },
    ChangedRecord("step added") {
      $0.tasks.insert(
        BaseRecord.task("new", "value", 8, [.text(.init(name: "a", text: "b"))], [:]), at: 2)
    },
    ChangedRecord("steps moved") { $0.tasks.swapAt(4, 5) },
    ChangedRecord("steps reversed") { $0.tasks.reverse() },
    ChangedRecord("ids exchanged") {
      $0.tasks[2].id = "e"
      $0.tasks[3].id = "t"
    },
    ChangedRecord("step skipped") {
      $0.edit("e") {
        $0.status = .skipped
        $0.outputs = []
      }
    },
    ChangedRecord("output removed") { $0.edit("e") { $0.outputs.removeLast() } },
    ChangedRecord("outputs swapped") { $0.edit("e") { $0.outputs.swapAt(0, 1) } },
    ChangedRecord("tolerance given") {
      $0.edit("e") { $0.tolerance = 0.005 }
      $0.editMetrics { $0.metrics[1].value += 0.004 }
    },
    ChangedRecord("epochs given") {
      $0.edit("t") {
        $0.inputs?["option epochs"] = "5"
        $0.key = "other"
        $0.sourceSHA256 = BaseRecord.hash("b")
      }
    },
    ChangedRecord("step of two outputs with one name") {
      $0.edit("k") { $0.outputs += $0.outputs }
    },
    ChangedRecord("no steps") { $0.tasks = [] },
  ]

  private static let runs = [
    ChangedRecord("another seed") {
      $0.seed = 7
      for index in $0.tasks.indices {
        $0.tasks[index].inputs?["seed"] = "7"
        $0.tasks[index].key += "s"
      }
      $0.editMetrics { $0.metrics[0].value = 0.5 }
    },
    ChangedRecord("another machine") {
      $0.environment = .init(operatingSystem: "macOS", instructionSet: "neon", threads: 8)
      ($0.id, $0.startedAt, $0.endedAt) = ("r2", "2026-11-24T10:00:00Z", nil)
    },
    ChangedRecord("a step that didn't run") {
      ($0.tasks[0].key, $0.tasks[0].outputs, $0.tasks[0].status) = ("", [], .error)
    },
    ChangedRecord("another parameter") { $0.parameters = [.init(name: "units", value: "20")] },
    ChangedRecord("other data") { $0.dataSets[0].sha256 = BaseRecord.hash("c") },
    ChangedRecord("other numerics") { $0.numericsVersion = 2 },
    ChangedRecord("numerics beyond a product") { record in
      record.numericsVersion = .max
      for index in record.tasks.indices { record.tasks[index].key = "far\(index)" }
    },
    ChangedRecord("numerics below a product") { record in
      record.numericsVersion = .min
      for index in record.tasks.indices { record.tasks[index].key = "low\(index)" }
    },
  ]
}
