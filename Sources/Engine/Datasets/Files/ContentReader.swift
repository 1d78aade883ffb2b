internal import Digests
internal import Memory

/// Reads a file's content piece by piece and knows where it stands.
///
/// Every error names the file and the offset in its decompressed content.
final class ContentReader {
  /// The file, and the array in it where it is an archive.
  let path: String
  /// Bytes of content read so far.
  private(set) var offset = 0
  private let source: any ByteSource
  private let digest: SHA256Stream?

  init(path: String, source: any ByteSource, hashes: Bool = false) {
    self.path = path
    self.source = source
    digest = hashes ? SHA256Stream() : nil
  }

  /// Opens a file, gzip or not.
  static func file(_ path: String, hashes: Bool = false) throws(DatasetError) -> ContentReader {
    do throws(FileProblem) {
      try FileSystem.expectFile(path)
      return ContentReader(path: path, source: try GzipFile(path: path), hashes: hashes)
    } catch {
      throw .badFile(path: path, offset: 0, problem: error)
    }
  }

  /// The next `count` bytes.
  ///
  /// `count` must have been checked. Memory is set aside at once, but the system hands out its
  /// pages only as bytes arrive.
  ///
  /// - Parameter total: the size that the whole content should have, for the error.
  func bytes(_ count: Int, total: Int) throws(DatasetError) -> [UInt8] {
    var filled = 0
    let bytes: [UInt8]
    do throws(FileProblem) {
      bytes = try [UInt8](filling: count) { buffer throws(FileProblem) in
        try fill(buffer, &filled)
      }
    } catch {
      offset += filled
      throw failure(error)
    }
    offset += filled
    if filled < count { throw failure(.truncated(expected: total, found: offset)) }
    digest?.update(bytes)
    return bytes
  }

  /// Reads the rest and lets it go: for its checksum.
  ///
  /// - Parameter limit: the most bytes that the content may have.
  func drain(limit: Int) throws(DatasetError) {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var count = 0
      do throws(FileProblem) {
        try piece.withMutableElements { buffer throws(FileProblem) in try fill(buffer, &count) }
      } catch {
        throw failure(error)
      }
      if count == 0 { return }
      offset += count
      guard offset <= limit else { throw failure(.trailing(expected: limit)) }
      digest?.update(piece[0..<count])
    }
  }

  /// Throws where anything follows, or where the compressed data do not end properly.
  func expectEnd() throws(DatasetError) {
    var byte: [UInt8] = [0]
    do throws(FileProblem) {
      let more = try byte.withMutableElements { buffer throws(FileProblem) in
        try source.read(into: buffer)
      }
      if more > 0 { throw .trailing(expected: offset) }
    } catch {
      throw failure(error)
    }
  }

  /// Throws where the SHA-256 of all that was read is not the one published.
  func expectDigest(_ published: String) throws(DatasetError) {
    guard let found = digest?.finish().description, found != published else { return }
    throw failure(.wrongChecksum(expected: published, found: found), at: 0)
  }

  /// An error at a place of this content; where it stands if none is given.
  func failure(_ problem: FileProblem, at place: Int? = nil) -> DatasetError {
    .badFile(path: path, offset: place ?? offset, problem: problem)
  }

  /// Counts the bytes that come before the end.
  private func fill(
    _ buffer: MutableElements<UInt8>, _ filled: inout Int
  ) throws(FileProblem) {
    while filled < buffer.count {
      let count = try source.read(into: buffer[filled...])
      if count == 0 { break }
      filled += count
    }
  }
}
