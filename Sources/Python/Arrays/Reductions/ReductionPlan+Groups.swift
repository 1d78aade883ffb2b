internal import Memory

extension ReductionPlan {
  /// A group's elements as integers.
  func integers(at start: Int) -> [Int] {
    var values: [Int] = []
    values.reserveCapacity(count)
    forEachPiece(of: start) { values += $0 }
    return values
  }

  /// A group's elements as real numbers.
  func reals(at start: Int) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(count)
    forEachPiece(of: start) { values += $0 }
    return values
  }

  /// Calls `body` with at most 4096 elements of a group at a time, as integers.
  func forEachPiece(of start: Int, _ body: ([Int]) -> Void) {
    forEachRun(of: start) { position, step, count in
      for from in stride(from: 0, to: count, by: chunkSize) {
        let length = min(chunkSize, count - from)
        body(
          [Int](filling: length) {
            array.storage.load($0, from: position + from * step, stride: step, count: length)
          })
      }
    }
  }

  /// Calls `body` with at most 4096 elements of a group at a time, as real numbers.
  func forEachPiece(of start: Int, _ body: ([Double]) -> Void) {
    forEachRun(of: start) { position, step, count in
      for from in stride(from: 0, to: count, by: chunkSize) {
        let length = min(chunkSize, count - from)
        body(
          [Double](filling: length) {
            array.storage.load($0, from: position + from * step, stride: step, count: length)
          })
      }
    }
  }
}
