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
  /// All of it as text, for keys.
  var text: String
}

/// A model that a directive names.
struct ModelReference: Sendable {
  var id: String
  var facts: ModelFacts
}
