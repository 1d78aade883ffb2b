/// Where one weight lies among all weights of a plan, and how its gradient is laid out.
struct PlanParameter: Sendable {
  /// Floats from the start of the weights, and of a chunk's gradients.
  let offset: Int
  let count: Int
  let isTrainable: Bool
  /// Rows of the weight seen as a matrix `[rows, columns]` where its gradient is transposed.
  var transposedRows: Int?
}
