public import Diagnostics

/// Why bytes are no JSON that is read here, and where.
public struct JSONProblem: Error {
  /// What is wrong.
  public enum Cause: Sendable {
    /// The end, where something else is wanted.
    case unexpectedEnd(Wanted)
    case unexpected(found: String, Wanted)
    /// A string without an end, and where it begins.
    case unterminated(start: Int)
    case number
    case escape
    /// Not four hexadecimal digits behind a `u`, and where that stands.
    case codeUnit(at: Int)
    case control
    case duplicate(String)
    case tooDeep(limit: Int)
    case tooMany(limit: Int)
    case trailing
  }

  /// What can be expected at a place.
  public enum Wanted: Hashable, Sendable {
    case value
    case name
    case colon
    /// A comma or the end of what is open.
    case comma(end: Unicode.Scalar)
  }

  /// What is wrong, with all that another maker needs for words of its own.
  public let cause: Cause
  /// The bytes at fault; empty at the end of the file.
  public let range: Range<Int>

  init(_ cause: Cause, _ range: Range<Int>) { (self.cause, self.range) = (cause, range) }

  /// The problem in both languages, with its stable code (`json-syntax`, `json-too-deep`…).
  public var diagnostic: Diagnostic { Diagnostic(code: code, at: range, message) }

  private var code: String {
    switch cause {
    case .duplicate: "json-duplicate-name"
    case .tooDeep: "json-too-deep"
    case .tooMany: "json-too-large"
    default: "json-syntax"
    }
  }

  private var message: Message {
    switch cause {
    case .unexpectedEnd, .unterminated:
      Message("the file ends in the middle of a value", pt: "o arquivo termina no meio de um valor")
    case .unexpected(let found, let wanted):
      Message(
        "\(wanted.english) is expected here, not '\(found)'",
        pt: "espera-se \(wanted.portuguese) aqui, e não '\(found)'")
    case .number: Message("this is no JSON number", pt: "isto não é um número JSON")
    case .escape, .codeUnit:
      Message("JSON has no such escape", pt: "JSON não tem esta sequência de escape")
    case .control:
      Message(
        "a control character can't stand in a JSON string",
        pt: "um caractere de controle não pode estar em um texto JSON")
    case .duplicate(let name):
      Message("'\(name)' is given more than once", pt: "'\(name)' aparece mais de uma vez")
    case .tooDeep(let limit):
      Message(
        "values are nested more than \(limit) deep",
        pt: "há valores aninhados em mais de \(limit) níveis")
    case .tooMany(let limit):
      Message("there are more than \(limit) values", pt: "há mais de \(limit) valores")
    case .trailing:
      Message("the JSON value has ended before this", pt: "o valor JSON já terminou antes disto")
    }
  }
}

extension JSONProblem.Wanted {
  fileprivate var english: String {
    switch self {
    case .value: "a value"
    case .name: "a name"
    case .colon: "':'"
    case .comma(let end): "',' or '\(end)'"
    }
  }

  fileprivate var portuguese: String {
    switch self {
    case .value: "um valor"
    case .name: "um nome"
    case .colon: "':'"
    case .comma(let end): "',' ou '\(end)'"
    }
  }
}
