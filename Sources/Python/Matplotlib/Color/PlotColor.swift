/// A color with its opacity, each part in 0...1.
package struct PlotColor: Hashable, Sendable {
  /// In 0...1, in sRGB.
  package var red: Double
  /// In 0...1, in sRGB.
  package var green: Double
  /// In 0...1, in sRGB.
  package var blue: Double
  /// The opacity, from 0 for nothing to 1.
  package var alpha: Double

  /// A color of parts in 0...1, solid unless it is said otherwise.
  package init(_ red: Double, _ green: Double, _ blue: Double, _ alpha: Double = 1) {
    (self.red, self.green, self.blue, self.alpha) = (red, green, blue, alpha)
  }

  /// `#000000`.
  package static let black = PlotColor(0, 0, 0)
  /// `#ffffff`.
  package static let white = PlotColor(1, 1, 1)

  /// The ten colors that series take in turn.
  package static let cycle = (0..<10).map { Colormap.listed("tab10", $0) }

  /// A color by the forms that Matplotlib knows: names, `C0`, `tab:blue`, letters, `0.5`, `#1f77b4`.
  ///
  /// Nil for what is no color.
  package init?(_ text: String) {
    let name = text.lowercased()
    if name == "none" {
      self.init(0, 0, 0, 0)
      return
    }
    if let color = Self.hex(name) ?? ColorNames.all[name].flatMap({ Self.hex($0) }) {
      self = color
    } else if name.hasPrefix("c"), let place = Int(name.dropFirst()), place >= 0 {
      self = Self.cycle[place % 10]
    } else if name.hasPrefix("tab:"),
      let place = ColorNames.tableau.firstIndex(of: String(name.dropFirst(4)))
    {
      self = Self.cycle[place]
    } else if let grey = Double(name), (0...1).contains(grey) {
      self.init(grey, grey, grey)
    } else {
      return nil
    }
  }

  static func hex(_ text: String) -> PlotColor? {
    guard text.hasPrefix("#") else { return nil }
    var digits = Array(text.dropFirst())
    if digits.count == 3 || digits.count == 4 { digits = digits.flatMap { [$0, $0] } }
    guard digits.count == 6 || digits.count == 8 else { return nil }
    var parts: [Double] = []
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let byte = UInt8(String(digits[place...place + 1]), radix: 16) else { return nil }
      parts.append(Double(byte) / 255)
    }
    return PlotColor(parts[0], parts[1], parts[2], parts.count > 3 ? parts[3] : 1)
  }

  var bytes: [UInt8] { [red, green, blue].map { UInt8(max(0, min(255, ($0 * 255).rounded()))) } }

  /// `#rrggbb`, the opacity left out.
  var css: String {
    let digits = Array("0123456789abcdef")
    return "#" + bytes.map { "\(digits[Int($0) / 16])\(digits[Int($0) % 16])" }.joined()
  }

  /// As `#rrggbb`, the opacity left out.
  package var hexadecimal: String { css }

  /// Returns the color with another opacity; nil keeps its own.
  package func with(alpha: Double?) -> PlotColor {
    var color = self
    if let alpha { color.alpha = alpha }
    return color
  }
}
