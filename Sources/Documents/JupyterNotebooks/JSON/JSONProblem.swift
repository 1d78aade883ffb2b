internal import Diagnostics

/// Why bytes are no JSON that is read here, and where.
struct JSONProblem: Error {
  /// What is wrong.
  enum Cause {
    case unexpectedEnd
    case unexpected(found: String, wanted: (english: String, portuguese: String))
    case number
    case escape
    case control
    case notUTF8
    case duplicate(String)
    case tooDeep(limit: Int)
    case tooMany(limit: Int)
    case trailing
  }

  let cause: Cause
  let range: Range<Int>

  var diagnostic: Diagnostic { Diagnostic(code: code, at: range, message) }

  private var code: String {
    switch cause {
    case .duplicate: "json-duplicate-name"
    case .tooDeep: "json-too-deep"
    case .tooMany: "json-too-large"
    case .notUTF8: "not-utf8"
    default: "json-syntax"
    }
  }

  private var message: Message {
    switch cause {
    case .unexpectedEnd:
      Message("the file ends in the middle of a value", pt: "o arquivo termina no meio de um valor")
    case .unexpected(let found, let wanted):
      Message(
        "\(wanted.english) is expected here, not '\(found)'",
        pt: "espera-se \(wanted.portuguese) aqui, e não '\(found)'")
    case .number: Message("this is no JSON number", pt: "isto não é um número JSON")
    case .escape: Message("JSON has no such escape", pt: "JSON não tem esta sequência de escape")
    case .control:
      Message(
        "a control character can't stand in a JSON string",
        pt: "um caractere de controle não pode estar em um texto JSON")
    case .notUTF8: Message("this is not UTF-8", pt: "isto não é UTF-8")
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
