internal import CZlib
internal import Memory

/// A file read through zlib: decompressed where it starts with gzip's magic, else as it is.
///
/// This is the one file that calls zlib.
final class GzipFile: ByteSource {
  private let file: gzFile

  /// Opens a file; `FileSystem.expectFile` must have looked at it before.
  init(path: String) throws(FileProblem) {
    guard let file = gzopen(path, "rb") else {
      throw .unreadable(reason: FileSystem.lastReason)
    }
    gzbuffer(file, 1 << 17)
    self.file = file
  }

  deinit { gzclose_r(file) }

  func read(into buffer: MutableElements<UInt8>) throws(FileProblem) -> Int {
    let count = gzread(file, buffer.start, UInt32(min(buffer.count, 1 << 20)))
    if count > 0 { return Int(count) }
    var code: Int32 = 0
    let reason = gzerror(file, &code).map { String(cString: $0) } ?? ""
    switch code {
    case Z_OK where count == 0: return 0
    case Z_ERRNO: throw .unreadable(reason: FileSystem.lastReason)
    default: throw .corrupt(reason: Self.withoutPath(reason))
    }
  }

  /// zlib puts the path before the reason.
  private static func withoutPath(_ text: String) -> String {
    guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")) else { return text }
    return String(text[text.index(after: colon)...].drop { $0 == " " })
  }
}
