public import Memory

/// The gradient of a convolution's output where most of it is known to be zero.
public struct SparseGradient {
  /// For each image and position of the window table, a bit for each output, 64 outputs a word.
  public let masks: Elements<UInt64>
  /// For each position, where its gradients begin in an image's gradient.
  public let sources: [Int32]
  public let gradient: ImageBlock
  public let outputs: Int

  public init(masks: Elements<UInt64>, sources: [Int32], gradient: ImageBlock, outputs: Int) {
    self.masks = masks
    self.sources = sources
    self.gradient = gradient
    self.outputs = outputs
  }

  /// Words of masks for one position.
  public static func words(outputs: Int) -> Int { (outputs + 63) / 64 }
}
