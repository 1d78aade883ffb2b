/// A line of `caderno: data:`: the name of a data set and where it comes from.
public struct DataSource: Hashable, Sendable {
  public let name: String
  public let source: String
  /// The source's bytes in the notebook.
  public let range: Range<Int>
}
