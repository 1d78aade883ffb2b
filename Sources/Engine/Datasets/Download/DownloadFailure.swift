/// Why one address did not give a file.
enum DownloadFailure: Error, Hashable, Sendable {
  /// The caller asked to stop.
  case cancelled
  /// The server answered with this status.
  case status(Int)
  /// Nothing arrived for this many seconds.
  case stalled(seconds: Int)
  /// The connection ended before the file did.
  case truncated(received: Int)
  /// The file is larger than it may be.
  case tooLarge(limit: Int)
  /// More redirects than are followed, or one to something that is not HTTP.
  case redirects
  /// The content is not what the catalog says; `reason` names what differs.
  case wrongContent(reason: String)
  /// No connection; `cause` is libcurl's own message.
  case connection(cause: String)
  /// The file could not be kept: full disk, no permission.
  case cannotWrite(path: String, cause: String)

  /// Whether other addresses are worth a try.
  var endsSearch: Bool {
    switch self {
    case .cancelled, .cannotWrite: true
    default: false
    }
  }
}
