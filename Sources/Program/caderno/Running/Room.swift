internal import Caching
internal import Files

/// Room on a full disk for what a run can't do without: the cache can be made again.
struct Room {
  let cache: ResultCache?

  /// Blocks and the folder's own entries take more than the bytes do.
  private static let slack = 1 << 16

  /// Does a writing; as long as the disk is full, gives up the oldest results and tries again.
  func making(for bytes: Int, _ write: () throws(AtomicFileError) -> Void) throws(AtomicFileError) {
    do {
      try write()
    } catch  where error.reason.isFullDisk && giveUp(bytes + Self.slack) {
      try making(for: bytes, write)
    }
  }

  /// Removes results, the oldest first, until so many bytes are free.
  ///
  /// - Returns: whether anything was there to remove.
  private func giveUp(_ bytes: Int) -> Bool {
    guard let survey = cache.map(CacheSurvey.init) else { return false }
    var freed = 0
    for file in survey.files where freed < bytes { freed += survey.remove([file]) }
    return freed > 0
  }
}
