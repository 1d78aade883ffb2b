internal import Digests
internal import Diagnostics
internal import JupyterNotebooks
internal import Notebooks
internal import RunRecords
internal import Words

/// A lesson's cells in order as HTML, and what the page around them needs to know.
struct PageBody {
  private(set) var contents: PageContents
  /// The first heading as an element, where the lesson begins with one.
  private(set) var title: String?
  private(set) var html = ""
  let pictures: PagePictures
  private let lesson: Lesson
  private let tasks: [String: TaskRecord]
  private let directives: [String: Directive]
  /// The directives that have a region.
  private let filled: Set<String>
  /// What numbers change in the prose that is still to come, the next one last.
  private var edits: [(range: Range<Int>, text: String)]
  /// Where exercises and solutions begin and end, from here on.
  private var edges: ArraySlice<PageParts.Edge>
  private var prose: ProseHTML

  init(_ lesson: Lesson) {
    self.lesson = lesson
    contents = PageContents(depth: lesson.notebook.frontMatter.contentsDepth)
    tasks = lesson.record.tasksByID
    directives = Dictionary(lesson.notebook.directives.map { ($0.id, $0) }) { first, _ in first }
    filled = Set(lesson.notebook.regions.compactMap(\.owner))
    edits = Self.edits(lesson)
    pictures = PagePictures(lesson)
    edges = PageParts(lesson).edges[...]
    prose = ProseHTML(
      definitions: Self.definitions(of: lesson.notebook), pictures: pictures,
      formulas: PageFormulas(
        macros: lesson.notebook.formulaMacros, language: lesson.language),
      lessons: lesson.linkedLessons, language: lesson.language)
    for cell in lesson.notebook.cells where cell.kind == .prose {
      let text = String(decoding: cell.bytes, as: UTF8.self)
      prose.expectFootnotes(of: CellProse.shown(text))
    }
    for cell in lesson.notebook.cells {
      while let edge = edges.first, edge.range.upperBound <= cell.range.lowerBound { add(edge) }
      add(cell)
    }
    while let edge = edges.first { add(edge) }
    html += prose.closeHTML() + prose.footnoteSection()
  }

  /// What the page's formulas are called.
  var references: FormulaReferences { prose.formulas.references }

  private mutating func add(_ cell: Cell) {
    switch cell.kind {
    case .byteOrderMark, .frontMatter: break
    case .prose: addProse(cell)
    case .directive(let index): add(lesson.notebook.directives[index])
    case .region(let index): add(lesson.notebook.regions[index])
    }
  }

  /// Begins or ends an exercise or a solution, and with it what an author's HTML left open.
  private mutating func add(_ edge: PageParts.Edge) {
    edges.removeFirst()
    html += prose.closeHTML() + edge.html
  }

  /// Prose between the edges in it.
  private mutating func addProse(_ cell: Cell) {
    var start = cell.range.lowerBound
    while let edge = edges.first, edge.range.lowerBound < cell.range.upperBound {
      addProse(start..<max(start, edge.range.lowerBound))
      add(edge)
      start = max(start, edge.range.upperBound)
    }
    addProse(start..<max(start, cell.range.upperBound))
  }

  private mutating func addProse(_ range: Range<Int>) {
    if range.isEmpty { return }
    var piece = prose.html(CellProse.shown(text(of: range)))
    if html.isEmpty, piece.hasPrefix("<h1"), let end = piece.firstRange(of: "</h1>\n") {
      title = String(piece[..<end.upperBound])
      piece = String(piece[end.upperBound...])
    }
    html += contents.collect(piece)
  }

  private mutating func add(_ directive: Directive) {
    let task = tasks[directive.id]
    html += DirectiveHTML(notebook: lesson.notebook, language: lesson.language)
      .html(of: directive, task: task)
    // Where the author moved the region, the outputs go there.
    guard let task, !filled.contains(directive.id) else { return }
    html += outputs(of: task, directive: directive)
  }

  private mutating func add(_ region: OutputRegion) {
    guard let owner = region.owner else { return }
    let directive = directives[owner]
    if let task = tasks[owner], !task.isLeftAlone {
      html += outputs(of: task, directive: directive)
    } else {
      addBody(of: region, owner, isStale: tasks[owner] == nil && !lesson.showsRegions)
    }
  }

  /// Outputs that no run of this lesson gave: their Markdown as it stands.
  private mutating func addBody(of region: OutputRegion, _ owner: String, isStale: Bool) {
    let tags = directives[owner]?.cellTags ?? CellTags([])
    guard tags.showsOutput else { return }
    let language = lesson.language
    let words = language.words.stale
    let label = isStale ? "<p class=\"label\"><i>\(words)</i></p>\n" : ""
    let body = prose.html(ofOutput: Fold.unfolded(region.body, in: language) ?? region.body)
    html +=
      "<section class=\"output\" id=\"\(OutputHTML.anchor(of: owner))\">\n\(label)"
      + (tags.foldsOutput ? Fold.html(body, language.words.outputs) : body)
      + "</section>\n"
  }

  private func outputs(of task: TaskRecord, directive: Directive?) -> String {
    let isStale = directive.map { $0.sourceSHA256.description != task.sourceSHA256 } ?? true
    return OutputHTML(language: lesson.language).html(of: task, isStale: isStale)
  }

  /// The text of a range of prose with the run's numbers in it.
  private mutating func text(of part: Range<Int>) -> String {
    var bytes: [UInt8] = []
    var place = part.lowerBound
    while let (range, words) = edits.last, range.lowerBound < part.upperBound {
      edits.removeLast()
      guard range.lowerBound >= place, range.upperBound <= part.upperBound else { continue }
      bytes += lesson.notebook.source.bytes[place..<range.lowerBound]
      bytes += Array(words.utf8)
      place = range.upperBound
    }
    bytes += lesson.notebook.source.bytes[place..<part.upperBound]
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What the numbers in prose change, the last one first. A page does without the titles that give
  /// numbers' forms, of those too that no run fills here.
  private static func edits(_ lesson: Lesson) -> [(range: Range<Int>, text: String)] {
    let filled = Set(lesson.links.map(\.link))
    let untitled = lesson.notebook.runLinks.compactMap {
      link -> (range: Range<Int>, text: String)? in
      guard !filled.contains(link), let form = link.form, let place = link.formRange,
        NumberForm(form, in: lesson.language) != nil
      else { return nil }
      return (place, "")
    }
    return (lesson.links.flatMap(\.readerEdits) + untitled)
      .sorted { $0.range.lowerBound > $1.range.lowerBound }
  }

  /// Lines that look like link reference definitions: a cell may use another's.
  private static func definitions(of notebook: Notebook) -> String {
    notebook.cells.filter { $0.kind == .prose }.flatMap { cell in
      cell.bytes.split { $0 == 0x0A || $0 == 0x0D }
        .map { String(decoding: $0, as: UTF8.self) }
        .filter { $0.hasPrefix("[") && !$0.hasPrefix("[^") && $0.contains("]:") }
    }.joined(separator: "\n")
  }
}
