/// How strongly a cell is colored, in few steps.
///
/// Steps between 0.5 and 0.85 are left out: neither dark nor light text could be read on them.
struct HeatLevel: Hashable {
  static let opacities = [0.05, 0.13, 0.19, 0.25, 0.31, 0.36, 0.41, 0.46, 0.87, 0.94, 1.0]

  let opacity: Double
  /// Whether the text on it is the one for strong cells.
  let isStrong: Bool

  /// The cube root spreads small values, which in a confusion matrix are the interesting ones;
  /// only zero has the weakest level.
  init(_ value: Double, of largest: Double) {
    let share = value.isFinite && largest > 0 ? min(1, abs(value) / largest) : 0
    let steps = Double(Self.opacities.count - 1)
    // Cubes of the levels' limits are compared: exact products, and the same on every machine.
    let index = (1..<Self.opacities.count).last { level in
      let limit = (Double(level) - 0.5) / steps
      return share >= limit * limit * limit
    }
    opacity = Self.opacities[index ?? (share > 0 ? 1 : 0)]
    isStrong = opacity > 0.5
  }
}
