import RunRecords
import Testing

/// A record that differs from the base by one named mutation.
struct ChangedRecord: Sendable, CustomTestStringConvertible {
  let name: String
  let record: RunRecord

  init(_ name: String, _ mutate: (inout RunRecord) -> Void) {
    self.name = name
    var record = BaseRecord.record
    mutate(&record)
    self.record = record
  }

  var testDescription: String { name }
}

extension RunRecord {
  /// Changes the task of an id.
  mutating func edit(_ id: String, _ change: (inout TaskRecord) -> Void) {
    for index in tasks.indices where tasks[index].id == id { change(&tasks[index]) }
  }

  mutating func editMetrics(_ change: (inout MetricsOutput) -> Void) {
    edit("e") { task in
      guard case .metrics(var output) = task.outputs[0] else { return }
      change(&output)
      task.outputs[0] = .metrics(output)
    }
  }

  mutating func editHistory(_ change: (inout HistoryOutput) -> Void) {
    edit("t") { task in
      guard case .history(var output) = task.outputs[0] else { return }
      change(&output)
      task.outputs[0] = .history(output)
    }
  }

  mutating func editTable(_ change: (inout TableOutput) -> Void) {
    edit("d") { task in
      guard case .table(var output) = task.outputs[0] else { return }
      change(&output)
      task.outputs[0] = .table(output)
    }
  }

  mutating func editFigure(_ id: String, _ index: Int, _ change: (inout FigureOutput) -> Void) {
    edit(id) { task in
      guard case .figure(var output) = task.outputs[index] else { return }
      change(&output)
      task.outputs[index] = .figure(output)
    }
  }

  mutating func editDrawing(_ title: String, _ path: String) {
    let svg = "<svg>\n<title>\(title)</title>\n<path d=\"\(path)\"/>\n</svg>\n"
    edit("k") { $0.outputs[0] = .text(.init(name: "k.svg", text: svg)) }
  }

  mutating func editText(_ text: String) {
    edit("k") { $0.outputs[0] = .text(.init(name: "out", text: text)) }
  }
}
