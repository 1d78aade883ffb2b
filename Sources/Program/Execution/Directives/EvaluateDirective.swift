internal import Diagnostics
internal import Networks
internal import Notebooks
internal import RunRecords

/// `.evaluate`: measures a model.
enum EvaluateDirective: DirectiveKind {
  static let name = "evaluate"
  static let purpose = Message("measures a model", pt: "mede um modelo")
  static let options = [
    OptionSpec.model, .data, .batchSize,
    OptionSpec(
      "per_class", Message("true or false", pt: "true ou false"),
      Message("adds a table with a row for each class", pt: "acrescenta uma linha por classe")),
    OptionSpec(
      "confusion", Message("true or false", pt: "true ou false"),
      Message("adds the confusion matrix", pt: "acrescenta a matriz de confusão")),
  ]

  static func plan(_ planner: inout TaskPlanner) -> (any DirectiveTask)? {
    let model = planner.model()
    let data = planner.data(part: .test)
    let batchSize = planner.reader.int("batch_size", in: 1...65_536)?.value ?? 256
    let perClass = planner.reader.bool("per_class") ?? false
    let confusion = planner.reader.bool("confusion") ?? false
    guard case .found(let model) = model, case .found(let data) = data else { return nil }
    planner.checkTraining(model, data)
    planner.checkMemory(
      model, batch: min(batchSize, data.facts.counts[data.split]), isTraining: false)
    guard let compiled = model.facts.compiled, !planner.hasErrors else { return nil }
    var values = PublishedValues(scalars: Set(compiled.compilation.metricNames))
    if perClass {
      let count = data.facts.classNames.count
      values.series = ["examples": count, "precision": count, "recall": count]
    }
    planner.define(.other, publishing: values)
    return EvaluateTask(
      modelID: model.id, data: data, batchSize: batchSize, perClass: perClass,
      confusion: confusion)
  }
}

/// The work of `.evaluate`.
struct EvaluateTask: DirectiveTask {
  var modelID: String
  var data: DataReference
  var batchSize: Int
  var perClass: Bool
  var confusion: Bool

  func keyParts(in session: Session) -> [String] {
    // The batch size changes how sums are grouped, so it can change the last bit.
    [
      session.model(modelID).key, session.data(data.id).key, "\(data.split)",
      "batch \(batchSize)", "per class \(perClass)", "confusion \(confusion)",
    ]
  }

  var keepsOutputs: Bool { true }

  func dataIDs(in session: Session) -> [String] { [data.id] }

  func run(_ session: inout Session) throws(TaskFailure) -> TaskOutputs {
    let predictor = Predictor(session, modelID: modelID, data: data, batchSize: batchSize)
    let figures = try predictor.evaluate()
    let metrics = MetricsOutput(name: "metrics", metrics: figures.map { .init($0.name, $0.value) })
    guard perClass || confusion else { return [.metrics(metrics)] }
    let tally = try predictor.predict().tally
    let report = TallyReport(tally: tally, words: session.words)
    var outputs: TaskOutputs = [.metrics(metrics)]
    if perClass { outputs.append(.table(report.table)) }
    if confusion { outputs.append(.figure(report.figure)) }
    return outputs
  }
}
