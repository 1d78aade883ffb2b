internal import Digests
internal import Files

/// A file in a folder of outputs, and the note beside it of what Caderno wrote there: `.caderno/made/NAME`
/// holds its SHA-256.
///
/// It is for files that look like an author's own, as Markdown does: nobody changed one that fits its note.
struct MadeFile {
  let path: String

  private var note: String { ".caderno/made/\(PathText.fileName(of: path))" }

  /// Whether the bytes are those that Caderno wrote there last.
  func isMade(_ bytes: [UInt8]) -> Bool {
    let digest = Array(SHA256Digest(of: bytes).description.utf8)
    let folder = try? Folder(PathText.folder(of: path))
    return (try? folder?.read(note, atMost: digest.count)) == digest
  }

  /// Takes note of what was written. Where that can't be done, the file counts as somebody's the next time.
  ///
  /// - Parameter folders: those below which no link is followed.
  func note(_ bytes: [UInt8], below folders: [String]) {
    let digest = Array(SHA256Digest(of: bytes).description.utf8)
    let place = PathText.join(PathText.folder(of: path), note)
    _ = try? NamedOutput(place, below: folders).write(digest)
  }
}
