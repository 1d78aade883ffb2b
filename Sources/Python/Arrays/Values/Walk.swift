/// Goes through the elements of a shape in row-major order, in runs along the last axis.
///
/// Axes that lie one after the other for every operand are joined first, so that contiguous arrays
/// are a few long runs.
struct Walk {
  private var shape: [Int] = []
  /// For each operand its strides by joined axis.
  private var strides: [[Int]]

  init(_ shape: [Int], _ operands: [[Int]]) {
    strides = operands.map { _ in [] }
    for axis in shape.indices where shape[axis] != 1 {
      append(extent: shape[axis], operands.map { $0[axis] })
    }
  }

  private mutating func append(extent: Int, _ steps: [Int]) {
    let joins = strides.indices.allSatisfy { strides[$0].last == steps[$0] * extent }
    if joins, let last = shape.last {
      shape[shape.count - 1] = last * extent
      for operand in strides.indices { strides[operand][shape.count - 1] = steps[operand] }
    } else {
      shape.append(extent)
      for operand in strides.indices { strides[operand].append(steps[operand]) }
    }
  }

  /// The stride of an operand within a run.
  func step(_ operand: Int) -> Int { strides[operand].last ?? 0 }

  /// Calls `body` with each operand's position and the number of elements, at most `longest`.
  func forEachRun(
    from start: [Int], longest: Int = chunkSize, _ body: ([Int], Int) throws -> Void
  ) rethrows {
    if shape.contains(0) { return }
    let inner = shape.last ?? 1
    let outer = Array(shape.dropLast())
    var index = [Int](repeating: 0, count: outer.count)
    var positions = start
    while true {
      try forEachPiece(of: inner, positions, longest, body)
      guard advance(&index, outer, &positions) else { return }
    }
  }

  private func forEachPiece(
    of inner: Int, _ positions: [Int], _ longest: Int, _ body: ([Int], Int) throws -> Void
  ) rethrows {
    if inner <= longest { return try body(positions, inner) }
    for from in stride(from: 0, to: inner, by: longest) {
      let places = positions.indices.map { positions[$0] + from * step($0) }
      try body(places, min(longest, inner - from))
    }
  }

  private func advance(_ index: inout [Int], _ outer: [Int], _ positions: inout [Int]) -> Bool {
    for axis in outer.indices.reversed() {
      index[axis] += 1
      for operand in positions.indices { positions[operand] += strides[operand][axis] }
      if index[axis] < outer[axis] { return true }
      for operand in positions.indices {
        positions[operand] -= strides[operand][axis] * outer[axis]
      }
      index[axis] = 0
    }
    return false
  }
}
