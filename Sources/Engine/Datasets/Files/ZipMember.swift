internal import CMinizip
internal import Memory

/// One file of a zip archive, read through minizip.
///
/// This is the one file that calls minizip.
final class ZipMember: ByteSource {
  private let archive: unzFile

  /// The most members that an archive may have: they are looked through one by one.
  static let memberLimit = 1000

  /// Opens the archive's member `name`; throws `.noMember` where there is none.
  ///
  /// `FileSystem.expectFile` must have looked at the file before.
  init(archive path: String, name: String) throws(FileProblem) {
    guard let archive = unzOpen64(path) else {
      throw .corrupt(reason: "not a zip archive")
    }
    var info = unz_global_info64()
    unzGetGlobalInfo64(archive, &info)
    guard info.number_entry <= Self.memberLimit else {
      unzClose(archive)
      throw .tooManyMembers(limit: Self.memberLimit, found: Int(clamping: info.number_entry))
    }
    guard unzLocateFile(archive, name, 1) == UNZ_OK else {
      unzClose(archive)
      throw .noMember(name: name)
    }
    guard unzOpenCurrentFile(archive) == UNZ_OK else {
      unzClose(archive)
      throw .corrupt(reason: "the member \(name) can't be opened")
    }
    self.archive = archive
  }

  deinit { unzClose(archive) }

  func read(into buffer: MutableElements<UInt8>) throws(FileProblem) -> Int {
    let count = unzReadCurrentFile(archive, buffer.start, UInt32(min(buffer.count, 1 << 20)))
    if count > 0 { return Int(count) }
    guard count == 0 else { throw .corrupt(reason: "minizip's error \(count)") }
    // The checksum is compared when the member is closed after its last byte.
    if unzCloseCurrentFile(archive) == UNZ_CRCERROR {
      throw .corrupt(reason: "incorrect data check")
    }
    return 0
  }
}
