/// The lines of a directive in its notebook, from 1, both included.
public struct LineRange: Hashable, Codable, Sendable {
  /// The line of the fence's opening, from 1.
  public var first: Int
  /// The line of the fence's end, from 1; at least `first`.
  public var last: Int

  /// The lines of a fence, both ends included.
  public init(_ lines: ClosedRange<Int>) {
    first = lines.lowerBound
    last = lines.upperBound
  }
}
