import Testing

/// The first place where two arrays differ by more than `tolerance`, relative to the larger of the
/// expected number and a tenth of the largest expected one; nil where there is none.
func firstDifference(
  _ got: [Float], _ expected: [Float], tolerance: Float = 1e-5
) -> String? {
  guard got.count == expected.count else { return "\(got.count) numbers, not \(expected.count)" }
  let floor = (expected.map(abs).max() ?? 0) * 0.1
  for (index, (a, b)) in zip(got, expected).enumerated() {
    let allowed = tolerance * max(abs(b), floor, 1e-3)
    if !(abs(a - b) <= allowed) { return "[\(index)]: \(a), not \(b)" }
  }
  return nil
}
