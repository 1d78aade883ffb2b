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
  private let proseParameters: ProseParameters
  /// What was said about parameters in prose, among outputs too.
  private var parameters: [Diagnostic] = []

  init(_ source: SourceText, _ vocabulary: DirectiveVocabulary) {
    self.source = source
    front = FrontMatterReader(source)
    proseParameters = ProseParameters(front.frontMatter.params)
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
        guard !targets.isEmpty || !proseParameters.isEmpty else { continue }
        let lines = document.lines(ofBlock: index, lineCount: max(count, block.line))
        let place = bytes(ofLines: lines.lowerBound + skipped...lines.upperBound + skipped)
        parameters += proseParameters.findings(in: source.bytes[place])
        readLinks(place, targets)
      default: break
      }
    }
    directives.finish()
    regions.finish(directives.directives, matcher)
    runLinks = outsideOfRegions(runLinks, at: \.range.lowerBound)
    diagnostics += outsideOfRegions(parameters, at: \.range.lowerBound)
  }

  /// What is the author's: whatever stands among outputs is Caderno's own.
  ///
  /// - Parameter found: in document order, as regions are.
  private func outsideOfRegions<Found>(
    _ found: [Found], at place: KeyPath<Found, Int>
  ) -> [Found] {
    var bodies = regions.regions.map(\.bodyRange)[...]
    return found.filter { item in
      bodies = bodies.drop { $0.upperBound <= item[keyPath: place] }
      return !(bodies.first?.contains(item[keyPath: place]) ?? false)
    }
  }

  private func bytes(ofLines lines: ClosedRange<Int>) -> Range<Int> {
    let start = source.lineStarts[min(lines.lowerBound, source.lineCount) - 1]
    let end = source.fullRange(ofLine: min(lines.upperBound, source.lineCount)).upperBound
    return start..<max(start, end)
  }

  private mutating func readCode(_ line: Int, _ info: String) {
    let before = directives.draftCount
    directives.readTopLevel(line: line)
    if directives.draftCount > before { regions.readDirective(line: line) }
  }

  /// libcmark says which links are real, the scanner where they stand.
  private mutating func readLinks(_ place: Range<Int>, _ urls: [String]) {
    var wanted = urls[...]
    var missed: [String] = []
    for link in RunLinkScanner(source.bytes[place]).links {
      guard let match = wanted.firstIndex(of: "run:" + link.target) else { continue }
      runLinks.append(link)
      missed += wanted[..<match]
      wanted = wanted[(match + 1)...]
    }
    for url in missed + wanted {
      let line = place.prefix { source.bytes[$0] != 0x0A && source.bytes[$0] != 0x0D }
      let range = source.trimmed(line.startIndex..<line.endIndex)
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
