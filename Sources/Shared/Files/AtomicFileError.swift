public import Diagnostics

/// Why a file could not be written.
public struct AtomicFileError: Error, Hashable, Sendable {
  public let path: String
  public let reason: FileError.Reason

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
