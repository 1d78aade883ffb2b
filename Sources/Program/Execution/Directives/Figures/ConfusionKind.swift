internal import RunRecords

/// A confusion matrix by itself.
enum ConfusionKind: FigureKind {
  static let name = "confusion"
  static let options = [OptionSpec.model, .data]

  static func plan(_ planner: inout TaskPlanner) -> (any DirectiveTask)? {
    guard let (model, data) = planner.classifier() else { return nil }
    return ConfusionFigureTask(modelID: model.id, data: data)
  }
}

/// The work of ``ConfusionKind``.
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
