internal import FoundationEssentials

/// Fetches files from a list of addresses into a folder.
struct Downloader: Sendable {
  /// How long nothing may arrive before the next address is tried.
  var stallSeconds = 20

  /// The file's path once it is there and `verify` accepts it.
  ///
  /// An unfinished file stays as `NAME.part`; the next try goes on from its end.
  ///
  /// - Parameter verify: what is wrong with a finished file, or nil.
  /// - Throws: ``DownloadFailures`` with the reason for each address.
  func fetch(
    _ file: RemoteFile, into folder: String, verify: (String) -> String?,
    isCancelled: () -> Bool, onProgress: (TransferProgress) -> Void
  ) throws(DownloadFailures) -> String {
    let path = "\(folder)/\(file.name)"
    var failures: [DownloadFailures.Attempt] = []
    for address in file.mirrors {
      do {
        try makeFolder(folder)
        try fetch(address, file, path, verify, isCancelled, onProgress)
        return path
      } catch {
        failures.append(.init(address: address, failure: error))
        if error.endsSearch { break }
      }
    }
    throw DownloadFailures(file: file.name, attempts: failures)
  }

  private func fetch(
    _ address: String, _ file: RemoteFile, _ path: String, _ verify: (String) -> String?,
    _ isCancelled: () -> Bool, _ onProgress: (TransferProgress) -> Void
  ) throws(DownloadFailure) {
    let part = try PartFile(for: path)
    let isResumed = part.size > 0
    let transfer = try Transfer(stallSeconds: stallSeconds)
    try transfer.run(
      address, into: part, sizeLimit: file.sizeLimit, isCancelled: isCancelled,
      onProgress: { received, expected in
        onProgress(TransferProgress(name: file.name, received: received, expected: expected))
      })
    if let reason = verify(part.path) {
      part.discard()
      // What was kept may have been from another file: the whole of this one may still be right.
      guard isResumed else { throw .wrongContent(reason: reason) }
      return try fetch(address, file, path, verify, isCancelled, onProgress)
    }
    try part.finish(as: path)
  }

  private func makeFolder(_ folder: String) throws(DownloadFailure) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .cannotWrite(path: folder, cause: "the folder cannot be made")
    }
  }
}
