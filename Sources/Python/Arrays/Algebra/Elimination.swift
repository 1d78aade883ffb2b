#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Gaussian elimination with partial pivoting of a square matrix beside right-hand sides.
struct Elimination {
  private var matrix: [Double]
  private let count: Int
  /// The right-hand sides, row-major; the solutions after `run`.
  private(set) var right: [Double]
  private let columns: Int

  init(_ matrix: [Double], _ count: Int, _ right: [Double], _ columns: Int) {
    (self.matrix, self.count, self.right, self.columns) = (matrix, count, right, columns)
  }

  /// Solves in place; the determinant, 0 for a singular matrix.
  mutating func run() -> Double {
    // As NumPy has it, from the sum of logarithms: the last digit depends on it.
    var (sign, size) = (1.0, 0.0)
    for step in 0..<count {
      let pivot =
        (step..<count).max {
          matrix[$0 * count + step].magnitude < matrix[$1 * count + step].magnitude
        } ?? step
      if pivot != step {
        exchange(step, pivot)
        sign = -sign
      }
      let value = matrix[step * count + step]
      if value == 0 { return 0 }
      if value < 0 { sign = -sign }
      size += log(value.magnitude)
      for row in (step + 1)..<max(count, step + 1) {
        subtract(step, from: row, times: matrix[row * count + step] / value, after: step)
      }
    }
    for step in (0..<count).reversed() { substitute(step) }
    return sign * exp(size)
  }

  private mutating func exchange(_ one: Int, _ two: Int) {
    for column in 0..<count { matrix.swapAt(one * count + column, two * count + column) }
    for column in 0..<columns { right.swapAt(one * columns + column, two * columns + column) }
  }

  private mutating func subtract(_ source: Int, from row: Int, times factor: Double, after: Int) {
    for column in after..<count {
      matrix[row * count + column] -= factor * matrix[source * count + column]
    }
    for column in 0..<columns {
      right[row * columns + column] -= factor * right[source * columns + column]
    }
  }

  private mutating func substitute(_ step: Int) {
    for column in 0..<columns {
      var value = right[step * columns + column]
      for later in (step + 1)..<max(count, step + 1) {
        value -= matrix[step * count + later] * right[later * columns + column]
      }
      right[step * columns + column] = value / matrix[step * count + step]
    }
  }
}
