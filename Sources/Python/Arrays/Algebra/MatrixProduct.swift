internal import Memory

/// The product of two matrices of doubles.
///
/// Each number of the result is one sum in the order of the inner axis, whatever the sizes; blocks of
/// the right matrix stay in the cache while all rows of the left one pass.
struct MatrixProduct {
  let rows: Int
  let inner: Int
  let columns: Int

  private static let block = 64

  /// - Parameters:
  ///   - a: `[rows, inner]`.
  ///   - b: `[inner, columns]`.
  /// - Returns: `[rows, columns]`.
  func callAsFunction(_ a: [Double], _ b: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: rows * columns)
    guard !result.isEmpty, inner > 0 else { return result }
    result.withMutableElements { result in
      a.withElements { a in
        b.withElements { b in
          for start in stride(from: 0, to: inner, by: Self.block) {
            let end = min(start + Self.block, inner)
            for row in 0..<rows {
              add(
                a[row * inner..<(row + 1) * inner], b, start..<end,
                to: result[row * columns..<(row + 1) * columns])
            }
          }
        }
      }
    }
    return result
  }

  /// Adds some rows of the right matrix, each times its factor, to one row; four at a time.
  private func add(
    _ factors: Elements<Double>, _ b: Elements<Double>, _ range: Range<Int>,
    to line: MutableElements<Double>
  ) {
    var k = range.lowerBound
    while k + 4 <= range.upperBound {
      let (f0, f1, f2, f3) = (factors[k], factors[k + 1], factors[k + 2], factors[k + 3])
      let (b0, b1) = (b[(k * columns)...], b[((k + 1) * columns)...])
      let (b2, b3) = (b[((k + 2) * columns)...], b[((k + 3) * columns)...])
      for column in 0..<columns {
        var sum = line[column]
        sum += f0 * b0[column]
        sum += f1 * b1[column]
        sum += f2 * b2[column]
        sum += f3 * b3[column]
        line[column] = sum
      }
      k += 4
    }
    while k < range.upperBound {
      let (factor, row) = (factors[k], b[(k * columns)...])
      for column in 0..<columns { line[column] += factor * row[column] }
      k += 1
    }
  }
}
