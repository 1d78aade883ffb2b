/// What makes one number of a group of elements, other than sums.
package struct Reduction: Sendable {
  /// The name of NumPy's ufunc or function, which error messages use.
  package let name: String
  /// The result's dtype for an operand's.
  let dtype: @Sendable (DType) -> DType
  /// Whether a group without elements is an error.
  let needsElements: Bool
  let real: @Sendable ([Double], DType) -> Double
  let integer: @Sendable ([Int]) -> Int
  /// Whether the reduction of pieces' results is the reduction of the whole.
  var isAssociative = true

  /// The reduction over axes, all when nil.
  package func callAsFunction(
    _ array: NumericArray, axes: [Int]? = nil, keepsAxes: Bool = false
  ) throws(ArrayError) -> NumericArray {
    let plan = try ReductionPlan(array, axes: axes)
    if needsElements, plan.count == 0, !plan.starts.isEmpty { throw emptiness }
    let shape = keepsAxes ? plan.keptShape : plan.shape
    let result = dtype(array.dtype)
    if array.dtype.isFloating {
      let values = plan.starts.map { value(plan, $0) }
      return try NumericArray(reals: values, shape: shape, dtype: result)
    }
    let values = plan.starts.map { count(plan, $0) }
    return try NumericArray(integers: values, shape: shape, dtype: result)
  }

  private func value(_ plan: ReductionPlan, _ start: Int) -> Double {
    guard isAssociative, plan.count > chunkSize else {
      return real(plan.reals(at: start), plan.array.dtype)
    }
    var parts: [Double] = []
    plan.forEachPiece(of: start) { parts.append(real($0, plan.array.dtype)) }
    return real(parts, plan.array.dtype)
  }

  private func count(_ plan: ReductionPlan, _ start: Int) -> Int {
    guard isAssociative, plan.count > chunkSize else { return integer(plan.integers(at: start)) }
    var parts: [Int] = []
    plan.forEachPiece(of: start) { parts.append(integer($0)) }
    return integer(parts)
  }

  private var emptiness: ArrayError {
    name.hasPrefix("arg")
      ? .value("attempt to get \(name) of an empty sequence")
      : .value("zero-size array to reduction operation \(name) which has no identity")
  }
}
