/// The engine's order of a horizontal sum: 16 virtual lanes, then a fixed tree.
enum LaneSum {
  /// The sum of all numbers: element i goes to lane i mod 16; lanes fold by halves.
  static func of(_ values: UnsafeBufferPointer<Float>) -> Float {
    var lanes = SIMD16<Float>(repeating: 0)
    for (index, value) in values.enumerated() { lanes[index & 15] += value }
    let eight = lanes.lowHalf + lanes.highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }
}
