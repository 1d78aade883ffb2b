/// How a number is shown.
public enum NumberFormat: Hashable, Sendable {
  /// As text, to the left.
  case text
  /// A whole number, grouped by thousands where `grouped`.
  case integer(grouped: Bool)
  /// With this many digits after the decimal point.
  case fixed(digits: Int)
  /// Per cent of 1, with this many digits after the decimal point.
  case percent(digits: Int)
  /// With this many digits, as programs print them: with a point in every language.
  case plain(digits: Int)
}

/// In JSON a format is a string: "text", "integer", "grouped", "fixed:4", "percent:2",
/// "plain:4".
extension NumberFormat: Codable {
  /// - Throws: `DecodingError` for a format that isn't known, or with more than 17 digits.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let format = NumberFormat(spelling: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "unknown number format")
    }
    self = format
  }

  /// Writes the format's one string, such as "fixed:4".
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(spelling)
  }

  /// The most digits after the point that mean something in a double.
  private static let mostDigits = 17

  private init?(spelling: String) {
    switch spelling {
    case "text": self = .text
    case "integer": self = .integer(grouped: false)
    case "grouped": self = .integer(grouped: true)
    default:
      let parts = spelling.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, let digits = Int(parts[1]), 0...Self.mostDigits ~= digits else {
        return nil
      }
      switch parts[0] {
      case "fixed": self = .fixed(digits: digits)
      case "percent": self = .percent(digits: digits)
      case "plain": self = .plain(digits: digits)
      default: return nil
      }
    }
  }

  private var spelling: String {
    switch self {
    case .text: "text"
    case .integer(let grouped): grouped ? "grouped" : "integer"
    case .fixed(let digits): "fixed:\(min(max(digits, 0), Self.mostDigits))"
    case .percent(let digits): "percent:\(min(max(digits, 0), Self.mostDigits))"
    case .plain(let digits): "plain:\(min(max(digits, 0), Self.mostDigits))"
    }
  }
}
