/// A table with named, typed columns.
public struct TableOutput: Hashable, Sendable {
  public var name: String
  public var columns: [Column]
  public var rows: [[Cell]]
  /// Shown below the table, such as totals.
  public var notes: [String]
  /// How a cell showed it; nil where no cell did.
  public var shown: ShownForms?

  public init(
    name: String, columns: [Column], rows: [[Cell]], notes: [String] = [],
    shown: ShownForms? = nil
  ) {
    self.shown = shown
    self.name = name
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }

  /// A column: its stable key (for `run:` links and comparison), its heading and its form.
  public struct Column: Hashable, Codable, Sendable {
    public var key: String
    public var heading: String
    public var format: NumberFormat
    /// A value that differs between equal runs: shown and recorded, never compared.
    public var isVolatile: Bool

    public init(
      _ key: String, heading: String? = nil, format: NumberFormat = .text,
      isVolatile: Bool = false
    ) {
      self.key = key
      self.heading = heading ?? key
      self.format = format
      self.isVolatile = isVolatile
    }
  }

  /// One cell: full precision is kept, the column's format says how it is shown.
  public enum Cell: Hashable, Sendable {
    case text(String)
    case integer(Int)
    case number(Double)
    case missing
  }
}
