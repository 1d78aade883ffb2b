internal import Diagnostics

/// Fetches the four files of a data set into the cache of downloads.
struct DatasetDownload {
  let files: DatasetFiles
  let downloader: Downloader

  /// Fetches the files that are not there yet; each is checked against its published checksum
  /// before it gets its name.
  ///
  /// - Returns: what was tried in vain, with the reason for each address; empty where all is there.
  /// - Throws: ``DatasetError/cancelled``.
  func fetch(
    into folder: String, isCancelled: () -> Bool, onProgress: (TransferProgress) -> Void
  ) throws(DatasetError) -> [TriedPlace] {
    let names = IDXNames.standard
    guard let published = files.published else { return [] }
    for (name, sum) in zip(names.all, published.all) {
      let path = FileSystem.join(folder, name + ".gz")
      if FileSystem.exists(path) { continue }
      let file = RemoteFile(
        name: name + ".gz", mirrors: files.mirrors.map { $0 + name + ".gz" }, sizeLimit: 64 << 20)
      do throws(DownloadFailures) {
        _ = try downloader.fetch(
          file, into: folder, verify: { Self.problem(in: $0, expected: sum) },
          isCancelled: isCancelled, onProgress: onProgress)
      } catch {
        if error.isCancelled { throw .cancelled }
        return error.attempts.map(TriedPlace.init)
      }
    }
    return []
  }

  /// What keeps a file from being the published one, or nil.
  private static func problem(in path: String, expected sum: String) -> String? {
    do {
      let content = try ContentReader.file(path, hashes: true)
      try content.drain(limit: 128 << 20)
      try content.expectDigest(sum)
      return nil
    } catch {
      return error.message.english
    }
  }
}

extension TriedPlace {
  /// An address that gave nothing, and why.
  fileprivate init(_ attempt: DownloadFailures.Attempt) {
    self.init(
      kind: attempt.failure.message, location: attempt.address)
  }
}
