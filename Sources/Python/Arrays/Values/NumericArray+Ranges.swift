#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension NumericArray {
  /// `count` numbers in equal steps, with `stop` as the last one when `endpoint` is set.
  package static func linspace(
    _ start: Double, _ stop: Double, count: Int = 50, endpoint: Bool = true, dtype: DType? = nil
  ) throws(ArrayError) -> NumericArray {
    if count < 0 { throw .value("Number of samples, \(count), must be non-negative.") }
    _ = try ArrayLimit.count(of: [count], dtype: .float64)
    let parts = endpoint ? count - 1 : count
    let step = parts > 0 ? (stop - start) / Double(parts) : .nan
    var values = (0..<count).map { index in
      let distance =
        step == 0
        ? Double(index) / Double(parts) * (stop - start) : Double(index) * step
      return parts > 0 ? distance + start : start
    }
    if endpoint, count > 1 { values[count - 1] = stop }
    let dtype = dtype ?? .float64
    return try NumericArray(
      reals: dtype.isInteger ? values.map { $0.rounded(.down) } : values, dtype: dtype)
  }

  /// Numbers from `start` up to but without `stop`.
  package static func arange(
    _ start: ScalarValue, _ stop: ScalarValue, _ step: ScalarValue, dtype: DType? = nil
  ) throws(ArrayError) -> NumericArray {
    let kinds = [start, stop, step].map(\.kind.dtype).reduce(DType.int64) { $0.promoted(with: $1) }
    let dtype = dtype ?? kinds
    guard step.real != 0 else {
      throw ArrayError(.zeroDivisionError, "division by zero")
    }
    let length = ((stop.real - start.real) / step.real).rounded(.up)
    guard length < 1e18 else { throw .value("Maximum allowed size exceeded") }
    let count = length > 0 ? Int(length) : 0
    // The numbers are made with eight bytes each, whatever they become.
    _ = try ArrayLimit.count(of: [count], dtype: .int64)
    if kinds == .float64 {
      let delta = (start.real + step.real) - start.real
      return try NumericArray(
        reals: (0..<count).map { start.real + Double($0) * delta }, dtype: dtype)
    }
    return try NumericArray(
      integers: (0..<count).map { start.integer &+ $0 &* step.integer }, dtype: dtype)
  }

  /// Powers of `base` in equal steps of the exponent.
  package static func logspace(
    _ start: Double, _ stop: Double, count: Int = 50, endpoint: Bool = true, base: Double = 10
  ) throws(ArrayError) -> NumericArray {
    let exponents = try linspace(start, stop, count: count, endpoint: endpoint)
    return try NumericArray(reals: exponents.reals().map { pow(base, $0) })
  }

  /// Ones on a diagonal, zeros elsewhere.
  package static func eye(
    _ rows: Int, _ columns: Int? = nil, diagonal: Int = 0, dtype: DType = .float64
  ) throws(ArrayError) -> NumericArray {
    let columns = columns ?? rows
    let result = try NumericArray(zeros: [rows, columns], dtype: dtype)
    let (row, column) = Self.corner(diagonal)
    let count = max(0, min(rows - row, columns - column))
    if count == 0 { return result }
    let line = result.view(
      shape: [count], strides: [columns + 1], offset: row * columns + column)
    try line.fill(.int(1))
    return result
  }

  /// Grids of each array's values over the product of all.
  package static func meshgrid(
    _ arrays: [NumericArray], matrixIndexing: Bool = false
  ) throws(ArrayError) -> [NumericArray] {
    let rank = arrays.count
    let shape = arrays.map(\.size)
    var grids: [NumericArray] = []
    for (axis, array) in arrays.enumerated() {
      var extents = [Int](repeating: 1, count: rank)
      extents[axis] = array.size
      let grid = try array.reshaped(extents).broadcast(to: shape)
      let ordered = !matrixIndexing && rank > 1 ? grid.swapped(0, 1) : grid
      grids.append(try ordered.copy())
    }
    return grids
  }

  /// Row and column at which a diagonal starts; far out for a far one.
  private static func corner(_ diagonal: Int) -> (row: Int, column: Int) {
    let distance = Int(clamping: diagonal.magnitude)
    return diagonal < 0 ? (distance, 0) : (0, distance)
  }

  /// The elements of a diagonal of the first two axes, as a view.
  package func diagonal(_ place: Int = 0) throws(ArrayError) -> NumericArray {
    guard ndim >= 2 else { throw .value("diag requires an array of at least two dimensions") }
    let (row, column) = Self.corner(place)
    let count = max(0, min(shape[0] - row, shape[1] - column))
    return view(
      shape: Array(shape[2...]) + [count],
      strides: Array(strides[2...]) + [strides[0] + strides[1]],
      offset: count == 0 ? offset : offset + row * strides[0] + column * strides[1])
  }
}
