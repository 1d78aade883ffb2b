/// How strongly a cell is colored, in few steps.
///
/// Steps between 0.5 and 0.85 are left out: neither dark nor light text could be read on them.
struct HeatLevel: Hashable {
  static let opacities = [0.04, 0.08, 0.13, 0.19, 0.25, 0.32, 0.39, 0.46, 0.87, 0.94, 1.0]

  let opacity: Double
  /// Whether the text on it is the one for strong cells.
  let isStrong: Bool

  /// The square root spreads small values, which in a confusion matrix are the interesting ones.
  init(_ value: Double, of largest: Double) {
    let share = value.isFinite && largest > 0 ? min(1, abs(value) / largest) : 0
    let index = Int((share.squareRoot() * Double(Self.opacities.count - 1)).rounded())
    opacity = Self.opacities[index]
    isStrong = opacity > 0.5
  }
}
