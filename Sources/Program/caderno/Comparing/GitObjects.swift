#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Files as they are at a revision of a git repository.
///
/// The repository may be a stranger's, and so is its configuration, which can name programs for git to
/// start. Only the plumbing that prints an object is used: it knows no pager, hooks, filters, text
/// conversion or file system monitor. What is left is the fetching of missing objects, which is
/// forbidden, and so is every transport. Variables that would send git elsewhere are cleared; whether a
/// repository of another owner is read at all stays the user's own setting.
enum GitObjects {
  /// The bytes of a file at a revision; nil where there is no such thing, or it is too large.
  ///
  /// - Parameter path: relative to the top of the repository, or with `./` to the current folder.
  static func blob(_ path: String, at revision: String, atMost limit: Int) -> [UInt8]? {
    // Git reads what begins with a dash as an option.
    guard !revision.isEmpty, !revision.hasPrefix("-"), !path.utf8.contains(0) else { return nil }
    let words =
      ["git", "--no-pager", "--no-replace-objects"] + settings.flatMap { ["-c", $0] }
      + ["cat-file", "blob", "\(revision):\(path)"]
    return ChildProcess.output(of: words, environment: environment, atMost: limit)
  }

  /// Stronger than the repository's own; git starts nothing for this command anyway.
  private static let settings = [
    "core.fsmonitor=false", "core.hooksPath=/dev/null", "core.pager=cat", "protocol.allow=never",
  ]

  /// The user's own variables without git's.
  private static var environment: [String] {
    var variables: [String] = []
    var next = environ
    while let entry = next.pointee {
      let text = String(cString: entry)
      if !text.hasPrefix("GIT_") { variables.append(text) }
      next += 1
    }
    return variables + [
      "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none", "GIT_TERMINAL_PROMPT=0",
      "GIT_OPTIONAL_LOCKS=0",
    ]
  }
}
