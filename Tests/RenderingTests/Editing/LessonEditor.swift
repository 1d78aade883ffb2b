import Foundation
import TestSupport

/// Somebody who writes a lesson and edits it: cells, their names and options, prose between them.
struct LessonEditor {
  /// What can be done to a lesson.
  enum Edit: CaseIterable {
    case insert, delete, swap, duplicate, rename, changeNumber, changeOption, move
    case deleteFence, deleteOutputs, swapFences, moveOutputs, copyOutputs
    case addProse, deleteProse, addBlankLine, deleteBlankLine, takeName, leaveClass, cutLastNewline
  }

  private(set) var pieces: [LessonPiece] = []
  private var random: SplitMix
  private var names = 0
  private let ending: String
  /// Whether there are cells of Python, whose modules take long to make.
  private let runsPython: Bool

  init(seed: Int) {
    random = SplitMix(seed: UInt64(seed))
    runsPython = seed % 40 == 0
    ending = seed % 5 == 1 ? "\r\n" : "\n"
    let front = ["", "---\ntitle: T\n---\n\n", "\u{FEFF}", "---\ncaderno:\n  seed: 3\n---\n"]
    let head = "# Head\n\nIt is [7](run:fixed.value).\n\n"
    var text =
      (pick(front) ?? "") + head
      + "```yaml {.data #d}\ndataset: digits\nlimit: {train: 3, test: 1}\n```\n"
    text += "\n```yaml {.value #fixed}\nvalue: 5\n```\n"
    text = text.replacing("\n", with: ending)
    pieces = LessonPiece.pieces(of: text)
    for _ in 0..<number(5) + 1 { apply(.insert) }
  }

  /// The lesson's text.
  var text: String { pieces.map(\.text).joined() }

  /// Reads the lesson again after a run.
  mutating func read(_ text: String) { pieces = LessonPiece.pieces(of: text) }

  /// Whether something is to happen, once in so many times.
  mutating func happens(onceIn count: Int) -> Bool { number(count) == 0 }

  mutating func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

  /// After how many directives the next run is interrupted; nil for the most.
  var interruption: Int? { mutating get { happens(onceIn: 4) ? number(4) : nil } }

  /// An edit of any kind.
  mutating func edit() { if let edit = pick(Edit.allCases) { apply(edit) } }

  mutating func apply(_ edit: Edit) {
    switch edit {
    case .insert: insert(newCell())
    case .delete: takeOut { $0.kind == .cell }
    case .swap: swapCells { $0.swapAt($1, $2) }
    case .swapFences: swapCells(Self.swapFences)
    case .duplicate: duplicate()
    case .rename: changeInfo(Self.renamed)
    case .takeName: takeName()
    case .changeNumber: changeNumber()
    case .changeOption: changeInfo(Self.optionToggled)
    case .leaveClass: leaveClass()
    case .move: if let piece = takeOut({ $0.kind == .cell }) { insert(piece) }
    case .deleteFence: deleteFence()
    case .deleteOutputs: changeCell { $0.lines.removeSubrange($0.fence...) }
    case .moveOutputs: moveOutputs(leaves: false)
    case .copyOutputs: moveOutputs(leaves: true)
    case .addProse: insert(LessonPiece(kind: .prose, lines: [(pick(Self.prose) ?? "") + ending]))
    case .deleteProse: takeOut { $0.kind == .prose }
    case .addBlankLine: addBlankLine()
    case .deleteBlankLine: deleteBlankLine()
    case .cutLastNewline: if let last = pieces.popLast() { pieces.append(last.withoutEnding) }
    }
  }

  private static let prose = [
    "Some prose.", "", "", "- a list\n- of two", "<!-- a comment -->", "> a quotation",
    "## Heading",
    "| a |\n| - |\n| 1 |", "1. one\n\n   ```yaml {.value}\n   value: 1\n   ```",
    "```text\n{.value}\n```", "a\n\n\n\nb", "<!-- cell id=x -->", "***",
  ]
}

// MARK: - Cells

extension LessonEditor {
  private mutating func newCell() -> LessonPiece {
    let name = happens(onceIn: 2) ? " #\(newName())" : ""
    let count = number(90) + 1
    let texts =
      [
        "```yaml {.value\(name)}\nvalue: \(count)\n```\n",
        "~~~ {.value\(name) value=\(count)}\n~~~\n",
        "```yaml {.value\(name)}\nvalue: \(count)\n```\n",
        "```python {.model\(name) summary=true}\nFlatten(input_shape=(2, 2, 1))\nDense(\(count))\n```\n",
        "```yaml {.figure\(name)}\nkind: samples\ndata: d\ncount: \(count % 2 + 1)\n```\n",
      ] + (runsPython ? ["```python {.keras\(name)}\nprint(\(count))\n\(count)\n```\n"] : [])
    let text = (pick(texts) ?? texts[0]).replacing("\n", with: ending)
    return LessonPiece.pieces(of: text)[0]
  }

  private mutating func newName() -> String {
    names += 1
    // Names that unnamed cells have too.
    return happens(onceIn: 4) ? "value-\(names)" : "n\(names)"
  }

  /// The cells that may be edited: all but the two that others refer to.
  private func cells(where fits: (LessonPiece) -> Bool = { _ in true }) -> [Int] {
    pieces.indices.filter { index in
      let piece = pieces[index]
      guard piece.kind == .cell else { return fits(piece) }
      return !piece.lines[0].contains("#d}") && !piece.lines[0].contains("#fixed") && fits(piece)
    }
  }

