internal import Arrays

/// A call of `randint`, `integers` or `random_integers`.
struct RandomIntegers {
  private let call: NumPyCall
  private let generator: RandomGenerator
  private let dtype: DType
  private let (low, high): (NumericArray, NumericArray)

  /// - Parameters:
  ///   - lowest: where the numbers begin if only one bound is given.
  ///   - isClosed: whether the upper bound is one of them.
  init(_ call: NumPyCall, lowest: Int = 0, isClosed: Bool = false) throws(ArrayError) {
    self.call = call
    generator = try call.generator()
    dtype = try call.dtype() ?? .int64
    guard dtype.isInteger || dtype == .bool else {
      throw ArrayError(
        .typeError, "Unsupported dtype dtype('\(dtype.rawValue)') for \(call.name)")
    }
    let (first, second) = (try Self.whole("low", call), try Self.whole("high", call))
    low =
      second == nil ? NumericArray(scalar: .int(lowest)) : first ?? NumericArray(scalar: .int(0))
    let end = second ?? first ?? NumericArray(scalar: .int(0))
    high = isClosed ? end : try BinaryFunction.subtract(.array(end), .python(.int(1)))
  }

  /// A bound, whose fraction is cut off.
  private static func whole(_ name: String, _ call: NumPyCall) throws(ArrayError) -> NumericArray? {
    guard call[name] != nil else { return nil }
    return try call.array(name).astype(.int64)
  }

  /// One number without a size and arrays of bounds, otherwise an array.
  func drawn() throws(ArrayError) -> NumPyValue {
    let size = try call.shape("size")
    if low.ndim == 0, high.ndim == 0 {
      let array = try generator.integers(
        from: low.integers(), through: high.integers(), size ?? [], dtype: dtype)
      return size == nil ? one(array) : .array(array)
    }
    let shape = try RandomShape.of([low, high], size: size)
    return .array(
      try generator.integers(
        from: low.broadcast(to: shape).integers(), through: high.broadcast(to: shape).integers(),
        shape, dtype: dtype))
  }

  /// Python's own number where no dtype is named, which the legacy functions give; `random_integers` names one itself.
  private func one(_ array: NumericArray) -> NumPyValue {
    guard generator.isLegacy, call["dtype"] == nil, call.name != "random_integers",
      call.name != "random.random_integers", let number = try? array.item()
    else {
      return .scalar(array)
    }
    return NumPyValue(number)
  }
}
