internal import Texts

/// In JSON a panel's content is one object: the kind's name beside the kind's own members.
extension Figure.Content: Codable {
  private enum Kind: String, Codable { case chart, picture, matrix, chain, drawing }
  private enum Keys: String, CodingKey { case kind }

  /// - Throws: `DecodingError` for a kind that isn't known, or a picture whose pixels don't fit.
  public init(from decoder: any Decoder) throws {
    let kind = try decoder.container(keyedBy: Keys.self).decode(Kind.self, forKey: .kind)
    self =
      switch kind {
      case .chart: .chart(try Figure.Chart(from: decoder))
      case .picture: .picture(try Figure.Picture(from: decoder))
      case .matrix: .matrix(try Figure.Matrix(from: decoder))
      case .chain: .chain(try Figure.Chain(from: decoder))
      case .drawing: .drawing(try Figure.Drawing(from: decoder))
      }
  }

  /// Writes the kind's name, then the content's own members into the same object.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    switch self {
    case .chart(let chart):
      try container.encode(Kind.chart, forKey: .kind)
      try chart.encode(to: encoder)
    case .picture(let picture):
      try container.encode(Kind.picture, forKey: .kind)
      try picture.encode(to: encoder)
    case .matrix(let matrix):
      try container.encode(Kind.matrix, forKey: .kind)
      try matrix.encode(to: encoder)
    case .chain(let chain):
      try container.encode(Kind.chain, forKey: .kind)
      try chain.encode(to: encoder)
    case .drawing(let drawing):
      try container.encode(Kind.drawing, forKey: .kind)
      try drawing.encode(to: encoder)
    }
  }
}

/// In JSON the pixels are Base64.
extension Figure.Picture: Codable {
  private enum Keys: String, CodingKey { case width, height, channels, pixels, caption, isMarked }

  /// - Throws: `DecodingError` also where the number of pixels doesn't fit the extents.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Keys.self)
    width = try container.decode(Int.self, forKey: .width)
    height = try container.decode(Int.self, forKey: .height)
    channels = try container.decode(Int.self, forKey: .channels)
    let base64 = try container.decode(String.self, forKey: .pixels)
    pixels = Base64.bytes(base64) ?? []
    caption = try container.decodeIfPresent(String.self, forKey: .caption)
    isMarked = try container.decode(Bool.self, forKey: .isMarked)
    guard isConsistent else {
      throw DecodingError.dataCorruptedError(
        forKey: .pixels, in: container, debugDescription: "the pixels don't fit the extents")
    }
  }

  /// Writes the pixels as Base64 (RFC 4648), and the caption only where there is one.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(width, forKey: .width)
    try container.encode(height, forKey: .height)
    try container.encode(channels, forKey: .channels)
    try container.encode(Base64.text(pixels), forKey: .pixels)
    try container.encodeIfPresent(caption, forKey: .caption)
    try container.encode(isMarked, forKey: .isMarked)
  }
}

extension Figure.Picture {
  /// Whether there is one byte for each row, column and channel, and one channel or three.
  public var isConsistent: Bool {
    guard 1...4096 ~= width, 1...4096 ~= height, channels == 1 || channels == 3 else {
      return false
    }
    return pixels.count == width * height * channels
  }
}
