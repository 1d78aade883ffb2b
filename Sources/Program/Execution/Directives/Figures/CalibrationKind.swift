internal import RunRecords
internal import Words

/// A reliability diagram: how often a model is right, by how sure it is.
enum CalibrationKind: FigureKind {
  static let name = "calibration"
  static let options = [OptionSpec.model, .data, .bins]

  static func plan(_ planner: inout TaskPlanner) -> (any DirectiveTask)? {
    let bins = planner.reader.int("bins", in: 2...100)?.value ?? 10
    guard let (model, data) = planner.classifier(asShares: true) else { return nil }
    return CalibrationTask(modelID: model.id, data: data, bins: bins)
  }
}

/// The work of ``CalibrationKind``.
struct CalibrationTask: DirectiveTask {
  var modelID: String
  var data: DataReference
  var bins: Int

  func keyParts(in session: Session) -> [String] {
    [
      CalibrationKind.name, session.model(modelID).key, session.data(data.id).key,
      "\(data.split)", "\(bins)",
    ]
  }

  var keepsOutputs: Bool { true }

  func dataIDs(in session: Session) -> [String] { [data.id] }

  func run(_ session: inout Session) throws(TaskFailure) -> TaskOutputs {
    let predictions = try Predictor(session, modelID: modelID, data: data).predict()
    let calibration = Calibration(
      confidences: predictions.confidences, hits: predictions.hits, bins: bins)
    let words = session.words
    let figure = Figure(panels: [
      .init(.chart(curve(calibration, words))), .init(.chart(counts(calibration, words))),
    ])
    let error = words.calibration(calibration)
    return [
      .figure(
        FigureOutput(
          name: CalibrationKind.name, figure: figure, alt: words.calibrationAlt(calibration),
          caption: error))
    ]
  }

  private func curve(_ calibration: Calibration, _ words: OutputWords) -> Figure.Chart {
    let filled = calibration.bins.filter { $0.count > 0 }
    return Figure.Chart(
      xLabel: words.confidence, yLabel: words.measure(.accuracy),
      series: [
        .init(
          label: modelID, x: filled.map(\.confidence), y: filled.map(\.accuracy)),
        .init(label: words.perfect, style: .dashed, x: [0, 1], y: [0, 1]),
      ])
  }

  private func counts(_ calibration: Calibration, _ words: OutputWords) -> Figure.Chart {
    Figure.Chart(
      xLabel: words.confidence, yLabel: words.examples,
      series: [
        .init(
          label: words.examples, style: .bars,
          x: (0..<bins).map { (Double($0) + 0.5) / Double(bins) },
          y: calibration.bins.map { Double($0.count) })
      ])
  }
}
