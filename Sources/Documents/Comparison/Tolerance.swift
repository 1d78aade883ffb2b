/// How far two numbers may be apart: `|a − b| ≤ absolute + relative · max(|a|, |b|)`.
///
/// The same whichever number comes first, and no wider tolerance refuses what a narrower allows.
public struct Tolerance: Hashable, Codable, Sendable {
  /// How far two numbers may be apart whatever their size, as `--atol` says; at least 0.
  public var absolute: Double
  /// How far they may be apart as a part of the larger, as `--rtol` says; at least 0.
  public var relative: Double

  /// Nothing may differ: equal seeds give equal bits.
  public static let zero = Tolerance()

  /// A tolerance; a bound that isn't given allows nothing.
  public init(absolute: Double = 0, relative: Double = 0) {
    self.absolute = absolute
    self.relative = relative
  }

  /// Whether nothing may differ.
  public var isZero: Bool { absolute == 0 && relative == 0 }

  /// Whether two numbers are near enough. Those that aren't finite must be the same.
  public func allows(_ a: Double, _ b: Double) -> Bool {
    if a == b || a.isNaN && b.isNaN { return true }
    guard a.isFinite, b.isFinite else { return false }
    return (a - b).magnitude <= absolute + relative * max(a.magnitude, b.magnitude)
  }

  /// The wider of this and an absolute tolerance.
  public func widened(absolute other: Double?) -> Tolerance {
    Tolerance(absolute: max(absolute, other ?? 0), relative: relative)
  }
}
