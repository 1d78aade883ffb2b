/// A file that came out of a notebook's cell, with a path relative to the notebook's folder.
public struct CellFile: Hashable, Sendable {
  /// The path relative to the notebook's folder, with `/` between its parts.
  public var path: String
  /// The content, decoded.
  public var bytes: [UInt8]

  /// A file that has yet to be written.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
