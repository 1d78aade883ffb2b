internal import Memory
internal import Tensors

/// The products of two parts of a row along an axis of each: Keras' `Dot`.
///
/// Each part is seen as vectors along its axis, in the order of its other axes; an output is the product of
/// one of the first's with one of the second's.
struct DotRow: Sendable {
  /// The vectors of one part.
  private struct Side: Sendable {
    let start: Int
    /// The length of a vector, and how far its numbers are apart.
    let length: Int
    let stride: Int
    /// How many vectors there are.
    let count: Int

    init(_ shape: Shape, axis: Int, start: Int) {
      self.start = start
      length = shape[axis]
      stride = shape.extents[(axis + 1)...].reduce(1, *)
      count = shape.count / max(length, 1)
    }

    /// The place in a row of a vector's number.
    func place(_ vector: Int, _ index: Int) -> Int {
      start + vector / stride * stride * length + vector % stride + index * stride
    }
  }

  /// The least length that a vector is divided by, Keras' `epsilon()`.
  private static let least: Float = 1e-7
  private let left: Side
  private let right: Side
  private let normalizes: Bool

  /// Nil for a merge that is no such product.
  init?(_ merge: Merge) {
    guard case .dot(let axes, let normalizes) = merge.kind, merge.parts.count == 2 else {
      return nil
    }
    left = Side(merge.parts[0], axis: axes[0], start: 0)
    right = Side(merge.parts[1], axis: axes[1], start: merge.parts[0].count)
    self.normalizes = normalizes
  }

  func forward(_ row: Elements<Float>, to output: MutableElements<Float>) {
    withVectors(row) { first, second in
      for a in 0..<left.count {
        for b in 0..<right.count {
          var sum: Float = 0
          for index in 0..<left.length {
            sum.addProduct(first[a * left.length + index], second[b * left.length + index])
          }
          output[a * right.count + b] = sum
        }
      }
    }
  }

  /// - Parameter slopes: the gradient for the output.
  func backward(
    _ slopes: Elements<Float>, _ row: Elements<Float>, to result: MutableElements<Float>
  ) {
    withVectors(row) { first, second in
      share(left, first, second, row, result) { slopes[$0 * right.count + $1] }
      share(right, second, first, row, result) { slopes[$1 * right.count + $0] }
    }
  }

  /// Writes the gradient of one side's vectors.
  private func share(
    _ side: Side, _ own: Elements<Float>, _ others: Elements<Float>, _ row: Elements<Float>,
    _ result: MutableElements<Float>, _ slope: (_ own: Int, _ other: Int) -> Float
  ) {
    let count = others.count / max(side.length, 1)
    withSpareElements(of: Float.self, count: 3 * side.length) { spare in
      let (slopes, numbers) = (spare[0..<side.length], spare[side.length..<2 * side.length])
      let moved = spare[2 * side.length..<3 * side.length]
      for vector in 0..<side.count {
        slopes.update(repeating: 0)
        for other in 0..<count {
          for index in 0..<side.length {
            slopes[index].addProduct(slope(vector, other), others[other * side.length + index])
          }
        }
        for index in 0..<side.length { numbers[index] = row[side.place(vector, index)] }
        if normalizes {
          UnitRow.gradient(
            Elements(slopes), Elements(numbers), 0..<side.length, least: Self.least,
            into: moved)
        } else {
          moved.update(from: slopes)
        }
        for index in 0..<side.length { result[side.place(vector, index)] = moved[index] }
      }
    }
  }

  /// Hands on the vectors of both sides, each behind the other.
  private func withVectors(
    _ row: Elements<Float>, _ body: (Elements<Float>, Elements<Float>) -> Void
  ) {
    let sizes = [left, right].map { $0.count * $0.length }
    withSpareElements(of: Float.self, count: sizes[0] + sizes[1]) { spare in
      let parts = [spare[0..<sizes[0]], spare[sizes[0]..<sizes[0] + sizes[1]]]
      for (side, part) in zip([left, right], parts) { gather(side, row, into: part) }
      body(Elements(parts[0]), Elements(parts[1]))
    }
  }

  private func gather(_ side: Side, _ row: Elements<Float>, into part: MutableElements<Float>) {
    for vector in 0..<side.count {
      let place = vector * side.length..<(vector + 1) * side.length
      for index in 0..<side.length {
        part[place.lowerBound + index] = row[side.place(vector, index)]
      }
      if normalizes { UnitRow.normalize(Elements(part), place, least: Self.least, into: part) }
    }
  }
}
