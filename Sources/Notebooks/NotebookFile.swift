public import Diagnostics

/// Reading a notebook from disk.
public enum NotebookFile {
  /// The most bytes that a notebook may have: 64 MiB.
  public static let sizeLimit = 64 << 20

  /// The text of a notebook file.
  ///
  /// - Throws: `NotebookFileError` where the path is missing, a folder, unreadable or too large,
  ///   or where its bytes aren't UTF-8.
  public static func read(_ path: String) throws(NotebookFileError) -> SourceText {
    SourceText(file: path, bytes: [])
  }
}
