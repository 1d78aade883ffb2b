/// In JSON a text is a string, an integer a number, a number an object (so that 5.0 stays one)
/// and a missing value null.
extension TableOutput.Cell: Codable {
  private struct Number: Codable { var number: Double }

  /// - Throws: `DecodingError` for anything else than a string, an integer, `{"number": …}` or
  ///   null.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .missing
    } else if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else {
      self = .number(try container.decode(Number.self).number)
    }
  }

  /// Writes the value so that its kind can be told again: only a number becomes an object.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .integer(let value): try container.encode(value)
    case .number(let value): try container.encode(Number(number: value))
    case .missing: try container.encodeNil()
    }
  }
}

extension TableOutput: Codable {
  private enum Keys: String, CodingKey { case name, columns, rows, notes, shown }

  /// - Throws: `DecodingError` also where a row has more or fewer cells than there are columns.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Keys.self)
    name = try container.decode(String.self, forKey: .name)
    columns = try container.decode([Column].self, forKey: .columns)
    rows = try container.decode([[Cell]].self, forKey: .rows)
    notes = try container.decode([String].self, forKey: .notes)
    shown = try container.decodeIfPresent(ShownForms.self, forKey: .shown)
    guard rows.allSatisfy({ $0.count == columns.count }) else {
      throw DecodingError.dataCorruptedError(
        forKey: .rows, in: container, debugDescription: "a row doesn't have one cell a column")
    }
  }

  /// Writes all columns and rows, volatile columns as well; `shown` only where there is one.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(name, forKey: .name)
    try container.encode(columns, forKey: .columns)
    try container.encode(rows, forKey: .rows)
    try container.encode(notes, forKey: .notes)
    try container.encodeIfPresent(shown, forKey: .shown)
  }
}
