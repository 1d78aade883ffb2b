internal import CVersion
internal import Networks

/// The version of the program.
enum Version {
  /// What records and keys have.
  static let text = "0.1.0"

  /// What `--version` says: with the commit, where the build was told of it, and the version of the arithmetic.
  static var full: String {
    let commit = String(cString: caderno_commit)
    return "\(text) (\(commit.isEmpty ? "" : "commit \(commit), ")numerics \(numericsVersion))"
  }
}
