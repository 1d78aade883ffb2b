internal import CKernels
public import Memory

/// Batch normalization over `[rows, channels]`; sums go on from what is in their buffers.
extension KernelSet {
  /// Adds `(x - mean)²` of each row in order to `sums`, `[channels]`.
  public func addDeviations(
    rows: Int, channels: Int, _ x: ConstantFloats, mean: ConstantFloats, to sums: Floats
  ) {
    note(rows * channels)
    let name: StaticString = "deviations"
    table.deviation_sums(
      rows, channels, x.address(rows * channels, name), mean.address(channels, name),
      sums.address(channels, name))
  }

  /// `normal = (x - mean) · inverse` and `y = normal · gamma + beta`, or 0 where ReLU follows and that is less.
  ///
  /// - Parameter normal: nil where nobody needs it.
  public func normalize(
    rows: Int, channels: Int, _ x: ConstantFloats, by scales: NormalizationScales,
    normal: Floats?, into y: Floats, rectifies: Bool = false
  ) {
    note(rows * channels)
    let (size, name): (Int, StaticString) = (rows * channels, "normalize")
    table.normalize(
      rows, channels, x.address(size, name), scales.mean.address(channels, name),
      scales.inverse.address(channels, name), scales.gamma.address(channels, name),
      scales.beta.address(channels, name), normal?.address(size, name), y.address(size, name),
      rectifies ? 1 : 0)
  }

  /// Adds each row of the gradient, and of the gradient times `normal`, in order.
  public func addNormalizationSums(
    rows: Int, channels: Int, gradient: ConstantFloats, normal: ConstantFloats, slopes: Floats,
    products: Floats
  ) {
    note(rows * channels)
    let (size, name): (Int, StaticString) = (rows * channels, "normalization sums")
    table.normalize_sums(
      rows, channels, gradient.address(size, name), normal.address(size, name),
      slopes.address(channels, name), products.address(channels, name))
  }

  /// `dx = (g - (normal · products + slopes) / count) · gamma · inverse`.
  ///
  /// - Parameters:
  ///   - count: rows of the whole batch.
  ///   - slopes: sums of the gradient over the batch, `[channels]`; products: those times `normal`.
  public func normalizeGradient(
    rows: Int, channels: Int, of count: Int, gradient: ConstantFloats, normal: ConstantFloats,
    slopes: ConstantFloats, products: ConstantFloats, by scales: NormalizationScales,
    into dx: Floats
  ) {
    note(rows * channels)
    let (size, name): (Int, StaticString) = (rows * channels, "normalize gradient")
    table.normalize_gradient(
      rows, channels, Float(count), gradient.address(size, name), normal.address(size, name),
      slopes.address(channels, name), products.address(channels, name),
      scales.gamma.address(channels, name), scales.inverse.address(channels, name),
      dx.address(size, name))
  }

  /// `y = x · gamma · inverse`: the gradient where the moments are constants.
  public func scaleColumns(
    rows: Int, channels: Int, _ x: ConstantFloats, by scales: NormalizationScales, into y: Floats
  ) {
    note(rows * channels)
    let (size, name): (Int, StaticString) = (rows * channels, "scale columns")
    table.scale_columns(
      rows, channels, x.address(size, name), scales.gamma.address(channels, name),
      scales.inverse.address(channels, name), y.address(size, name))
  }
}

/// What batch normalization applies to each channel; each has `[channels]` numbers.
public struct NormalizationScales {
  /// What is taken off each channel: the batch's mean in training, the moving one in inference.
  public let mean: Elements<Float>
  /// `1 / √(variance + ε)`.
  public let inverse: Elements<Float>
  /// γ, what each normal number is multiplied by.
  public let gamma: Elements<Float>
  /// β, what is added behind γ.
  public let beta: Elements<Float>

  /// Four vectors that live as long as the call which gets them.
  public init(
    mean: Elements<Float>, inverse: Elements<Float>, gamma: Elements<Float>,
    beta: Elements<Float>
  ) {
    self.mean = mean
    self.inverse = inverse
    self.gamma = gamma
    self.beta = beta
  }
}
