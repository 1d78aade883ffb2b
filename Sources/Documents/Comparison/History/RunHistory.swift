public import Diagnostics
public import RunRecords
internal import Texts

/// The runs of a notebook, oldest first, with the metrics that they gave.
public struct RunHistory: Sendable {
  /// One run.
  public struct Row: Encodable, Sendable {
    /// The notebook's path as it was given, the same in all rows.
    public let notebook: String
    /// The run's id, unique among the notebook's runs.
    public let id: String
    /// When the run began, as ISO 8601 in UTC.
    public let startedAt: String
    /// The seed of the run.
    public let seed: Int
    /// The run's exit code; 130 where it was interrupted.
    public let exitStatus: Int
    /// The seconds of all its directives together.
    public let seconds: Double
    /// Directives that ran, and those whose outputs were reused.
    public let executed: Int
    /// How many directives' outputs came from the cache.
    public let reused: Int
    /// Those metrics that were asked for, by `directive.metric`, of a fit those of its last epoch;
    /// directives go by their names in the newest run.
    public let metrics: [String: Double]
  }

  /// The notebook's path as it was given.
  public let notebook: String
  /// The runs' records, oldest first.
  public let records: [RunRecord]
  /// For each run the names that its directives have in the newest run.
  private let names: [[String: String]]

  /// - Parameter records: oldest first, all of the same notebook.
  public init(notebook: String, records: [RunRecord]) {
    (self.notebook, self.records) = (notebook, records)
    names = Self.names(records)
  }

  /// A directive that was renamed goes on under its new name.
  private static func names(_ records: [RunRecord]) -> [[String: String]] {
    var names: [[String: String]] = []
    var later: (record: RunRecord, names: [String: String])?
    for record in records.reversed() {
      var own: [String: String] = [:]
      let tasks = later?.record.tasks ?? []
      for (task, place) in zip(record.tasks, TaskPartners.places(of: record.tasks, in: tasks)) {
        own[task.id] = place.map { later?.names[tasks[$0].id] ?? tasks[$0].id } ?? task.id
      }
      names.append(own)
      later = (record, own)
    }
    return names.reversed()
  }

  /// All metrics in the order of the newest run that has them.
  public var metricNames: [String] {
    var seen: Set<String> = []
    return records.indices.reversed().flatMap { index in
      metrics(ofRun: index).map(\.name).filter { seen.insert($0).inserted }
    }
  }

  /// The runs with those of their metrics that have these names.
  public func rows(_ names: [String]) -> [Row] {
    let wanted = Set(names)
    return records.enumerated().map { index, record in
      let metrics = metrics(ofRun: index).filter { wanted.contains($0.name) }
      return Row(
        notebook: notebook, id: record.id, startedAt: record.startedAt, seed: record.seed,
        exitStatus: record.exitStatus,
        seconds: record.tasks.compactMap(\.seconds).reduce(0, +),
        executed: record.tasks.count { $0.status == .ok },
        reused: record.tasks.count { $0.status == .cached },
        metrics: Dictionary(metrics.map { ($0.name, $0.value) }) { first, _ in first })
    }
  }

  /// Lines for people: one for each run.
  public func table(_ names: [String], language: Language) -> String {
    let head =
      (language == .portuguese
        ? ["execução", "semente", "saída", "segundos"] : ["run", "seed", "exit", "seconds"])
      + names
    let body = rows(names).map { row in
      [row.id, "\(row.seed)", "\(row.exitStatus)", fixed(row.seconds, 2)]
        + names.map { name in row.metrics[name].map { fixed($0, 4) } ?? "" }
    }
    let lines = ([head] + body).map { $0.map { VisibleText.escaping($0, as: .line) } }
    let widths = head.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { cells in
      zip(cells, widths).enumerated().map { index, cell in
        let blanks = String(repeating: " ", count: cell.1 - cell.0.count)
        return index == 0 ? cell.0 + blanks : blanks + cell.0
      }.joined(separator: "  ") + "\n"
    }.joined()
  }

  /// One panel for each metric, over the runs in order.
  public func figure(_ names: [String], language: Language) -> FigureOutput {
    let run = language == .portuguese ? "execução" : "run"
    let rows = rows(names)
    let panels = names.map { name in
      let points = rows.enumerated().compactMap { index, row in
        row.metrics[name].map { (Double(index + 1), $0) }
      }
      let series = Figure.Series(label: name, x: points.map(\.0), y: points.map(\.1))
      return Figure.Panel(.chart(Figure.Chart(xLabel: run, yLabel: name, series: [series])))
    }
    return FigureOutput(
      name: "history", figure: Figure(panels: panels, columns: min(2, max(1, panels.count))),
      alt: "\(names.joined(separator: ", ")): \(records.count) × \(run)")
  }

  private func metrics(ofRun index: Int) -> [(name: String, value: Double)] {
    // Counts of parameters are no result of a run.
    records[index].tasks.filter { $0.kind != "summary" && $0.kind != "model" }.flatMap { task in
      let id = names[index][task.id] ?? task.id
      return task.outputs.flatMap { output -> [(name: String, value: Double)] in
        switch output {
        case .metrics(let output): output.metrics.map { ("\(id).\($0.name)", $0.value) }
        case .history(let output):
          zip(output.metrics, output.rows.last ?? []).map { ("\(id).\($0)", $1) }
        default: []
        }
      }
    }
  }

  private func fixed(_ value: Double, _ digits: Int) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "\(value)" }
    return FloatText.fixed(value, digits)
  }
}
