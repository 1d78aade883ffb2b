internal import Memory
internal import Tensors

/// How one row of several inputs, each behind the other, becomes one output, and how its gradient is
/// shared out. Both are linear in the row's length.
struct MergeRow: Sendable {
  let kind: Merge.Kind
  /// Where each part begins in a row.
  let starts: [Int]
  /// The numbers of the output.
  let size: Int
  /// For a concatenation: the numbers of each part that stay together.
  private let blocks: [Int]
  /// For products along axes; nil for all else.
  private let dot: DotRow?

  init(_ merge: Merge, size: Int) {
    kind = merge.kind
    self.size = size
    var place = 0
    starts = merge.parts.map { part in
      defer { place += part.count }
      return place
    }
    dot = DotRow(merge)
    if case .concatenate(let axis) = merge.kind {
      blocks = merge.parts.map { $0.extents[axis...].reduce(1, *) }
    } else {
      blocks = []
    }
  }

  func forward(_ row: Elements<Float>, to output: MutableElements<Float>) {
    switch kind {
    case .dot: dot?.forward(row, to: output)
    case .concatenate:
      forEachBlock { from, to, count in
        output[to..<to + count].update(from: row[from..<from + count])
      }
    case .add, .average:
      combine(row, starts[...], into: output, from: 0) { $0 + $1 }
      guard kind == .average else { return }
      let count = Float(starts.count)
      for index in 0..<size { output[index] /= count }
    case .subtract:
      combine(row, starts.dropFirst(), into: output, from: 0) { $0 + $1 }
      for index in 0..<size { output[index] = row[starts[0] + index] - output[index] }
    case .multiply: combine(row, starts[...], into: output, from: 1) { $0 * $1 }
    case .maximum, .minimum:
      for index in 0..<size { output[index] = best(row[index...]) }
    }
  }

  /// Part after part, so that the loops are over numbers behind each other.
  @inline(__always)
  private func combine(
    _ row: Elements<Float>, _ starts: ArraySlice<Int>, into output: MutableElements<Float>,
    from first: Float, _ body: (Float, Float) -> Float
  ) {
    output[0..<size].update(repeating: first)
    for start in starts {
      let part = row[start..<start + size]
      for index in 0..<size { output[index] = body(output[index], part[index]) }
    }
  }

  private func best(_ row: Elements<Float>) -> Float {
    starts.dropFirst().reduce(row[starts[0]]) {
      kind == .maximum ? max($0, row[$1]) : min($0, row[$1])
    }
  }

  /// - Parameter slopes: the gradient for the output.
  func backward(
    _ slopes: Elements<Float>, _ row: Elements<Float>,
    to result: MutableElements<Float>
  ) {
    if case .concatenate = kind {
      return forEachBlock { from, to, count in
        result[from..<from + count].update(from: slopes[to..<to + count])
      }
    }
    if let dot { return dot.backward(slopes, row, to: result) }
    for index in 0..<size { share(slopes[index], row[index...], result[index...]) }
  }

  /// What of a slope belongs to each part.
  private func share(
    _ slope: Float, _ row: Elements<Float>, _ result: MutableElements<Float>
  ) {
    switch kind {
    case .add: for start in starts { result[start] = slope }
    case .average: for start in starts { result[start] = slope / Float(starts.count) }
    case .subtract:
      for start in starts { result[start] = -slope }
      result[starts[0]] = slope
    case .multiply:
      for (part, start) in starts.enumerated() {
        var others: Float = 1
        for (other, place) in starts.enumerated() where other != part { others *= row[place] }
        result[start] = slope * others
      }
    case .maximum, .minimum:
      // Equal numbers share, as in Keras' TensorFlow backend.
      let best = best(row)
      let winners = Float(starts.count { row[$0] == best })
      for start in starts { result[start] = row[start] == best ? slope / winners : 0 }
    case .concatenate, .dot: break
    }
  }

  /// Visits the blocks of a concatenation: the place in a row, the place in the output, the length.
  private func forEachBlock(_ body: (Int, Int, Int) -> Void) {
    let whole = blocks.reduce(0, +)
    guard whole > 0 else { return }
    for block in 0..<size / whole {
      var offset = block * whole
      for (start, length) in zip(starts, blocks) {
        body(start + block * length, offset, length)
        offset += length
      }
    }
  }
}
