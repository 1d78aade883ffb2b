/// What a run wrote back: all from `<!-- caderno:out … -->` to `<!-- /caderno:out … -->`.
public struct OutputRegion: Hashable, Sendable {
  /// The name in its marker: the directive's when it was written. Its figures' files begin with it.
  public let id: String
  /// The id of the directive that it belongs to now; nil where that is gone.
  public internal(set) var owner: String?
  /// Whether the author put it elsewhere than behind a fence: it is filled there.
  public internal(set) var isElsewhere = false
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
  /// From the opening marker's line to the closing one's, counted from 1.
  public let lines: ClosedRange<Int>
  /// The body's text, lines ended by LF, without blank lines around it.
  public let body: String
  /// Whether `sum` fits the body: false where somebody edited it by hand.
  public let isIntact: Bool
  /// The paths that the images in the body have as their addresses, in order.
  public let figureFiles: [String]
}
