internal import RunRecords

/// Learning curves of fits that ran before.
struct HistoryFigureTask: DirectiveTask {
  var fits: [String]
  var metrics: [String]?

  func keyParts(in session: Session) -> [String] {
    fits + (metrics ?? ["all"]) + fits.map { session.keys[$0] ?? "" }
  }

  func run(_ session: inout Session) throws(TaskFailure) -> TaskOutputs {
    let runs = fits.compactMap { id in
      session.histories[id].map { (label: fits.count > 1 ? id : nil, history: $0) }
    }
    let figure = HistoryFigure(runs, metrics: metrics, words: session.words)
    return [.figure(figure.output(name: "history"))]
  }
}

/// The first examples of a data set.
struct SampleFigureTask: DirectiveTask {
  var data: DataReference
  var count: Int

  func keyParts(in session: Session) -> [String] {
    [session.data(data.id).key, "\(data.split)", "\(count)"]
  }

  var keepsOutputs: Bool { true }

  func dataIDs(in session: Session) -> [String] { [data.id] }

  func run(_ session: inout Session) throws(TaskFailure) -> TaskOutputs {
    let figure = SampleFigure(
      prepared: session.data(data.id), split: data.split, count: count, words: session.words)
    return [.figure(figure.output())]
  }
}

/// A confusion matrix by itself.
struct ConfusionFigureTask: DirectiveTask {
  var modelID: String
  var data: DataReference

  func keyParts(in session: Session) -> [String] {
    [session.model(modelID).key, session.data(data.id).key, "\(data.split)"]
  }

  var keepsOutputs: Bool { true }

  func dataIDs(in session: Session) -> [String] { [data.id] }

  func run(_ session: inout Session) throws(TaskFailure) -> TaskOutputs {
    let tally = try Predictor(session, modelID: modelID, data: data).predict().tally
    let report = TallyReport(tally: tally, words: session.words)
    return [.figure(report.figure)]
  }
}
