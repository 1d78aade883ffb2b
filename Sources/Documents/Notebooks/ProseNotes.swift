internal import CommonMark
public import Diagnostics

extension Notebook {
  /// What a page shows otherwise than the author may think: footnotes without a partner, alerts of no known
  /// kind, HTML that isn't shown. Notes, for `lint`. Cost: linear.
  public var proseNotes: [Diagnostic] {
    let prose = cells.filter { $0.kind == .prose }
    let findings = ProseFindings(of: prose.map { String(decoding: $0.bytes, as: UTF8.self) })
    // Findings of a kind stand in the order of the text: each is looked for behind the one before it.
    var behind: [String: Int] = [:]
    return findings.all.map { piece, finding in
      let (mark, cell) = (Self.mark(of: finding), prose[piece].range)
      let kind = "\(mark.prefix(2))\(mark.suffix(1))"
      let start = max(behind[kind] ?? 0, cell.lowerBound)
      let place =
        source.bytes[start..<cell.upperBound].firstRange(of: Array(mark.utf8)) ?? start..<start
      behind[kind] = place.lowerBound
      return Self.note(finding, at: place)
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// What the author wrote there.
  private static func mark(of finding: ProseFindings.Finding) -> String {
    switch finding {
    case .undefinedFootnote(let label): "[^\(label)]"
    case .unusedFootnote(let label): "[^\(label)]:"
    case .unknownAlert(let kind): "[!\(kind)]"
    case .hiddenElement(let name): "<\(name)"
    }
  }

  private static func note(
    _ finding: ProseFindings.Finding, at range: Range<Int>
  ) -> Diagnostic {
    let (code, message) = words(for: finding)
    let hint: Message? =
      if case .unknownAlert = finding {
        Hint.known(Alert.allCases.map { $0.rawValue.uppercased() })
      } else {
        nil
      }
    return Diagnostic(.note, code: code, at: range, message, hint: hint)
  }

  private static func words(
    for finding: ProseFindings.Finding
  ) -> (code: String, message: Message) {
    switch finding {
    case .undefinedFootnote(let label):
      (
        "undefined-footnote",
        Message(
          "no footnote '\(label)' is defined: '[^\(label)]' stays as it is",
          pt: "nenhuma nota '\(label)' está definida: '[^\(label)]' fica como está")
      )
    case .unusedFootnote(let label):
      (
        "unused-footnote",
        Message(
          "nothing refers to the footnote '\(label)', so it isn't shown",
          pt: "nada se refere à nota '\(label)', que por isso não aparece")
      )
    case .unknownAlert(let kind):
      (
        "unknown-alert",
        Message(
          "'\(kind)' is no kind of alert: this is a quotation",
          pt: "'\(kind)' não é um tipo de alerta: isto é uma citação")
      )
    case .hiddenElement(let name):
      (
        "hidden-html",
        Message(
          "a page shows no <\(name)>, at most its text",
          pt: "uma página não mostra <\(name)>, no máximo seu texto")
      )
    }
  }
}
