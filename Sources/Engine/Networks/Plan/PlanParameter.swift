/// Where one weight lies among all weights of a plan, and how its gradient is laid out.
struct PlanParameter: Sendable {
  /// Floats from the start of the weights, and of a chunk's gradients.
  let offset: Int
  let count: Int
  let isTrainable: Bool
  /// The step that computes with it; -1 before there is one.
  var step = -1
  /// The weight that this is a copy of, for a layer that uses another's: its gradient is added to
  /// that of the weight, which is copied here whenever it has moved. Nil for weights themselves.
  var owner: Int?
  /// What is added to the loss for large numbers.
  var penalty: WeightPenalty?
  /// What it is held to; nil for nothing.
  var constraint: (any Constraint)?
  /// Its shape and its name.
  let facts: WeightFacts
  /// Rows of the weight seen as a matrix `[rows, columns]` where its gradient is transposed.
  var transposedRows: Int?
  /// Where the whole batch's inputs and gradients are kept for a gradient that is computed in one
  /// go; nil where chunks add to theirs.
  var batchGradient: BatchGradient?

  /// Its place among the weights, and among a chunk's gradients.
  var range: Range<Int> { offset..<offset + count }

  /// The place of some of its numbers.
  func range(_ part: Range<Int>) -> Range<Int> {
    offset + part.lowerBound..<offset + part.upperBound
  }

  /// Whether an optimizer moves it.
  var isMoved: Bool { isTrainable && owner == nil }
}

/// A dense layer's kernel, `[inputs, outputs]`, whose gradient is computed for the whole batch.
struct BatchGradient: Sendable {
  let inputs: Int
  let outputs: Int
  /// Offsets in the batch's shared memory: `[images, inputs]` and `[images, outputs]`.
  let input: Int
  let gradient: Int
}
