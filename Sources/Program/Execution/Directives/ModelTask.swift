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
  }

  func run(_ session: inout Session) throws(TaskFailure) -> TaskOutputs {
    let base = baseID.map { session.model($0).weights }
    let weights = ModelWeights(model, seed: session.currentSeed, base: base)
    let key = ResultKey(
      ["model", "\(session.currentSeed)", baseID.map { session.model($0).key } ?? ""] + calls)
    session.models[session.scope.id] = ModelState(model: model, weights: weights, key: key.digest)
    return showsSummary ? ModelSummary(model: model, words: session.words).outputs : []
  }
}
