public import Memory

/// The gradient of a convolution's output where most of it is known to be zero.
public struct SparseGradient {
  /// For each image and position of the window table, a bit for each output, 64 outputs a word.
  public let masks: Elements<UInt64>
  /// For each position, where its gradients begin in an image's gradient.
  public let sources: [Int32]
  /// The gradients, `[outputs]` at each place that `sources` names; where a mask's bit is 0 nothing
  /// is read.
  public let gradient: ImageBlock
  /// How many outputs, or filters, each position has.
  public let outputs: Int

  /// A gradient whose masks lie image by image, position by position, ``words(outputs:)`` words
  /// each.
  public init(masks: Elements<UInt64>, sources: [Int32], gradient: ImageBlock, outputs: Int) {
    self.masks = masks
    self.sources = sources
    self.gradient = gradient
    self.outputs = outputs
  }

  /// Words of masks for one position.
  public static func words(outputs: Int) -> Int { (outputs + 63) / 64 }
}
