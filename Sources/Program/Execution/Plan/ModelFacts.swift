internal import Networks

/// What is known of a model before it is trained.
struct ModelFacts: Sendable {
  var model: Model
  /// The layers' calls in Keras notation: what a key knows of the model.
  var calls: [String]
  /// Where the last layer stands in the notebook.
  var lastLayer: Range<Int>
  var compiled: CompileFacts?
}

/// How a model is to be trained.
struct CompileFacts: Sendable {
  var compilation: Compilation
  /// As the lesson gives them.
  var optimizer: ArgumentValue
  var loss: ArgumentValue
  var metrics: [ArgumentValue]

  /// All of it as text, for keys.
  var text: String { "\(optimizer) \(loss) \(metrics.map(\.description))" }
}

/// A model that a directive names.
struct ModelReference: Sendable {
  var id: String
  var facts: ModelFacts
}
