/// A table with named, typed columns.
public struct TableOutput: Hashable, Sendable {
  /// The output's name, unique within its directive.
  public var name: String
  /// The columns from the left.
  public var columns: [Column]
  /// The rows from the top, `[rows][columns]`.
  public var rows: [[Cell]]
  /// Shown below the table, such as totals.
  public var notes: [String]
  /// How a cell showed it; nil where no cell did.
  public var shown: ShownForms?

  /// A table with as many cells in each row as there are columns.
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
    /// The stable name of the column, such as `parameters`, the same in every language.
    public var key: String
    /// What stands above the column, in the lesson's language.
    public var heading: String
    /// How the column's numbers are shown; text stands to the left, numbers to the right.
    public var format: NumberFormat
    /// A value that differs between equal runs: shown and recorded, never compared.
    public var isVolatile: Bool

    /// A column whose heading is its key where none is given.
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
