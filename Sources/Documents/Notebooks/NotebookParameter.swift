/// A parameter that the front matter declares, with its default.
public struct NotebookParameter: Hashable, Sendable {
  /// The name without its `$`.
  public let name: String
  /// What it stands for where nobody gives another.
  public let value: ParameterValue
  /// The name's bytes in the notebook.
  public let range: Range<Int>
}
