/// A line of `caderno: data:`: the name of a data set and where it comes from.
public struct DataSource: Hashable, Sendable {
  /// What directives call the data set.
  public let name: String
  /// A path, relative to the lesson, or an address.
  public let source: String
  /// The source's bytes in the notebook.
  public let range: Range<Int>
}
