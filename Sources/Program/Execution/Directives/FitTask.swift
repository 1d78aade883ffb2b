internal import Datasets
internal import Diagnostics
internal import Digests
internal import Networks
internal import RunRecords
internal import Training

/// The work of `.fit`.
struct FitTask: DirectiveTask {
  var modelID: String
  var data: DataReference
  var validation: DataReference?
  var epochs: Int
  var batchSize: Int
  var shuffle: Bool
  /// Where the directive itself says how to train.
  var compiling: CompileFacts?
  /// What the losses of classes' examples are multiplied by; 1 for those that aren't named.
  var classWeights: [Int: Float] = [:]
  var rules = FitRules()
  /// Whether a loss that isn't finite ends the fit with an error; cells go on, as Keras does.
  var stopsOnNaN = true

  func keyParts(in session: Session) -> [String] {
    let measured = validation.map { "\(session.data($0.id).key) \($0.split)" } ?? "none"
    return [
      session.model(modelID).key, compiling?.text ?? "", session.data(data.id).key,
      "\(data.split)", "validation \(measured)", "epochs \(epochs)", "batch \(batchSize)",
      "shuffle \(shuffle)",
    ] + extras
  }

  /// What not every fit has, so that the keys of those that have none stay.
  private var extras: [String] {
    (classWeights.isEmpty ? [] : ["class weights \(weightsText)"])
      + (rules.all.isEmpty ? [] : ["callbacks \(rules.text)"])
      + (stopsOnNaN ? [] : ["goes on with NaN"])
  }

  private var weightsText: String {
    classWeights.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
      .joined(separator: ", ")
  }

  func run(_ session: inout Session) throws(TaskFailure) -> TaskOutputs {
    if let compiling { session.compile(modelID, as: compiling) }
    let key = modelKey(session)
    let work = try DirectiveFit(self, &session)
    defer { session = work.session }
    try work.run()
    let output = HistoryOutput(
      name: "history", metrics: work.names, rows: work.rows,
      weightsSHA256: work.runner.weights.sha256.description)
    work.keep(key: key)
    work.session.histories[session.scope.id] = output
    let figure = HistoryFigure(output, words: session.words)
    return [.history(output), .figure(figure.output(name: "curves"))]
  }

  /// What tells the model after the fit from others, for keys of what depends on it.
  private func modelKey(_ session: Session) -> String {
    let state = session.model(modelID)
    let measured = validation.map { "\(session.data($0.id).key) \($0.split)" } ?? "none"
    let training = ResultKey(
      [
        "fit", "numerics \(numericsVersion)", "seed \(session.currentSeed)", state.key,
        session.data(data.id).key, "\(data.split)", "validation \(measured)",
        "batch \(batchSize)", "shuffle \(shuffle)", "from epoch \(state.epochs)",
      ] + extras)
    return ResultKey([training.digest, "epochs \(epochs)"]).digest
  }
}
