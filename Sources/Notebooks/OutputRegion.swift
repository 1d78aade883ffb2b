/// What a run wrote back: all from `<!-- caderno:out … -->` to `<!-- /caderno:out … -->`.
public struct OutputRegion: Hashable, Sendable {
  /// The directive that it belongs to, wherever the region stands.
  public let id: String
  /// The short hash of all that the outputs depend on.
  public let key: String
  /// The checksum in the closing marker.
  public let sum: String
  /// Whether the closing marker says that the next line followed the fence without a blank line.
  public let isTight: Bool
  /// From the opening marker's line start to the closing marker's line end, which is not included.
  public let range: Range<Int>
  /// The bytes between the markers' lines.
  public let bodyRange: Range<Int>
  public let lines: ClosedRange<Int>
  /// The body's text, lines ended by LF, without blank lines around it.
  public let body: String
  /// Whether `sum` fits the body: false where somebody edited it by hand.
  public let isIntact: Bool
  /// The paths that the images in the body have as their addresses, in order.
  public let figureFiles: [String]
}
