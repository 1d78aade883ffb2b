internal import JSON
internal import PythonSyntax

/// A Python script as the program that CPython runs, cell by cell.
///
/// All code is in a code cell, also what stands behind the comments of a `# %% [markdown]` cell; comments are
/// comments, magics in them too. A line `# %%` parts cells where it stands between two statements.
public struct ScriptProgram: Sendable {
  /// The cells that run, one behind the other, and the prose between them.
  public let notebook: JupyterNotebook
  /// The script's line, from 1, that each cell's source begins with.
  public let firstLines: [Int]

  /// - Parameter text: the script. Cost: linear.
  public init(_ text: String) {
    let script = ScriptText(text)
    let statements = StatementLines(script.lines)
    var builder = Builder(lines: script.lines, isCode: statements)
    var (kind, start, metadata) = (JupyterCell.Kind.code, 0, JSONObject())
    for (index, line) in script.lines.enumerated() where line.hasPrefix("#") {
      guard !statements.isInside(index), let marker = PercentMarker(line) else { continue }
      builder.add(kind, start..<index, metadata)
      (kind, start, metadata) = (marker.kind, index + 1, marker.metadata)
    }
    builder.add(kind, start..<script.lines.count, metadata)
    if let front = script.front {
      builder.cells.insert(FrontCell.cell(front.text), at: 0)
      builder.starts.insert(front.linesAbove - script.headerCount, at: 0)
    }
    for index in builder.cells.indices { builder.cells[index].id = MarkdownWriter.defaultID(index) }
    notebook = JupyterNotebook(metadata: NotebookMarker.python, cells: builder.cells)
    firstLines = builder.starts.map { $0 + script.headerCount + 1 }
  }

  private struct Builder {
    let lines: [String]
    let isCode: StatementLines
    var cells: [JupyterCell] = []
    var starts: [Int] = []

    /// Adds what stands between two markers: prose up to the first statement, and code.
    mutating func add(_ kind: JupyterCell.Kind, _ range: Range<Int>, _ metadata: JSONObject) {
      let range = trimmed(range)
      guard !range.isEmpty else { return }
      guard kind != .code else { return append(.code, range, lines[range], metadata) }
      if let (text, _) = ScriptText.quoted(lines[range]), isCode.count(in: range) <= 1 {
        return append(kind, range, [text.trimming("\n")], metadata)
      }
      let code = range.first { isCode.begins(at: $0) } ?? range.upperBound
      let prose = trimmed(range.lowerBound..<code)
      if !prose.isEmpty { append(kind, prose, ScriptText.uncommented(lines[prose]), metadata) }
      let rest = trimmed(code..<range.upperBound)
      if !rest.isEmpty { append(.code, rest, lines[rest], [:]) }
    }

    private mutating func append(
      _ kind: JupyterCell.Kind, _ range: Range<Int>, _ source: some Sequence<String>,
      _ metadata: JSONObject
    ) {
      cells.append(JupyterCell(kind, source: source.joined(separator: "\n"), metadata: metadata))
      starts.append(range.lowerBound)
    }

    /// Without the blank lines at both ends.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
      let isBlank = { (line: String) in line.allSatisfy(\.isWhitespace) }
      guard let first = range.first(where: { !isBlank(lines[$0]) }),
        let last = range.last(where: { !isBlank(lines[$0]) })
      else { return range.upperBound..<range.upperBound }
      return first..<last + 1
    }
  }
}

/// Which of a script's lines begin a statement, and which lie inside of one.
///
/// Where the script is no Python all of it is one statement, so that nothing of it is taken for prose.
private struct StatementLines {
  private var starts: [Bool]
  private var insides: [Bool]
  /// How many statements begin before each line.
  private var before: [Int] = [0]

  init(_ lines: [String]) {
    starts = Array(repeating: false, count: lines.count)
    insides = starts
    let source = lines.joined(separator: "\n") + "\n"
    do {
      var counter = LineNumbers(source)
      for statement in try parseModule(source).body {
        let first = counter.line(of: statement.start)
        let last = counter.line(of: max(statement.start, statement.range.upperBound - 1))
        starts[first] = true
        for line in first..<last { insides[line + 1] = true }
      }
    } catch {
      if !lines.isEmpty { starts[0] = true }
      for line in insides.indices.dropFirst() { insides[line] = true }
    }
    for isStart in starts { before.append((before.last ?? 0) + (isStart ? 1 : 0)) }
  }

  func begins(at line: Int) -> Bool { starts[line] || insides[line] }
  func isInside(_ line: Int) -> Bool { insides[line] }
  func count(in range: Range<Int>) -> Int { before[range.upperBound] - before[range.lowerBound] }
}

extension StatementNode {
  /// Where it begins, with its decorators and the sign before them.
  fileprivate var start: Int {
    let decorators =
      switch kind {
      case .function(let definition): definition.decorators
      case .class(let definition): definition.decorators
      default: [ExpressionNode]()
      }
    return decorators.first.map { $0.range.lowerBound - 1 } ?? range.lowerBound
  }
}

/// The lines of growing offsets in a text.
private struct LineNumbers {
  private let ends: [Int]
  private var current = 0

  init(_ text: String) {
    ends = text.utf8.enumerated().filter { $0.element == UInt8(ascii: "\n") }.map(\.offset)
  }

  /// - Parameter offset: at most a line's end before the last one asked for.
  mutating func line(of offset: Int) -> Int {
    while current < ends.count, ends[current] < offset { current += 1 }
    return current
  }
}
