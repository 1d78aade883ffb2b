/// A parameter that the front matter declares, with its default.
public struct NotebookParameter: Hashable, Sendable {
  public let name: String
  public let value: ParameterValue
  /// The name's bytes in the notebook.
  public let range: Range<Int>
}
