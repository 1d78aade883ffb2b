/// `theme:` in the front matter: the style sheet that a lesson's page has behind Caderno's own.
public struct ThemeLink: Hashable, Sendable {
  /// A file's path in the lesson's folder.
  public let path: String
  /// The path's bytes in the notebook.
  public let range: Range<Int>
}
