internal import CommonMark
internal import Diagnostics

/// Walks through a notebook's blocks once and hands each to the reader that it concerns.
struct NotebookReader {
  let source: SourceText
  let front: FrontMatterReader
  private(set) var directives: DirectiveReader
  private(set) var regions: RegionReader
  private(set) var runLinks: [RunLink] = []
  private var diagnostics: [Diagnostic] = []

  init(_ source: SourceText, _ vocabulary: DirectiveVocabulary) {
    self.source = source
    front = FrontMatterReader(source)
    directives = DirectiveReader(
      source, vocabulary: vocabulary, runsPython: front.frontMatter.python == "keras")
    regions = RegionReader(source)
  }

  /// All findings, in the order of their places.
  var allDiagnostics: [Diagnostic] {
    let edited = regions.regions.filter { !$0.isIntact }.map {
      EditedRegion.diagnostic($0, .warning)
    }
    return (front.diagnostics + directives.diagnostics + regions.problems + edited + diagnostics)
      .enumerated().sorted {
        ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
      }.map(\.element)
  }

  mutating func read(_ matcher: RegionMatcher) {
    let skipped = front.nextLine - 1
    let start = skipped < source.lineStarts.count ? source.lineStarts[skipped] : source.bytes.count
    let document = MarkdownDocument(source.bytes[start...])
    let count = source.lineCount - skipped
    for (index, block) in document.blocks.enumerated() {
      let line = block.line + skipped
      switch block.kind {
      case .codeBlock(let info) where block.depth == 0: readCode(line, info)
      case .codeBlock(let info): directives.readNested(line: line, info: info)
      case .html where block.depth == 0: regions.read(line: line)
      case .paragraph, .heading:
        let targets = block.links.filter { !$0.isImage && $0.url.hasPrefix("run:") }.map(\.url)
        guard !targets.isEmpty else { continue }
        let lines = document.lines(ofBlock: index, lineCount: max(count, block.line))
        readLinks(lines.lowerBound + skipped...lines.upperBound + skipped, targets)
      default: break
      }
    }
    directives.finish()
    regions.finish(directives.directives, matcher)
    // Both lists are in document order. Numbers among outputs are Caderno's own.
    var bodies = regions.regions.map(\.bodyRange)[...]
    runLinks.removeAll { link in
      bodies = bodies.drop { $0.upperBound <= link.range.lowerBound }
      return bodies.first?.contains(link.range.lowerBound) ?? false
    }
  }

  private mutating func readCode(_ line: Int, _ info: String) {
    let before = directives.draftCount
    directives.readTopLevel(line: line)
    if directives.draftCount > before { regions.readDirective(line: line) }
  }

  /// libcmark says which links are real, the scanner where they stand.
  private mutating func readLinks(_ lines: ClosedRange<Int>, _ urls: [String]) {
    let start = source.lineStarts[lines.lowerBound - 1]
    let end = source.fullRange(ofLine: min(lines.upperBound, source.lineCount)).upperBound
    var wanted = urls[...]
    var missed: [String] = []
    for link in RunLinkScanner(source.bytes[start..<end]).links {
      guard let match = wanted.firstIndex(of: "run:" + link.target) else { continue }
      runLinks.append(link)
      missed += wanted[..<match]
      wanted = wanted[(match + 1)...]
    }
    for url in missed + wanted {
      let range = source.trimmed(source.contentRange(ofLine: lines.lowerBound))
      diagnostics.append(
        Diagnostic(
          .warning, code: "run-link-form", at: range,
          Message(
            "the number tied to '\(url)' can't be filled in here",
            pt: "o número ligado a '\(url)' não pode ser preenchido aqui"),
          hint: Message("write it as [98.9 %](\(url))", pt: "escreva-o como [98,9 %](\(url))")))
    }
  }
}
