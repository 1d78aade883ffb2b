internal import Diagnostics

/// The words of reports in the reader's language.
enum ReportWords {
  static func verdict(_ verdict: Verdict) -> Message {
    switch verdict {
    case .equal: Message("equal", pt: "igual")
    case .withinTolerance: Message("within tolerance", pt: "dentro da tolerância")
    case .different: Message("different", pt: "diferente")
    case .incomparable: Message("incomparable", pt: "incomparável")
    }
  }

  static let added = Message("added", pt: "acrescentado")
  static let removed = Message("removed", pt: "removido")
  static let moved = Message("moved", pt: "mudou de lugar")
  static let edited = Message("edited", pt: "editado")
  static let reordered = Message("outputs in another order", pt: "resultados em outra ordem")
  static let because = Message("because", pt: "porque")
  static let whole = Message("the whole run", pt: "a execução inteira")

  static func renamed(_ old: String) -> Message {
    Message("was '\(old)'", pt: "era '\(old)'")
  }

  static func only(_ count: Int, in side: String, _ first: String) -> Message {
    switch count {
    case 1: Message("only in \(side): \(first)", pt: "só em \(side): \(first)")
    default:
      Message(
        "only in \(side): \(first) and \(count - 1) more",
        pt: "só em \(side): \(first) e mais \(count - 1)")
    }
  }

  static func more(_ count: Int) -> Message {
    Message("… and \(count) more", pt: "… e mais \(count)")
  }

  static func elements(_ count: Int) -> Message {
    switch count {
    case 1: Message("1 element of the drawing differs", pt: "1 elemento do desenho difere")
    default:
      Message(
        "\(count) elements of the drawing differ", pt: "\(count) elementos do desenho diferem")
    }
  }

  static func pixels(_ count: Int, of all: Int, most: Int) -> Message {
    Message(
      "\(count) of \(all) values of the picture differ, by at most \(most) of 255",
      pt: "\(count) de \(all) valores da imagem diferem, no máximo \(most) de 255")
  }

  static func tally(_ equal: Int, _ within: Int, _ different: Int, _ incomparable: Int) -> Message {
    let within =
      within > 0 ? (", \(within) within tolerance", ", \(within) na tolerância") : ("", "")
    let none =
      incomparable > 0
      ? (", \(incomparable) incomparable", ", \(incomparable) incomparáveis") : ("", "")
    return Message(
      "\(equal) equal\(within.0), \(different) different\(none.0)",
      pt: "\(equal) iguais\(within.1), \(different) diferentes\(none.1)")
  }
}
