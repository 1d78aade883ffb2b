internal import Datasets
internal import Networks
internal import Tensors

/// What a directive's name stands for while the plan is made: facts that need no data.
enum Symbol: Sendable {
  case data(DataFacts)
  case model(ModelFacts)
  /// Numbers that later expressions and links may name.
  case values
  /// A directive that has errors of its own or is skipped: naming it reports nothing more.
  case unusable
}

/// What is known of a data set before it is read.
struct DataFacts: Sendable {
  var dataset: String
  /// Shape of one example after `reshape`.
  var inputShape: Shape
  var classNames: [String]
  var isOneHot: Bool
  var scale: Float
  /// Examples by split name: `train`, `validation`, `test`.
  var counts: [String: Int]
}

/// What is known of a model before it is trained.
struct ModelFacts: Sendable {
  var model: Model
  var compiled: CompileFacts?
}

/// What `.compile` sets.
struct CompileFacts: Sendable, Hashable {
  var optimizer: ArgumentCall
  var loss: ArgumentCall
  var metrics: [String]
}
