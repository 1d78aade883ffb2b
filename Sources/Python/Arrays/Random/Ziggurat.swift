#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A density cut into 256 layers of equal area: most draws are one word, one comparison and one product.
///
/// Source: Marsaglia and Tsang, "The Ziggurat Method for Generating Random Variables", 2000.
struct Ziggurat: Sendable {
  let bounds: [UInt64]
  let widths: [Double]
  let heights: [Double]

  private init(_ bounds: [UInt64], _ widths: [UInt64], _ heights: [UInt64]) {
    self.bounds = bounds
    self.widths = widths.map { Double(bitPattern: $0) }
    self.heights = heights.map { Double(bitPattern: $0) }
  }

  static let normal = Ziggurat(NormalLayers.bounds, NormalLayers.widths, NormalLayers.heights)
  static let exponential = Ziggurat(
    ExponentialLayers.bounds, ExponentialLayers.widths, ExponentialLayers.heights)

  /// Where the tails begin.
  static let normalEnd = 3.6541528853610088
  static let exponentialEnd = 7.69711747013104972

  /// A point between a layer's edges for a number in `[0, 1)`.
  func height(_ layer: Int, _ unit: Double) -> Double {
    (heights[layer - 1] - heights[layer]) * unit + heights[layer]
  }
}

extension PermutedCongruential {
  /// A normal number of mean 0 and deviation 1.
  mutating func normal() -> Double {
    let layers = Ziggurat.normal
    while true {
      let bits = bits()
      let layer = Int(bits & 0xff)
      let isNegative = bits >> 8 & 1 == 1
      let whole = bits >> 9 & 0xf_ffff_ffff_ffff
      let size = Double(whole) * layers.widths[layer]
      let x = isNegative ? -size : size
      if whole < layers.bounds[layer] { return x }
      if layer == 0 { return normalTail(isNegative: whole >> 8 & 1 == 1) }
      if layers.height(layer, unit()) < exp(-0.5 * x * x) { return x }
    }
  }

  private mutating func normalTail(isNegative: Bool) -> Double {
    while true {
      let x = -0.27366123732975828 * log1p(-unit())
      let y = -log1p(-unit())
      guard y + y > x * x else { continue }
      return isNegative ? -(Ziggurat.normalEnd + x) : Ziggurat.normalEnd + x
    }
  }

  /// A normal number in single precision, of 32 bits.
  mutating func singleNormal() -> Float {
    let layers = Ziggurat.normal
    while true {
      let bits = word()
      let layer = Int(bits & 0xff)
      let isNegative = bits >> 8 & 1 == 1
      let whole = bits >> 9 & 0x7f_ffff
      let size = Float(whole) * Float(layers.widths[layer] * 536_870_912)
      let x = isNegative ? -size : size
      if UInt64(whole) < (layers.bounds[layer] + 0x1000_0000) >> 29 { return x }
      if layer == 0 { return singleTail(isNegative: whole >> 8 & 1 == 1) }
      let (upper, lower) = (Float(layers.heights[layer - 1]), Float(layers.heights[layer]))
      if Double((upper - lower) * single() + lower) < exp(-0.5 * Double(x) * Double(x)) { return x }
    }
  }

  private mutating func singleTail(isNegative: Bool) -> Float {
    let end = Float(Ziggurat.normalEnd)
    while true {
      let x = Float(-0.27366123732975828) * log1pf(-single())
      let y = -log1pf(-single())
      guard y + y > x * x else { continue }
      return isNegative ? -(end + x) : end + x
    }
  }

  /// An exponential number of scale 1.
  mutating func exponential() -> Double {
    let layers = Ziggurat.exponential
    while true {
      let bits = bits() >> 3
      let layer = Int(bits & 0xff)
      let whole = bits >> 8
      let x = Double(whole) * layers.widths[layer]
      if whole < layers.bounds[layer] { return x }
      if layer == 0 { return Ziggurat.exponentialEnd - log1p(-unit()) }
      if layers.height(layer, unit()) < exp(-x) { return x }
    }
  }
}
