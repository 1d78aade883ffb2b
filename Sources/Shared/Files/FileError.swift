public import Diagnostics

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Why a file or a folder can't be used.
public struct FileError: Error, Hashable, Sendable {
  /// What is in the way.
  public enum Reason: Hashable, Sendable {
    case missing
    /// A symbolic link stands where none is followed.
    case link
    /// The path is absolute, or has a `..` in it.
    case outside
    /// It is a folder, a pipe or a device.
    case notPlain
    /// It has more bytes than may be read.
    case tooLarge(limit: Int)
    /// The number of the system's error.
    case system(CInt)
  }

  /// The path down to the component that is at fault.
  public let path: String
  /// What is in the way at `path`.
  public let reason: Reason

  init(_ path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// - Parameter number: the system's error number.
  init(_ path: String, number: CInt) {
    self.init(path, number == ENOENT ? .missing : .system(number))
  }

  /// A stable name in kebab case.
  public var code: String { reason.code }

  /// The error in words.
  public var message: Message {
    let words = reason.words
    return Message("\(path): \(words.english)", pt: "\(path): \(words.portuguese)")
  }
}

extension FileError.Reason {
  /// A stable name in kebab case.
  public var code: String {
    switch self {
    case .missing: "file-missing"
    case .link: "link-in-the-way"
    case .outside: "outside-folder"
    case .notPlain: "not-a-plain-file"
    case .tooLarge: "file-too-large"
    case .system: "file-unreadable"
    }
  }

  /// The reason in words, without a path.
  public var words: Message {
    switch self {
    case .missing: Message(same: SystemError.text(ENOENT))
    case .link:
      Message(
        "this is a link, and none is followed beside a lesson",
        pt: "isto é um link, e nenhum é seguido ao lado de uma aula")
    case .outside:
      Message(
        "only what is inside the lesson's folder is used, by a path without '..'",
        pt: "só se usa o que está dentro da pasta da aula, por um caminho sem '..'")
    case .notPlain: Message("this is no plain file", pt: "isto não é um arquivo comum")
    case .tooLarge(let limit):
      Message(
        "this has more than \(Self.size(limit))", pt: "isto tem mais de \(Self.size(limit))")
    case .system(let number): Message(same: SystemError.text(number))
    }
  }

  private static func size(_ bytes: Int) -> String {
    switch bytes {
    case ..<1024: "\(bytes) bytes"
    case ..<(1 << 20): "\(bytes >> 10) KiB"
    default: "\(bytes >> 20) MiB"
    }
  }

  /// Whether there is no room on the disk, or no more of it for this user.
  public var isFullDisk: Bool {
    self == .system(ENOSPC) || self == .system(EDQUOT)
  }
}

extension Message {
  /// The system's own words, which are in its language.
  fileprivate init(same words: String) { self.init(words, pt: words) }
}
