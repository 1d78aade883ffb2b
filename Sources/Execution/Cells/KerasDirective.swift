internal import Cells
internal import Diagnostics
internal import KerasNotation
internal import Notebooks

/// `.keras`: a cell in Keras notation, which shares its variables with all other such cells.
enum KerasDirective: DirectiveKind {
  static let name = "keras"
  static let body = DirectiveSyntax.Body.notation
  static let purpose = Message(
    "runs a cell in the part of Python that Keras lessons use",
    pt: "executa uma célula na parte de Python que lições de Keras usam")
  static let options: [OptionSpec] = []

  static func plan(_ planner: inout StepPlanner) -> (any Step)? {
    let directive = planner.directive
    let notation = NotationReader(offset: { directive.sourceOffset(ofBodyUTF8: $0) })
    let module: Module
    do {
      module = try parseModule(directive.body)
    } catch {
      planner.report(notation.syntax(error, at: notation.place(error.range)))
      return nil
    }
    for finding in MagicCheck.findings(in: module, notation) { planner.report(finding) }
    for finding in FigureFileCheck.findings(in: module, notation) { planner.report(finding) }
    let source = CellSource(directive, module)
    let step = KerasStep(cell: source, earlier: planner.context.cells)
    planner.context.cells.append(source)
    planner.define(.other)
    return step
  }
}

/// A cell as it was read.
struct CellSource: Sendable {
  let id: String
  let module: Module
  /// The code without comments and empty lines: what its key is made of.
  let code: String
  /// The global names that the cell mentions.
  let names: Set<String>
  /// Those that it binds.
  let bound: Set<String>
  private let firstLines: [Int]
  private let directive: Directive

  init(_ directive: Directive, _ module: Module) {
    id = directive.id
    self.module = module
    self.directive = directive
    let bytes = Array(directive.body.utf8)
    code = Self.code(bytes, without: module.trivia)
    names = CellNames.mentioned(in: module)
    bound = ProgramNames.bound(in: module)
    firstLines = [0] + bytes.indices.filter { bytes[$0] == 10 }.map { $0 + 1 }
  }

  /// Whether a semicolon ends the cell, which hides its value.
  var endsQuietly: Bool { code.hasSuffix(";") }

  /// The lines of the fence in the notebook.
  var lines: ClosedRange<Int> { directive.lines }

  /// The notebook's line of an offset in the cell, from 1.
  func line(of offset: Int) -> Int {
    let row = firstLines.partitioningIndex { $0 > offset }
    return directive.lines.lowerBound + row
  }

  /// The notebook's bytes of a place in the cell.
  func place(_ range: Range<Int>) -> Range<Int> { directive.sourceRange(ofBodyUTF8: range) }

  private static func code(_ bytes: [UInt8], without trivia: [Trivia]) -> String {
    var kept: [UInt8] = []
    var place = 0
    for item in trivia where item.range.lowerBound >= place {
      kept += bytes[place..<item.range.lowerBound]
      place = min(item.range.upperBound, bytes.count)
    }
    kept += bytes[min(place, bytes.count)...]
    return String(decoding: kept, as: UTF8.self)
      .split(separator: "\n").map { line in
        String(line.reversed().drop { $0 == " " || $0 == "\t" || $0 == "\r" }.reversed())
      }
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

extension Array where Element == Int {
  /// The first place whose element fulfills what no element before it does.
  fileprivate func partitioningIndex(_ isBehind: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
