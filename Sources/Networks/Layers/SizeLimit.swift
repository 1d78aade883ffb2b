internal import Tensors

/// Keeps a notebook's numbers from asking for absurd amounts of memory.
enum SizeLimit {
  /// The most numbers in one weight, or in one layer's output for one image: 1 GiB of floats.
  static let numbers = 268_435_456

  /// Whether a tensor of this shape is small enough, without overflow on the way.
  static func allows(_ shape: Shape) -> Bool {
    var product = 1
    for extent in shape.extents {
      let (next, overflow) = product.multipliedReportingOverflow(by: extent)
      if overflow || next > numbers { return false }
      product = next
    }
    return true
  }
}
