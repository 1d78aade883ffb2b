public import Diagnostics

/// Why a notebook file could not be read.
public enum NotebookFileError: Error, Hashable, Sendable {
  case missing(path: String)
  case folder(path: String)
  /// `cause` is the system's own message.
  case unreadable(path: String, cause: String)
  case tooLarge(path: String, bytes: Int, limit: Int)
  /// The first byte that isn't UTF-8; `line` counts from 1.
  case notUTF8(path: String, offset: Int, line: Int)

  /// The error in words.
  public var message: Message {
    switch self {
    case .missing(let path):
      Message("\(path): there is no such file", pt: "\(path): o arquivo não existe")
    case .folder(let path):
      Message("\(path): this is a folder, not a file", pt: "\(path): é uma pasta, não um arquivo")
    case .unreadable(let path, let cause):
      Message("\(path): cannot be read: \(cause)", pt: "\(path): não pode ser lido: \(cause)")
    case .tooLarge(let path, let bytes, let limit):
      Message(
        "\(path): \(bytes) bytes are too many for a notebook (at most \(limit))",
        pt: "\(path): \(bytes) bytes são demais para um caderno (no máximo \(limit))")
    case .notUTF8(let path, let offset, let line):
      Message(
        "\(path): not UTF-8: line \(line) has an invalid byte at offset \(offset)",
        pt: "\(path): não é UTF-8: a linha \(line) tem um byte inválido na posição \(offset)")
    }
  }
}
