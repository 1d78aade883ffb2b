internal import CommonMark
public import Diagnostics

extension Notebook {
  /// What a page shows otherwise than the author may think: footnotes without a partner, alerts of no known
  /// kind, HTML that isn't shown. Notes, for `lint`. Cost: linear.
  public var proseNotes: [Diagnostic] {
    let prose = cells.filter { $0.kind == .prose }
    let findings = ProseFindings(of: prose.map { String(decoding: $0.bytes, as: UTF8.self) })
    return findings.all.map { piece, finding in
      let mark = Array(Self.mark(of: finding).utf8)
      let cell = prose[piece].range
      let place = source.bytes[cell].firstRange(of: mark) ?? cell.lowerBound..<cell.lowerBound
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
    switch finding {
    case .undefinedFootnote(let label):
      Diagnostic(
        .note, code: "undefined-footnote", at: range,
        Message(
          "no footnote '\(label)' is defined: '[^\(label)]' stays as it is",
          pt: "nenhuma nota '\(label)' está definida: '[^\(label)]' fica como está"))
    case .unusedFootnote(let label):
      Diagnostic(
        .note, code: "unused-footnote", at: range,
        Message(
          "nothing refers to the footnote '\(label)', so it isn't shown",
          pt: "nada se refere à nota '\(label)', que por isso não aparece"))
    case .unknownAlert(let kind):
      Diagnostic(
        .note, code: "unknown-alert", at: range,
        Message(
          "'\(kind)' is no kind of alert: this is a quotation",
          pt: "'\(kind)' não é um tipo de alerta: isto é uma citação"),
        hint: Hint.known(Alert.allCases.map { $0.rawValue.uppercased() }))
    case .hiddenElement(let name):
      Diagnostic(
        .note, code: "hidden-html", at: range,
        Message(
          "a page shows no <\(name)>, at most its text",
          pt: "uma página não mostra <\(name)>, no máximo seu texto"))
    }
  }
}
