/// Where one weight lies among all weights of a plan, and how its gradient is laid out.
struct PlanParameter: Sendable {
  /// Floats from the start of the weights, and of a chunk's gradients.
  let offset: Int
  let count: Int
  let isTrainable: Bool
  /// What is added to the loss for large numbers.
  var penalty: WeightPenalty?
  /// Rows of the weight seen as a matrix `[rows, columns]` where its gradient is transposed.
  var transposedRows: Int?
  /// Where the whole batch's inputs and gradients are kept for a gradient that is computed in one
  /// go; nil where chunks add to theirs.
  var batchGradient: BatchGradient?
}

/// A dense layer's kernel, `[inputs, outputs]`, whose gradient is computed for the whole batch.
struct BatchGradient: Sendable {
  let inputs: Int
  let outputs: Int
  /// Offsets in the batch's shared memory: `[images, inputs]` and `[images, outputs]`.
  let input: Int
  let gradient: Int
}
