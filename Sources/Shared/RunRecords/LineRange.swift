/// The lines of a directive in its notebook, from 1, both included.
public struct LineRange: Hashable, Codable, Sendable {
  public var first: Int
  public var last: Int

  public init(_ lines: ClosedRange<Int>) {
    first = lines.lowerBound
    last = lines.upperBound
  }
}
