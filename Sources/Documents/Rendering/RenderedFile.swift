/// A file that a renderer made: a path relative to the output folder, and its bytes.
public struct RenderedFile: Hashable, Sendable {
  /// The path relative to the output folder, with `/` between its parts.
  public var path: String
  /// The whole content.
  public var bytes: [UInt8]
  /// Whether it is a file of the author's, under the path that it has beside the lesson.
  public var isCopy = false

  /// A file that has yet to be written.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  init(copyOf picture: Picture) {
    self.init(path: picture.path, bytes: picture.bytes)
    isCopy = !picture.isAttached
  }

  init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}
