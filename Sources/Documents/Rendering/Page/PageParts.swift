internal import Diagnostics
internal import Notebooks
internal import Words

/// Where exercises and solutions begin and end on a page.
struct PageParts {
  /// A place in the notebook, and the HTML that stands there in place of its bytes.
  struct Edge {
    /// The line that marks the edge; empty where nothing does.
    let range: Range<Int>
    let html: String
  }

  /// In the order of the notebook.
  private(set) var edges: [Edge] = []

  init(_ lesson: Lesson) {
    let notebook = lesson.notebook
    var exercises = 0
    let outputs = notebook.regionsByOwner
    var directives = notebook.directives[...]
    var open: [(end: Range<Int>, html: String)] = []
    for part in notebook.parts {
      while let (end, html) = open.last, end.lowerBound <= part.range.lowerBound {
        edges.append(Edge(range: end, html: html))
        open.removeLast()
      }
      if part.kind == .exercise { exercises += 1 }
      let start = part.range.lowerBound
      edges.append(
        Edge(
          range: part.markers.first ?? start..<start,
          html: Self.opening(part.kind, exercises, lesson.language)))
      directives = directives.drop { $0.range.lowerBound < start }
      let own = directives.first.flatMap { part.range.contains($0.range.lowerBound) ? $0 : nil }
      let region = own.flatMap { outputs[$0.id] }
      open.append((Self.end(of: part, region), Self.closing(part.kind)))
    }
    for (end, html) in open.reversed() { edges.append(Edge(range: end, html: html)) }
  }

  /// The closing line, or the place behind a fence and its outputs.
  private static func end(of part: TeachingPart, _ outputs: OutputRegion?) -> Range<Int> {
    if part.markers.count > 1, let last = part.markers.last { return last }
    let end = outputs.map { $0.isElsewhere ? 0 : $0.range.upperBound } ?? 0
    let place = max(part.range.upperBound, end)
    return place..<place
  }

  private static func opening(
    _ kind: TeachingPart.Kind, _ number: Int, _ language: Language
  ) -> String {
    switch kind {
    case .exercise:
      let name = "\(language.words.exercise) \(number)"
      return "<section class=\"exercise\" aria-label=\"\(name)\">\n"
        + "<p class=\"label\"><b>\(name)</b></p>\n"
    case .solution:
      return "<details class=\"fold solution\">\n"
        + "<summary>\(language.words.solution)</summary>\n"
    }
  }

  private static func closing(_ kind: TeachingPart.Kind) -> String {
    kind == .exercise ? "</section>\n" : "</details>\n"
  }
}
