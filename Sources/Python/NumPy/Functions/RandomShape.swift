internal import Arrays

/// The shape of what a generator draws for parameters that are arrays.
enum RandomShape {
  /// That of the arrays together, which a size that is given must hold.
  static func of(_ arrays: [NumericArray], size: [Int]?) throws(ArrayError) -> [Int] {
    let shapes = (size.map { [$0] } ?? []) + arrays.map(\.shape)
    guard let shape = try? NumericArray.broadcastShape(shapes) else { throw mismatch(shapes) }
    if let size, size != shape {
      throw ArrayError(
        .valueError,
        "Output size \(text(size)) is not compatible with broadcast dimensions of inputs "
          + "\(text(shape)).")
    }
    return shape
  }

  private static func mismatch(_ shapes: [[Int]]) -> ArrayError {
    for (place, shape) in shapes.enumerated() {
      for (later, other) in shapes.enumerated().dropFirst(place + 1)
      where (try? NumericArray.broadcastShape([shape, other])) == nil {
        return ArrayError(
          .valueError,
          "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between "
            + "arg \(place) with shape \(text(shape)) and arg \(later) with shape \(text(other)).")
      }
    }
    return ArrayError(.valueError, "shape mismatch")
  }

  private static func text(_ shape: [Int]) -> String {
    NumPyText.str(.tuple(shape.map { .int($0) }))
  }
}
