/// The smallest thing that outputs are compared by.
public enum Leaf: Hashable, Sendable {
  case number(Double)
  case text(String)
  /// The bytes of a picture.
  case pixels([UInt8])

  /// Whether nothing but a NaN's payload tells them apart.
  func isSame(as other: Leaf) -> Bool {
    switch (self, other) {
    case (.number(let a), .number(let b)):
      a.bitPattern == b.bitPattern || a.isNaN && b.isNaN
    default: self == other
    }
  }

  /// A leaf of the same kind that says nothing, for comparing shapes.
  var blank: Leaf {
    switch self {
    case .number: .number(0)
    case .text: .text("")
    case .pixels(let bytes): .pixels([UInt8](repeating: 0, count: bytes.count))
    }
  }
}

/// In JSON: `{"number": 0.5}`, `{"text": "…"}` or `{"pixels": [0, 255]}`.
extension Leaf: Codable {
  private enum Keys: String, CodingKey { case number, text, pixels }

  /// - Throws: `DecodingError` where the object has none of the three members.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Keys.self)
    if let value = try container.decodeIfPresent(Double.self, forKey: .number) {
      self = .number(value)
    } else if let text = try container.decodeIfPresent(String.self, forKey: .text) {
      self = .text(text)
    } else {
      self = .pixels(try container.decode([UInt8].self, forKey: .pixels))
    }
  }

  /// Writes the one member that tells the leaf's kind.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    switch self {
    case .number(let value): try container.encode(value, forKey: .number)
    case .text(let text): try container.encode(text, forKey: .text)
    case .pixels(let bytes): try container.encode(bytes, forKey: .pixels)
    }
  }
}
