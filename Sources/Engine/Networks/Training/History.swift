/// The metrics of each epoch: `loss`, the metrics, and with `val_` before them those of validation.
public struct History: Hashable, Sendable, Codable {
  /// The columns' names in Keras' order.
  public let names: [String]
  /// The epoch of the first row, from 0.
  public let firstEpoch: Int
  /// One row for each epoch, with a number for each name.
  public private(set) var rows: [[Double]]

  /// - Precondition: each row has a number for each name.
  public init(names: [String], firstEpoch: Int = 0, rows: [[Double]] = []) {
    precondition(rows.allSatisfy { $0.count == names.count }, "History: a row has other columns")
    self.names = names
    self.firstEpoch = firstEpoch
    self.rows = rows
  }

  mutating func append(_ row: [Double]) { rows.append(row) }

  /// A column by name.
  public func values(of name: String) -> [Double]? {
    names.firstIndex(of: name).map { column in rows.map { $0[column] } }
  }
}
