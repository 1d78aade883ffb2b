internal import CommonMark
internal import Diagnostics

/// Walks through a notebook's blocks once and hands each to the reader that it concerns.
struct NotebookReader {
  let source: SourceText
  let front: FrontMatterReader
  private(set) var directives: DirectiveReader
  private(set) var regions: RegionReader
  private(set) var runLinks: [RunLink] = []
  private(set) var pictures: [PictureLink] = []
  private(set) var parts: [TeachingPart] = []
  private var teaching: TeachingReader
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
    teaching = TeachingReader(source)
    regions = RegionReader(source, kinds: Set(vocabulary.kinds.map(\.name)))
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
      let end = document.lines(ofBlock: index, lineCount: max(count, block.line)).upperBound
      let lines = block.line + skipped...end + skipped
      let line = lines.lowerBound
      switch block.kind {
      case .codeBlock(let info):
        teaching.readCode(lines, info: info, isTopLevel: block.depth == 0)
        if block.depth == 0 { readCode(line, info) }
        if directives.isIndented(line: line, info: info) {
          directives.readText(lines)
        } else if block.depth > 0 {
          directives.readNested(lines, info: info)
        }
      case .html:
        if block.depth == 0 { regions.read(line: line) }
        directives.readHTML(lines)
        readPictures(lines, html: block.html)
      case .paragraph, .heading:
        directives.readText(lines)
        teaching.readText(lines)
        readPictures(lines, block.links.filter(\.isImage))
        readPictures(lines, html: block.html)
        let links = block.links.filter { !$0.isImage && $0.url.hasPrefix("run:") }
        guard !links.isEmpty || !proseParameters.isEmpty else { continue }
        let place = bytes(ofLines: lines)
        parameters += proseParameters.findings(in: source.bytes[place])
        readLinks(place, links, block.html)
      default: break
      }
    }
    directives.finish()
    regions.finish(directives.directives, matcher)
    parts = teaching.finish(regions.regions, directives.directives)
    diagnostics += teaching.diagnostics
    runLinks = outsideOfRegions(runLinks, at: \.range.lowerBound)
    pictures = outsideOfRegions(pictures, at: \.range.lowerBound)
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

  /// libcmark says which pictures there are, the scanner where they stand; where the two disagree, the
  /// paragraph's first line stands for the place.
  private mutating func readPictures(_ lines: ClosedRange<Int>, _ images: [InlineLink]) {
    if images.isEmpty { return }
    let places = PictureScanner.places(in: source.bytes[bytes(ofLines: lines)])
    let first = source.trimmed(source.contentRange(ofLine: lines.lowerBound))
    for (number, image) in images.enumerated() {
      let place = places.count == images.count ? places[number] : (range: first, attributes: nil)
      pictures.append(
        PictureLink(
          address: image.url, text: image.text, isDecorative: false, range: place.range,
          attributes: place.attributes))
    }
  }

  /// Pictures in an author's HTML stand where their addresses do.
  private mutating func readPictures(_ lines: ClosedRange<Int>, html: [String]) {
    let found = html.flatMap { HTMLPicture.all(in: $0) }
    if found.isEmpty { return }
    let first = source.trimmed(source.contentRange(ofLine: lines.lowerBound))
    // Each is looked for behind the one before it.
    var rest = source.bytes[bytes(ofLines: lines)]
    for picture in found {
      let place = rest.firstRange(of: Array(picture.address.utf8))
      if let place { rest = rest[place.upperBound...] }
      pictures.append(
        PictureLink(
          address: picture.address, text: picture.alt ?? "", isDecorative: picture.alt == "",
          range: place ?? first, attributes: nil))
    }
  }

  /// libcmark says which links are real, the scanner where they stand.
  private mutating func readLinks(
    _ place: Range<Int>, _ links: [InlineLink], _ html: [String]
  ) {
    var wanted = links[...]
    var missed: [InlineLink] = []
    for link in RunLinkScanner(source.bytes[place], html: html).links {
      let fits = { (wanted: InlineLink) in wanted.url == "run:" + link.target }
      guard
        let match = wanted.firstIndex(where: { fits($0) && $0.text == link.text })
          ?? wanted.firstIndex(where: fits)
      else { continue }
      runLinks.append(link)
      missed += wanted[..<match]
      wanted = wanted[(match + 1)...]
    }
    for link in missed + wanted { reportForm(link, in: place) }
  }

  /// A link to a number that has no text to be filled in, such as one by reference.
  private mutating func reportForm(_ link: InlineLink, in paragraph: Range<Int>) {
    let place = source.bytes[paragraph].firstRange(of: Array("[\(link.text)]".utf8))
    let line = source.position(at: paragraph.lowerBound).line
    diagnostics.append(
      Diagnostic(
        .warning, code: "run-link-form",
        at: place ?? source.trimmed(source.contentRange(ofLine: line)),
        Message(
          "the number tied to '\(link.url)' can't be filled in here",
          pt: "o número ligado a '\(link.url)' não pode ser preenchido aqui"),
        hint: Message(
          "write it as [\(link.text)](\(link.url))",
          pt: "escreva-o como [\(link.text)](\(link.url))")))
  }
}
