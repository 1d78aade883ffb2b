/// A finished SVG as the file that it is, whoever made it: a cell just now, the cache, or a record that
/// came along with a lesson.
///
/// It is never markup of a page. A page shows it as an image with a data address, where nothing in it
/// runs, loads or leaves its frame; so no path needs to know where a drawing came from, and a run and
/// its repetition from the cache give the same page.
public struct SVGFile: Hashable, Sendable {
  /// The file's bytes, UTF-8.
  public var bytes: [UInt8]

  /// A file of this text; whether it is an SVG is not checked.
  public init(_ text: String) { bytes = Array(text.utf8) }
}

/// In JSON it is a string.
extension SVGFile: Codable {
  /// Reads a string; whether it is an SVG is not checked.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the file as a string; bytes that are no UTF-8 become U+FFFD.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(String(decoding: bytes, as: UTF8.self))
  }
}
