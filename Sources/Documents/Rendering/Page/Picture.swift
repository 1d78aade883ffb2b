/// A picture that prose names: a file of the lesson's.
public struct Picture: Hashable, Sendable {
  /// The path in the lesson's folder, with `/` between its parts.
  public var path: String
  /// The whole file.
  public var bytes: [UInt8]
  /// Whether a Jupyter notebook has it in a cell.
  public var isAttached: Bool

  /// A picture as it lies on disk, or would.
  public init(path: String, bytes: [UInt8], isAttached: Bool = false) {
    (self.path, self.bytes, self.isAttached) = (path, bytes, isAttached)
  }

  /// Whether bytes are a picture that a page can show.
  public static func isShown(_ bytes: [UInt8]) -> Bool { EmbeddedImage.type(of: bytes) != nil }
}

/// Where a page has its pictures.
public enum PicturePlace: String, CaseIterable, Sendable {
  /// In the page, but for large ones and for those of a page that has many.
  case bySize = "auto"
  /// All in the page itself.
  case inside = "page"
  /// All in files beside it.
  case beside
}
