public import Diagnostics

/// Why a file could not be written.
public struct AtomicFileError: Error, Hashable, Sendable {
  /// The file's path, or that of the folder on the way that can't be used.
  public let path: String
  /// What is in the way: no room, no rights, a link, a folder instead of a file.
  public let reason: FileError.Reason

  /// An error of a file that was to be written.
  public init(path: String, reason: FileError.Reason) {
    self.path = path
    self.reason = reason
  }

  /// A folder on the way can't be used.
  public init(_ error: FileError) { self.init(path: error.path, reason: error.reason) }

  /// What was in the way, in English ("No space left on device").
  public var cause: String { reason.words.english }

  /// The error in words.
  public var message: Message {
    let words = reason.words
    return Message(
      "\(path): cannot be written: \(words.english)",
      pt: "\(path): não pode ser gravado: \(words.portuguese)")
  }
}
