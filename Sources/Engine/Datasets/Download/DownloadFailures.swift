/// Why a file could not be had from any of its addresses.
struct DownloadFailures: Error, Hashable, Sendable {
  /// One address and what went wrong there.
  struct Attempt: Hashable, Sendable {
    let address: String
    let failure: DownloadFailure
  }

  let file: String
  let attempts: [Attempt]

  /// Whether the caller asked to stop.
  var isCancelled: Bool { attempts.last?.failure == .cancelled }
}
