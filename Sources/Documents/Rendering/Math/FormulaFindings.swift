internal import CommonMark
public import Diagnostics
public import Notebooks

extension Notebook {
  /// Findings with those about formulas that a page shows as their source, and about labels, each in its
  /// place. Only notes: such a lesson runs, and its page says nothing wrong.
  public func withFormulas(_ findings: [Diagnostic]) -> [Diagnostic] {
    var reader = FormulaReader(macros: formulaMacros)
    for cell in cells where cell.kind == .prose { reader.read(cell) }
    let all = findings + reader.diagnostics + reader.missing
    return all.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }.map(\.element)
  }
}

/// Reads a lesson's formulas as its page does, and keeps what is wrong with them.
private struct FormulaReader {
  private(set) var diagnostics: [Diagnostic] = []
  private var formulas: PageFormulas
  private var labels: Set<String> = []
  private var references: [(label: String, range: Range<Int>)] = []

  init(macros: [String: TeXMacro]) { formulas = PageFormulas(macros: macros, language: .english) }

  /// Links to formulas that aren't there.
  var missing: [Diagnostic] {
    references.filter { !labels.contains($0.label) }.map { label, range in
      FormulaMessage.label(
        "no formula has the label '\(label)'", "nenhuma fórmula tem o rótulo '\(label)'", at: range)
    }
  }

  mutating func read(_ cell: Cell) {
    let sources = FormulaSpans.sources(in: String(decoding: cell.bytes, as: UTF8.self))
    guard !sources.isEmpty else { return }
    let bytes = Array(cell.bytes)
    var places = FormulaPlaces(bytes)
    for source in sources {
      let start = places.next(source)
      read(source) { range in
        guard let start else { return cell.range.lowerBound..<cell.range.lowerBound }
        let first = Self.place(of: range.lowerBound, from: start, in: bytes)
        let last = Self.place(of: range.upperBound, from: start, in: bytes)
        return cell.range.lowerBound + first..<cell.range.lowerBound + last
      }
    }
  }

  private mutating func read(_ source: String, place: (Range<Int>) -> Range<Int>) {
    let all = place(0..<source.utf8.count)
    do throws(MathProblem) {
      let tree = try formulas.tree(of: source)
      references += tree.referenced.map { ($0, all) }
      for label in tree.tags.compactMap(\.label) where !labels.insert(label).inserted {
        diagnostics.append(
          FormulaMessage.label(
            "another formula has the label '\(label)' too",
            "outra fórmula também tem o rótulo '\(label)'", at: all))
      }
    } catch {
      diagnostics.append(FormulaMessage.diagnostic(error.kind, at: place(error.range)))
    }
  }

  /// The byte of a place in a formula, whose lines end with LF alone.
  private static func place(of offset: Int, from start: Int, in bytes: [UInt8]) -> Int {
    var place = start
    var left = offset
    while place < bytes.count, left > 0 {
      if bytes[place] != 0x0D { left -= 1 }
      place += 1
    }
    return place
  }
}
