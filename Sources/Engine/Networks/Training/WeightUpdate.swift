internal import Memory

/// Hands an optimizer the buffers of one weight.
enum WeightUpdate {
  /// - Parameter range: which of the state's arrays are this weight's slots.
  static func apply(
    _ optimizer: any Optimizer, weight: inout [Float], of facts: WeightFacts, gradient: [Float],
    slots: inout [[Float]], range: Range<Int>, step: Int
  ) {
    var own = slots[range].flatMap { $0 }
    let count = weight.count
    weight.withMutableElements { weight in
      own.withMutableElements { own in
        let buffers = range.indices.map { index in
          own[
            (index - range.lowerBound) * count..<(index - range.lowerBound + 1) * count]

        }
        gradient.withElements {
          optimizer.update(weight, of: facts, gradient: $0, slots: buffers, step: step)
        }
      }
    }
    for (offset, index) in range.enumerated() {
      slots[index] = Array(own[offset * count..<(offset + 1) * count])
    }
  }
}
