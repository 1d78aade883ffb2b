#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Colors by hue, lightness and saturation, each in 0...1.
extension PlotColor {
  /// A color by hue, lightness and saturation, as Python's `colorsys.hls_to_rgb`.
  package init(hue: Double, lightness: Double, saturation: Double) {
    let high =
      lightness <= 0.5
      ? lightness * (1 + saturation) : lightness + saturation - lightness * saturation
    let low = 2 * lightness - high
    func part(_ place: Double) -> Double {
      let turn = place - place.rounded(.down)
      if turn < 1.0 / 6 { return low + (high - low) * turn * 6 }
      if turn < 0.5 { return high }
      if turn < 2.0 / 3 { return low + (high - low) * (2.0 / 3 - turn) * 6 }
      return low
    }
    self.init(part(hue + 1.0 / 3), part(hue), part(hue - 1.0 / 3))
  }

  /// The middle between the largest and the smallest part, in 0...1.
  package var lightness: Double { (max(red, green, blue) + min(red, green, blue)) / 2 }

  /// The same hue and lightness with a share of the saturation.
  package func desaturated(_ share: Double) -> PlotColor {
    let (high, low) = (max(red, green, blue), min(red, green, blue))
    guard high > low else { return self }
    let light = lightness
    let saturation = light <= 0.5 ? (high - low) / (high + low) : (high - low) / (2 - high - low)
    let (r, g, b) = (
      (high - red) / (high - low), (high - green) / (high - low), (high - blue) / (high - low)
    )
    var hue = red == high ? b - g : green == high ? 2 + r - b : 4 + g - r
    hue = (hue / 6).truncatingRemainder(dividingBy: 1)
    if hue < 0 { hue += 1 }
    var color = PlotColor(hue: hue, lightness: light, saturation: saturation * share)
    color.alpha = alpha
    return color
  }

  /// How bright it looks, in 0...1 (W3C's relative luminance).
  package var luminance: Double {
    func linear(_ part: Double) -> Double {
      part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
