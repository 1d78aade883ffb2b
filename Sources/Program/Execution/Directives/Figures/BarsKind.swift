internal import Datasets
internal import Diagnostics
internal import Notebooks
internal import RunRecords
internal import Words

/// A bar for each class of a data set.
enum BarsKind: FigureKind {
  /// What the bars say of a class.
  enum Measure: String, CaseIterable { case accuracy, precision, recall, count }

  static let name = "bars"
  static let options = [
    OptionSpec(
      "what",
      Message(
        "accuracy, precision, recall or count; weights, pixels or confidence of a histogram",
        pt: "accuracy, precision, recall ou count; weights, pixels ou confidence de um histograma"),
      Message("which numbers", pt: "quais números")),
    OptionSpec.model, .data,
  ]

  static func plan(_ planner: inout TaskPlanner) -> (any DirectiveTask)? {
    let written = planner.reader.choice("what", of: Measure.allCases.map(\.rawValue))
    guard written != nil || planner.directive.option("what") == nil else { return nil }
    let measure = written.flatMap { Measure(rawValue: $0.value) } ?? .accuracy
    if measure == .count {
      guard case .found(let data) = planner.data(part: .train) else { return nil }
      return BarsTask(measure: measure, modelID: nil, data: data)
    }
    guard let (model, data) = planner.classifier() else { return nil }
    return BarsTask(measure: measure, modelID: model.id, data: data)
  }
}

/// The work of ``BarsKind``.
struct BarsTask: DirectiveTask {
  var measure: BarsKind.Measure
  /// Nil where the data alone is counted.
  var modelID: String?
  var data: DataReference

  func keyParts(in session: Session) -> [String] {
    [
      BarsKind.name, measure.rawValue, modelID.map { session.model($0).key } ?? "",
      session.data(data.id).key, "\(data.split)",
    ]
  }

  var keepsOutputs: Bool { true }

  func dataIDs(in session: Session) -> [String] { [data.id] }

  func run(_ session: inout Session) throws(TaskFailure) -> TaskOutputs {
    let (names, values) = (data.facts.classNames, try values(session))
    let (known, words) = (names.indices.filter { values[$0] != nil }, session.words)
    let chart = Figure.Chart(
      xLabel: words.classWord, yLabel: words.measure(measure),
      series: [
        .init(
          label: words.measure(measure), style: .bars, x: known.map(Double.init),
          y: known.compactMap { values[$0] })
      ], xNames: names)
    return [
      .figure(
        FigureOutput(
          name: BarsKind.name, figure: Figure(panels: [.init(.chart(chart))]),
          alt: words.barsAlt(measure, names, values)))
    ]
  }

  /// One for each class; nil where there is nothing to divide by.
  private func values(_ session: Session) throws(TaskFailure) -> [Double?] {
    let classes = data.facts.classNames.indices
    guard let modelID else {
      var counts = [Double](repeating: 0, count: classes.count)
      for label in session.data(data.id).split(data.split).labels { counts[Int(label)] += 1 }
      return counts
    }
    let tally = try Predictor(session, modelID: modelID, data: data).predict().tally
    return classes.map { label in
      measure == .precision ? tally.precision(label) : tally.recall(label)
    }
  }
}
