public import Diagnostics

/// What is wrong with a file of the cache. The result is made anew.
public struct CacheProblem: Error, Hashable, Sendable {
  /// How the file is broken.
  enum Defect: Hashable, Sendable {
    /// It does not begin as this program's files do.
    case foreign
    /// It is of another result than its name says.
    case renamed
    /// It has another length than it says, or another SHA-256.
    case damaged
    /// The system can't read it.
    case unreadable(Message)
  }

  /// The file's path, the cache's folder in front.
  public let path: String
  /// How the file is broken, which decides what is said.
  let defect: Defect

  /// A stable name in kebab case.
  public var code: String { "cache-file" }

  /// The problem in words.
  public var message: Message {
    switch defect {
    case .foreign:
      Message(
        "\(path) is no file of this cache; the result is made anew",
        pt: "\(path) não é um arquivo deste cache; o resultado é refeito")
    case .renamed:
      Message(
        "\(path) holds another result than its name says; the result is made anew",
        pt: "\(path) guarda outro resultado que o do seu nome; o resultado é refeito")
    case .damaged:
      Message(
        "\(path) is torn or was altered; the result is made anew",
        pt: "\(path) está incompleto ou foi alterado; o resultado é refeito")
    case .unreadable(let cause):
      Message(
        "\(path) cannot be read: \(cause.english); the result is made anew",
        pt: "\(path) não pode ser lido: \(cause.portuguese); o resultado é refeito")
    }
  }
}
