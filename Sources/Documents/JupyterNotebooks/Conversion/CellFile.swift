/// A file that came out of a notebook's cell, with a path relative to the notebook's folder.
public struct CellFile: Hashable, Sendable {
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
