internal import CKernels

/// Batch normalization over `[rows, channels]`; sums go on from what is in their buffers.
extension KernelSet {
  /// Adds `(x - mean)²` of each row in order to `sums`, `[channels]`.
  public func addDeviations(
    rows: Int, channels: Int, _ x: UnsafePointer<Float>, mean: UnsafePointer<Float>,
    to sums: UnsafeMutablePointer<Float>
  ) {
    table.deviation_sums(rows, channels, x, mean, sums)
  }

  /// `normal = (x - mean) · inverse` and `y = normal · gamma + beta`.
  ///
  /// - Parameter normal: nil where nobody needs it.
  public func normalize(
    rows: Int, channels: Int, _ x: UnsafePointer<Float>, by scales: NormalizationScales,
    normal: UnsafeMutablePointer<Float>?, into y: UnsafeMutablePointer<Float>
  ) {
    table.normalize(
      rows, channels, x, scales.mean, scales.inverse, scales.gamma, scales.beta, normal, y)
  }

  /// Adds each row of the gradient, and of the gradient times `normal`, in order.
  public func addNormalizationSums(
    rows: Int, channels: Int, gradient: UnsafePointer<Float>, normal: UnsafePointer<Float>,
    slopes: UnsafeMutablePointer<Float>, products: UnsafeMutablePointer<Float>
  ) {
    table.normalize_sums(rows, channels, gradient, normal, slopes, products)
  }

  /// `dx = (g - (normal · products + slopes) / count) · gamma · inverse`.
  ///
  /// - Parameters:
  ///   - count: rows of the whole batch.
  ///   - slopes: sums of the gradient over the batch, `[channels]`; products: those times `normal`.
  public func normalizeGradient(
    rows: Int, channels: Int, of count: Int, gradient: UnsafePointer<Float>,
    normal: UnsafePointer<Float>, slopes: UnsafePointer<Float>, products: UnsafePointer<Float>,
    by scales: NormalizationScales, into dx: UnsafeMutablePointer<Float>
  ) {
    table.normalize_gradient(
      rows, channels, Float(count), gradient, normal, slopes, products, scales.gamma,
      scales.inverse, dx)
  }
}

/// What batch normalization applies to each channel; every pointer has `[channels]` numbers.
public struct NormalizationScales {
  public let mean: UnsafePointer<Float>
  /// `1 / √(variance + ε)`.
  public let inverse: UnsafePointer<Float>
  public let gamma: UnsafePointer<Float>
  public let beta: UnsafePointer<Float>

  public init(
    mean: UnsafePointer<Float>, inverse: UnsafePointer<Float>, gamma: UnsafePointer<Float>,
    beta: UnsafePointer<Float>
  ) {
    self.mean = mean
    self.inverse = inverse
    self.gamma = gamma
    self.beta = beta
  }
}