  private mutating func insert(_ piece: LessonPiece) {
    // Behind the first two cells, on which others depend.
    let first = pieces.firstIndex { $0.kind == .cell && $0.lines[0].contains("#fixed") } ?? 0
    let place = first + 1 + number(pieces.count - first)
    let blank = LessonPiece(kind: .prose, lines: [ending])
    var new = [piece.withEnding(ending)]
    if happens(onceIn: 2) { new.insert(blank, at: 0) }
    if happens(onceIn: 2) { new.append(blank) }
    pieces[place - 1] = pieces[place - 1].withEnding(ending)
    pieces.insert(contentsOf: new, at: place)
  }

  @discardableResult
  private mutating func takeOut(_ fits: (LessonPiece) -> Bool) -> LessonPiece? {
    let first = pieces.firstIndex { $0.kind == .cell && $0.lines[0].contains("#fixed") } ?? 0
    guard let place = pick(cells(where: fits).filter { $0 > first }) else { return nil }
    return pieces.remove(at: place)
  }

  private mutating func swapCells(_ swap: (inout [LessonPiece], Int, Int) -> Void) {
    let places = cells { $0.kind == .cell }
    guard let a = pick(places), let b = pick(places), a != b else { return }
    for place in [a, b] { pieces[place] = pieces[place].withEnding(ending) }
    swap(&pieces, a, b)
  }

  private static func swapFences(_ pieces: inout [LessonPiece], _ a: Int, _ b: Int) {
    let fences = [a, b].map { pieces[$0].lines.prefix(pieces[$0].fence) }
    for (place, fence) in zip([a, b], fences.reversed()) {
      pieces[place].lines.replaceSubrange(..<pieces[place].fence, with: fence)
      pieces[place].fence = fence.count
    }
  }

  private mutating func duplicate() {
    guard let place = pick(cells { $0.kind == .cell }) else { return }
    var copy = pieces[place]
    if let name = copy.name {
      copy.lines[0] = copy.lines[0].replacing("#\(name)", with: "#\(newName())")
    }
    insert(copy)
  }

  /// Gives another cell's name to a cell, and that one a new name.
  private mutating func takeName() {
    let places = cells { $0.kind == .cell }
    guard let a = pick(places), let b = pick(places), a != b, let name = pieces[a].name else {
      return
    }
    pieces[a].lines[0] = pieces[a].lines[0].replacing("#\(name)", with: "#\(newName())")
    pieces[b].lines[0] = Self.renamed(pieces[b].lines[0], to: name)
  }

  private mutating func changeInfo(_ change: (String, String) -> String) {
    let name = happens(onceIn: 2) ? newName() : ""
    changeCell { $0.lines[0] = change($0.lines[0], name) }
  }

  private mutating func changeCell(_ change: (inout LessonPiece) -> Void) {
    guard let place = pick(cells { $0.kind == .cell }) else { return }
    change(&pieces[place])
  }

  /// The first line of a fence with another name, or without one.
  private static func renamed(_ info: String, to name: String) -> String {
    let bare = info.replacing(/\ #[\w-]+/, with: "")
    return name.isEmpty ? bare : bare.replacing(/\{\.\w+/) { "\($0.output) #\(name)" }
  }

  private static func optionToggled(_ info: String, _ seed: String) -> String {
    let option = [" hide=output", " skip=true", " caption=Below"][seed.utf8.count % 3]
    if info.contains(option) { return info.replacing(option, with: "") }
    return info.replacing("}", with: "\(option)}")
  }

  private mutating func changeNumber() {
    let new = "\(number(90) + 1)"
    changeCell { piece in
      for line in 0..<piece.fence where !piece.lines[line].contains("#") {
        if piece.lines[line].contains("kind") || piece.lines[line].contains("count") { continue }
        piece.lines[line] = piece.lines[line].replacing(/(: |\()\d+/) { "\($0.output.1)\(new)" }
      }
    }
  }
}

// MARK: - Outputs and what stands around them

extension LessonEditor {
  /// Leaves the outputs behind.
  private mutating func deleteFence() {
    guard let place = pick(cells(where: \.hasOutputs)) else { return }
    pieces[place].lines.removeSubrange(..<pieces[place].fence)
    pieces[place].kind = .outputs
    pieces[place].fence = 0
  }

  /// Puts outputs elsewhere, or a copy of them.
  private mutating func moveOutputs(leaves: Bool) {
    guard let place = pick(cells(where: \.hasOutputs)) else { return }
    let outputs = Array(pieces[place].lines[pieces[place].fence...])
    if !leaves { pieces[place].lines.removeSubrange(pieces[place].fence...) }
    insert(LessonPiece(kind: .outputs, lines: outputs))
  }

  /// Makes of a directive something that is none.
  private mutating func leaveClass() {
    changeCell { $0.lines[0] = $0.lines[0].replacing("{.value", with: "{.note") }
  }

  private mutating func addBlankLine() {
    let ending = ending
    guard let place = pick(Array(pieces.indices)) else { return }
    pieces[place] = pieces[place].withEnding(ending)
    let end = pieces[place].lines.count
    let line = pieces[place].hasOutputs && happens(onceIn: 2) ? pieces[place].fence : end
    pieces[place].lines.insert(ending, at: line)
  }

  private mutating func deleteBlankLine() {
    guard let place = pick(Array(pieces.indices)) else { return }
    let piece = pieces[place]
    let line = piece.hasOutputs ? piece.fence : 0
    guard piece.lines.indices.contains(line), piece.lines[line] == ending else { return }
    pieces[place].lines.remove(at: line)
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.randomElement(using: &random)
  }
}
