public import Diagnostics

/// Why a file could not be written.
public struct AtomicFileError: Error, Hashable, Sendable {
  public let path: String
  /// The system's own message ("No space left on device").
  public let cause: String

  public init(path: String, cause: String) {
    self.path = path
    self.cause = cause
  }

  /// The error in words.
  public var message: Message {
    Message("\(path): cannot be written: \(cause)", pt: "\(path): não pode ser gravado: \(cause)")
  }
}
