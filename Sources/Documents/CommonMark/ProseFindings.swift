/// What in a lesson's prose a page shows otherwise than its author may think.
public struct ProseFindings: Sendable {
  /// What was found, with what the author wrote.
  public enum Finding: Hashable, Sendable {
    /// A reference to a footnote that no piece defines, by its label.
    case undefinedFootnote(String)
    /// The definition of a footnote that no piece refers to.
    case unusedFootnote(String)
    /// A quotation that begins like an alert of a kind that there isn't.
    case unknownAlert(String)
    /// An element of HTML of which only the text is shown, or nothing.
    case hiddenElement(String)
  }

  /// The pieces' findings but for footnotes, each once in a piece.
  private var found: [[Finding]] = []
  private var defined: [[String]] = []
  private var referenced: [[String]] = []

  /// Of pieces of Markdown that make one page. Cost: linear.
  public init(of pieces: [String]) { for piece in pieces { add(piece) } }

  /// What was found, by the pieces' order, each finding where it comes first.
  public var all: [(piece: Int, finding: Finding)] {
    let known = Set(defined.joined().map(Footnotes.normalized))
    let used = Set(referenced.joined().map(Footnotes.normalized))
    var seen: Set<Finding> = []
    return found.indices.flatMap { piece in
      let missing = referenced[piece].filter { !known.contains(Footnotes.normalized($0)) }
      let unused = defined[piece].filter { !used.contains(Footnotes.normalized($0)) }
      let all =
        found[piece] + missing.map(Finding.undefinedFootnote) + unused.map(Finding.unusedFootnote)
      return all.filter { seen.insert($0).inserted }.map { (piece, $0) }
    }
  }

  private mutating func add(_ markdown: String) {
    var prose = Prose(markdown)
    prose.extract(footnotes: true)
    defined.append(prose.footnoteLabels)
    referenced.append([])
    found.append([])
    var events: [MarkdownEvent] = []
    walkMarkdown(prose.bytes) { events.append($0) }
    for (index, event) in events.enumerated() {
      switch event.node {
      case .htmlBlock(let html), .htmlInline(let html): addElements(prose.spans.source(html))
      case .text(let text): addReferences(text)
      case .blockQuote where event.isEntry: addAlert(events, index)
      default: break
      }
    }
  }

  private mutating func addElements(_ html: String) {
    // A regular expression costs much where nothing is to be found.
    let html = SafeHTML.withoutComments(html)
    guard html.utf8.contains(UInt8(ascii: "<")) else { return }
    for match in html.matches(of: #/<([a-zA-Z][a-zA-Z0-9-]*)/#) {
      let name = String(match.output.1)
      if !ShownElement.all.contains(name.lowercased()) {
        found[found.count - 1].append(.hiddenElement(name))
      }
    }
  }

  private mutating func addReferences(_ text: String) {
    guard text.utf8.contains(UInt8(ascii: "^")) else { return }
    for match in text.matches(of: #/\[\^([^\[\]\s]{1,100})\]/#) {
      referenced[referenced.count - 1].append(String(match.output.1))
    }
  }

  private mutating func addAlert(_ events: [MarkdownEvent], _ quote: Int) {
    guard quote + 3 < events.count, case .text(let line) = events[quote + 2].node,
      let match = line.wholeMatch(of: #/\[!([A-Za-z]+)\]\s*/#),
      Alert(rawValue: match.output.1.lowercased()) == nil
    else { return }
    found[found.count - 1].append(.unknownAlert(String(match.output.1)))
  }
}
