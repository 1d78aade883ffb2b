/// Numbers in 0...1 as colors.
package struct Colormap: Hashable, Sendable {
  /// Matplotlib's name, with `_r` where the map runs backwards; `from_list` for a list of colors.
  package let name: String
  private let colors: [PlotColor]
  private let isSmooth: Bool

  /// A colormap by Matplotlib's name, or the same backwards with `_r` behind it; nil for unknown names.
  package init?(_ name: String) {
    let isReversed = name.hasSuffix("_r")
    let plain = isReversed ? String(name.dropLast(2)) : name
    let own = plain == "grey" ? "gray" : plain
    guard let read = Self.tables[own] else { return nil }
    self.name = name
    isSmooth = ColormapTables.smooth[own] != nil
    colors = isReversed ? read.reversed() : read
  }

  /// The names of all maps that can be had by name, backwards ones too, sorted.
  package static var names: [String] {
    (Array(ColormapTables.smooth.keys) + ColormapTables.listed.keys).flatMap { [$0, "\($0)_r"] }
      .sorted()
  }

  static func listed(_ name: String, _ place: Int) -> PlotColor {
    tables[name]?[place] ?? PlotColor(0, 0, 0, 1)
  }

  /// The colors of all tables, read once: each machine of cells has every map.
  private static let tables = ColormapTables.smooth.merging(ColormapTables.listed) { a, _ in a }
    .mapValues(colors)

  private static func colors(_ code: String) -> [PlotColor] {
    let digits = Array(code)
    return stride(from: 0, to: digits.count - 5, by: 6).compactMap {
      PlotColor.hex("#" + String(digits[$0..<$0 + 6]))
    }
  }

  /// Colors in a row, none between them.
  package init(listed colors: [PlotColor], name: String = "from_list") {
    (self.name, self.colors, isSmooth) = (name, colors, false)
  }

  /// How many colors it has.
  package var count: Int { isSmooth ? 256 : colors.count }

  /// Whether Matplotlib keeps it as a list of colors.
  package var isListed: Bool {
    let plain = name.hasSuffix("_r") ? String(name.dropLast(2)) : name
    return !isSmooth || ["viridis", "plasma", "inferno", "magma", "cividis"].contains(plain)
  }

  /// All of its colors, of maps without any between.
  package var list: [PlotColor] { isSmooth ? (0..<256).map { color(index: $0) } : colors }

  /// The color of a share of the way, one of 256 steps as in Matplotlib.
  package func color(_ share: Double) -> PlotColor {
    guard share.isFinite else { return PlotColor(0, 0, 0, 0) }
    let clamped = max(0, min(1, share))
    guard isSmooth else {
      return colors[min(Int(clamped * Double(colors.count)), colors.count - 1)]
    }
    // The table has the steps 0, 4, 8 … 252 and 255.
    let step = min(Int(clamped * 256), 255)
    let place = step < 252 ? Double(step) / 4 : 63 + Double(step - 252) / 3
    let low = min(Int(place), colors.count - 2)
    let (a, b, t) = (colors[low], colors[low + 1], place - Double(low))
    return PlotColor(
      a.red + (b.red - a.red) * t, a.green + (b.green - a.green) * t,
      a.blue + (b.blue - a.blue) * t)
  }

  /// So many of its colors, evenly spaced, without any between.
  package func resampled(_ count: Int) -> Colormap {
    let last = Double(max(count - 1, 1))
    return Colormap(listed: (0..<count).map { color(Double($0) / last) }, name: name)
  }

  /// The color of a whole number, as colormaps of single colors are often asked.
  package func color(index: Int) -> PlotColor {
    isSmooth ? color((Double(index) + 0.5) / 256) : colors[max(0, min(index, colors.count - 1))]
  }
}
