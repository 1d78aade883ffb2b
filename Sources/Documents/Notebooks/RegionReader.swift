internal import CommonMark
internal import Diagnostics

/// Pairs the markers of output regions and says which don't fit.
struct RegionReader {
  let source: SourceText
  private let kinds: Set<String>
  private(set) var regions: [OutputRegion] = []
  /// Errors of markers; a notebook that has some is not written.
  private(set) var problems: [Diagnostic] = []
  private var open: (id: String, key: String, line: Int)?

  /// - Parameter kinds: the names of the directives that exist.
  init(_ source: SourceText, kinds: Set<String>) { (self.source, self.kinds) = (source, kinds) }

  /// Takes note of a block of HTML at the top level.
  mutating func read(line: Int) {
    guard let marker = RegionMarker(source.content(ofLine: line)) else { return }
    switch marker {
    case .malformed:
      report(
        line, "malformed-marker", "this output marker can't be read",
        pt: "não dá para ler este marcador de saída",
        hint: Message(
          "markers look like \(Self.example)", pt: "os marcadores são como \(Self.example)"))
    case .open(let id, let key):
      if let open { reportUnclosed(open) }
      open = (id, key, line)
    case .close(let sum, let isTight):
      guard let open else {
        return report(
          line, "orphan-marker", "this marker closes outputs that were never opened",
          pt: "este marcador fecha uma saída que nunca foi aberta")
      }
      close(open, sum, isTight, line)
      self.open = nil
    }
  }

  /// Takes note of a directive, which can't stand among outputs.
  mutating func readDirective(line: Int) {
    guard let open else { return }
    report(
      line, "directive-in-outputs",
      "a directive stands inside the outputs of '\(open.id)', opened in line \(open.line)",
      pt: "há uma diretiva dentro da saída de '\(open.id)', aberta na linha \(open.line)")
    self.open = nil
  }

  /// Gives the regions to their directives; to be called once, at the end of the document.
  mutating func finish(_ directives: [Directive], _ matcher: RegionMatcher) {
    if let open { reportUnclosed(open) }
    open = nil
    let owners = matcher.owners(of: regions, directives, kinds: kinds, in: source)
    for (index, owner) in owners.enumerated() {
      regions[index].owner = owner.map { directives[$0.directive].id }
      regions[index].isElsewhere = owner?.isElsewhere == true
    }
  }

  private static let example = "<!-- caderno:out id=ID key=KEY -->, <!-- /caderno:out sum=SUM -->"

  private mutating func close(
    _ open: (id: String, key: String, line: Int), _ sum: String, _ isTight: Bool, _ line: Int
  ) {
    let start = source.fullRange(ofLine: open.line).upperBound
    let bodyRange = start..<max(start, source.lineStarts[line - 1])
    let body = RegionBody.canonical(source.text(bodyRange))
    let images = MarkdownDocument(body.utf8).links.filter(\.isImage).map {
      MarkdownAddress.path(ofAddress: $0.url)
    }
    let first = source.start(ofLine: open.line)
    regions.append(
      OutputRegion(
        id: open.id, key: open.key, sum: sum, isTight: isTight,
        range: first..<source.contentRange(ofLine: line).upperBound, bodyRange: bodyRange,
        lines: open.line...line, body: body, isIntact: RegionBody.sum(body) == sum,
        figureFiles: images))
  }

  private mutating func reportUnclosed(_ open: (id: String, key: String, line: Int)) {
    report(
      open.line, "unclosed-outputs",
      "the outputs of '\(open.id)' have no closing marker of their own",
      pt: "a saída de '\(open.id)' não tem marcador de fim próprio")
  }

  private mutating func report(
    _ line: Int, _ code: String, _ english: String, pt: String, hint: Message? = nil
  ) {
    let range = source.trimmed(source.contentRange(ofLine: line))
    problems.append(Diagnostic(code: code, at: range, Message(english, pt: pt), hint: hint))
  }
}
