internal import PythonRuntime
internal import Diagnostics
internal import PythonSyntax
internal import Notebooks

/// `.keras`: a cell in Keras notation, which shares its variables with all other such cells.
enum KerasDirective: DirectiveKind {
  static let name = "keras"
  static let body = DirectiveSyntax.Body.notation
  static let purpose = Message(
    "runs a cell in the part of Python that Keras lessons use",
    pt: "executa uma célula na parte de Python que lições de Keras usam")
  static let options: [OptionSpec] = []

  static func plan(_ planner: inout TaskPlanner) -> (any DirectiveTask)? {
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
    for spelling in OldSpelling.all(in: module) where planner.context.isNew(spelling) {
      planner.report(
        Diagnostic(
          .note, code: "old-spelling", at: notation.place(spelling.range), spelling.note))
    }
    let source = CellSource(
      directive,
      InjectedParameters.remaining(module, directive, Set(planner.context.parameters.keys)))
    for finding in ParameterCheck.findings(source, planner.context) { planner.report(finding) }
    planner.context.add(source)
    planner.define(
      .other, publishing: PublishedValues(scalars: planner.context.variables(of: source)))
    return KerasTask(cell: source)
  }
}

/// A cell as it was read.
struct CellSource: Sendable {
  let id: String
  let module: Module
  /// The code without comments, empty lines and blanks: what its key is made of.
  let code: String
  /// The global names that the cell mentions.
  let names: Set<String>
  /// Those that it binds.
  let bound: Set<String>
  /// The data sets that its code names.
  let mentionedData: [String]
  /// Whether it reads what Jupyter keeps of earlier cells, such as `_` and `Out`.
  let readsHistory: Bool
  /// The cell as it is written.
  let source: String
  private let firstLines: [Int]
  private let directive: Directive

  init(_ directive: Directive, _ module: Module) {
    id = directive.id
    self.module = module
    self.directive = directive
    let bytes = Array(directive.body.utf8)
    code = (try? significantText(of: directive.body)) ?? directive.body
    source = directive.body.hasSuffix("\n") ? String(directive.body.dropLast()) : directive.body
    readsHistory = CellHistory.isRead(in: module)
    names = CellNames.mentioned(in: module)
    bound = ProgramNames.bound(in: module).union(CellNames.declaredGlobal(in: module))
    mentionedData = MentionedData.names(in: module)
    firstLines = [0] + bytes.indices.filter { bytes[$0] == 10 }.map { $0 + 1 }
  }

  /// The cell as it is written, without its last line break.
  var text: String {
    directive.body.hasSuffix("\n") ? String(directive.body.dropLast()) : directive.body
  }

  /// Whether a semicolon ends the cell, which hides its value.
  var endsQuietly: Bool { code.last { $0 != "\n" && $0 != " " } == ";" }

  /// Whether the author expects it to fail, so that what it lacks is no fault of the lesson.
  var mayFail: Bool { directive.cellTags.contains(.mayFail) }

  /// The lines of the fence in the notebook.
  var lines: ClosedRange<Int> { directive.lines }

  /// The notebook's line of an offset in the cell, from 1.
  func line(of offset: Int) -> Int {
    let row = firstLines.partitioningIndex { $0 > offset }
    return directive.lines.lowerBound + row
  }

  /// The notebook's bytes of a line of the notebook that is in the cell, without the blanks around
  /// it; nil for other lines.
  func place(ofLine line: Int) -> Range<Int>? {
    let row = line - directive.lines.lowerBound - 1
    guard firstLines.indices.contains(row) else { return nil }
    let bytes = Array(directive.body.utf8)
    let isBlank = { (byte: UInt8) in [32, 9, 10, 13].contains(byte) }
    var (start, end) = (
      firstLines[row], row + 1 < firstLines.count ? firstLines[row + 1] : bytes.count
    )
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return place(start..<end)
  }

  /// A line of the notebook that is in the cell, without its line break; nil for other lines.
  func text(ofLine line: Int) -> String? {
    let row = line - directive.lines.lowerBound - 1
    guard firstLines.indices.contains(row) else { return nil }
    let rest = directive.body.utf8.dropFirst(firstLines[row])
    return String(decoding: rest.prefix { $0 != 10 && $0 != 13 }, as: UTF8.self)
  }

  /// The byte of an offset in its line, from 0.
  func column(of offset: Int) -> Int {
    offset - firstLines[max(0, firstLines.partitioningIndex { $0 > offset } - 1)]
  }

  /// The notebook's bytes of a place in the cell.
  func place(_ range: Range<Int>) -> Range<Int> { directive.sourceRange(ofBodyUTF8: range) }
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
