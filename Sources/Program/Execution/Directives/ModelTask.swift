internal import Digests
internal import Networks
internal import RunRecords

/// The work of `.model`: first weights, or a copy of those of the model that it extends.
struct ModelTask: DirectiveTask {
  var model: Model
  /// The layers in Keras notation, spaces and quotation marks made alike, those of the base first.
  var calls: [String]
  /// Its own layers, without those of the base.
  var declared: [ArgumentCall]
  var baseID: String?
  var showsSummary: Bool

  func keyParts(in session: Session) -> [String] {
    calls + [baseID.map { session.model($0).key } ?? "", "summary \(showsSummary)"]
      + copyText(session.modelCounts[model, session.currentSeed])
  }

  /// What tells a further model of the architecture from the first.
  private func copyText(_ copy: Int) -> [String] { copy == 0 ? [] : ["copy \(copy)"] }

  func run(_ session: inout Session) throws(TaskFailure) -> TaskOutputs {
    let base = baseID.map { session.model($0).weights }
    let copy = session.count(model)
    let weights = ModelWeights(
      model, seed: Model.seed(session.currentSeed, copy: copy), base: base)
    let key = ResultKey(
      ["model", "\(session.currentSeed)", baseID.map { session.model($0).key } ?? ""] + calls
        + copyText(copy))
    session.models[session.scope.id] = ModelState(
      model: model, weights: weights, copy: copy, key: key.digest)
    return showsSummary ? ModelSummary(model: model, words: session.words).outputs : []
  }
}
