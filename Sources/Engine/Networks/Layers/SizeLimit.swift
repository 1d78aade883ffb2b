public import Tensors

/// Keeps a notebook's numbers from asking for absurd amounts of memory.
public enum SizeLimit {
  /// The most numbers in one weight, or in one layer's output for one image: 1 GiB of floats.
  public static let numbers = 268_435_456

  /// The most numbers of a weight that a model may only be told of, in summaries and the like: so few that sums
  /// of them are whole numbers still.
  public static let countedNumbers = 1 << 48

  /// Refuses shapes that are too large.
  ///
  /// - Parameters:
  ///   - shape: the tensor's, without the batch axis.
  ///   - layer: Keras' class name of the layer that needs a tensor of the shape.
  ///   - input: the shape that the layer was given.
  ///   - limit: ``numbers``, or ``countedNumbers`` for weights that nobody draws yet.
  /// - Throws: ``ShapeError/Problem/tooLarge(shape:limit:)``.
  public static func check(
    _ shape: Shape, of layer: String, input: Shape, limit: Int = numbers
  ) throws(ShapeError) {
    guard count(shape.extents) ?? .max <= limit else {
      throw ShapeError(layer, input: input, .tooLarge(shape: shape, limit: limit))
    }
  }

  /// The product of extents that aren't negative; nil where it is no `Int`.
  static func count(_ extents: [Int]) -> Int? {
    var product = 1
    for extent in extents where extent != 0 {
      let (next, overflows) = product.multipliedReportingOverflow(by: extent)
      if overflows { return nil }
      product = next
    }
    return extents.contains(0) ? 0 : product
  }
}
