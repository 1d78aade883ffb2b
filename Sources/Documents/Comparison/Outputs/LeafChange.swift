/// A leaf that is another one in the second run.
public struct LeafChange: Hashable, Codable, Sendable {
  /// Which leaf of the output, counted from 0 in the output's order; nil where the two outputs have
  /// different shapes, and leaves were matched by their places.
  public var index: Int?
  /// Where it is, such as `["epoch 3", "loss"]`.
  public var place: [String]
  /// The leaf of the first run.
  public var a: Leaf
  /// The leaf of the second run, of the same kind where the outputs have one shape.
  public var b: Leaf
  /// How far the two are apart, under the tolerance that held for their directive.
  public var verdict: Verdict

  /// `b − a` of two numbers.
  public var difference: Double? {
    guard case .number(let a) = a, case .number(let b) = b else { return nil }
    return b - a
  }

  /// The distance of two numbers as a part of the larger; nil where there is none.
  public var relativeDifference: Double? {
    guard case .number(let a) = a, case .number(let b) = b else { return nil }
    let size = max(a.magnitude, b.magnitude)
    return size > 0 && size.isFinite ? (a - b).magnitude / size : nil
  }
}
