import Diagnostics
import Foundation
import Notebooks

/// Series of edits, and what must be true of a lesson after each of them.
struct EditSeries {
  /// What went wrong; nil where nothing did.
  private(set) var fault: String?
  /// Whether the lesson had no errors at its end, so that the law says something of it.
  private(set) var isRunnable = false
  /// Whether outputs of a named cell stood elsewhere than behind it, and had to stay there.
  private(set) var hasElsewhere = false

  /// The seeds of a tenth of the series: `CADERNO_SERIES` asks for more than 2,000,
  /// `CADERNO_FIRST_SERIES` for others.
  static func seeds(_ part: Int) -> Range<Int> {
    func setting(_ name: String, _ usual: Int) -> Int {
      ProcessInfo.processInfo.environment[name].flatMap(Int.init) ?? usual
    }
    let count = setting("CADERNO_SERIES", 2000) / 10
    let first = setting("CADERNO_FIRST_SERIES", 0) + part * count
    return first..<first + count
  }

  /// - Parameter slip: how many fences off a planted fault looks.
  init(seed: Int, _ results: KeptResults, slip: Int = 0) throws {
    var editor = LessonEditor(seed: seed)
    var disk = LessonDisk(bytes: Array(editor.text.utf8))
    var seen = ShownFigures()
    for _ in 0..<editor.number(3) + 1 {
      if let new = try disk.run(results, stoppingAfter: editor.interruption) {
        disk = new
        fault = fault ?? seen.misled(by: disk)
        editor.read(disk.text)
      }
      for _ in 0..<editor.number(4) + 1 { editor.edit() }
      disk.bytes = Array(editor.text.utf8)
      fault = fault ?? Self.misplaced(editor.pieces, disk.notebook(slip: slip))
    }
    guard let outputs = try disk.run(results) else { return }
    isRunnable = true
    let clean = try disk.cleaned().run(results)
    hasElsewhere = disk.notebook().regions.contains(where: \.isElsewhere)
    // But for outputs that stand elsewhere, which stay there, with the empty lines around them.
    let home = hasElsewhere ? try outputs.cleaned().run(results) : outputs
    let isSame =
      hasElsewhere ? home?.withoutEmptyLines == clean?.withoutEmptyLines : home == clean
    let shownIDs = Set((home ?? outputs).notebook().regions.compactMap(\.owner))
    let places = [disk, outputs].map { Self.places($0.notebook(), of: shownIDs) }
    if !isSame || places[0] != places[1] {
      fault = fault ?? Self.difference(disk, outputs, clean ?? disk)
    }
    if seed % 4 == 0, try outputs.run(results) != outputs {
      fault = fault ?? "running again changes it"
    }
    let shown = Set(outputs.notebook().regions.flatMap(\.figureFiles))
    if shown != Set(outputs.figures.keys) {
      fault = fault ?? "figures \(outputs.figures.keys.sorted()), shown \(shown.sorted())"
    }
  }

  /// Outputs that stand below a cell belong to that cell, whatever was done to others.
  private static func misplaced(_ pieces: [LessonPiece], _ notebook: Notebook) -> String? {
    var offset = 0
    for (index, piece) in pieces.enumerated() {
      let range = offset..<offset + piece.text.utf8.count
      offset = range.upperBound
      let isAlone = pieces.dropFirst(index + 1).first { !$0.isBlank }?.kind != .outputs
      guard piece.hasOutputs, isAlone,
        let directive = notebook.directives.first(where: { range.contains($0.range.lowerBound) }),
        let region = notebook.regions.first(where: { range.contains($0.range.lowerBound) }),
        region.owner != directive.id
      else { continue }
      return "the outputs below '\(directive.id)' belong to '\(region.owner ?? "-")'\n"
        + String(decoding: notebook.source.bytes, as: UTF8.self)
    }
    return nil
  }

  /// Cells, and those of their outputs that stand elsewhere, in their order.
  private static func places(_ notebook: Notebook, of ids: Set<String>) -> [String] {
    let cells = notebook.directives.map { ($0.range.lowerBound, $0.id) }
    let outputs = notebook.regions.filter { $0.isElsewhere && ids.contains($0.owner ?? "") }
      .map { ($0.range.lowerBound, "outputs of \($0.owner ?? "")") }
    return (cells + outputs).sorted { $0.0 < $1.0 }.map(\.1)
  }

  private static func difference(
    _ before: LessonDisk, _ a: LessonDisk, _ b: LessonDisk
  ) -> String {
    """
    -- before
    \(before.text.debugDescription)
    -- run \(a.figures.keys.sorted())
    \(a.text.debugDescription)
    -- clean, run \(b.figures.keys.sorted())
    \(b.text.debugDescription)
    """
  }
}

/// The figures that outputs were seen with, by the outputs' keys: they never become others.
private struct ShownFigures {
  private var figures: [String: [[UInt8]?]] = [:]

  /// Outputs with other figures than they were made with, as after a run that was interrupted.
  mutating func misled(by disk: LessonDisk) -> String? {
    for region in disk.notebook().regions {
      let now = region.figureFiles.map { disk.figures[$0] }
      let before = figures.updateValue(now, forKey: region.key)
      if let before, before != now { return "'\(region.owner ?? "-")' shows another's figure" }
    }
    return nil
  }
}

extension LessonPiece {
  fileprivate var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
}
