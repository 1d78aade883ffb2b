public struct Shape: Hashable, Sendable, ExpressibleByArrayLiteral, CustomStringConvertible {
  public let extents: [Int]
  public init(_ extents: [Int]) { self.extents = extents }
  public init(arrayLiteral extents: Int...) { self.extents = extents }
  public var rank: Int { extents.count }
  public var count: Int { extents.reduce(1, *) }
  public subscript(axis: Int) -> Int { extents[axis] }
  public var description: String {
    "(" + extents.map(String.init).joined(separator: ", ") + (rank == 1 ? ",)" : ")")
  }
}
