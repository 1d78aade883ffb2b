public import Diagnostics
public import Notebooks

/// A Python script that is run or looked through: its text, the Markdown that it stands for, and the
/// way from one to the other.
public struct ScriptLesson: Sendable {
  /// The script's path and bytes, where findings are placed.
  public let source: SourceText
  /// The script's cells as a notebook of Caderno; its source is never on disk.
  public let notebook: Notebook
  private let program: ScriptProgram
  private let form: MarkdownForm
  /// Where each line of each cell's source begins.
  private let lineStarts: [[Int]]

  /// - Parameters:
  ///   - name: the file's name without its extension.
  ///   - vocabulary: the directives that exist; `.keras` always counts as one.
  public init(_ source: SourceText, name: String, vocabulary: DirectiveVocabulary) {
    self.source = source
    program = ScriptProgram(String(decoding: source.bytes, as: UTF8.self))
    lineStarts = program.notebook.cells.map { cell in
      let ends = cell.source.utf8.enumerated().filter { $0.element == UInt8(ascii: "\n") }
      return [0] + ends.map { $0.offset + 1 }
    }
    form = MarkdownForm(program.notebook, name: name, vocabulary: vocabulary)
    notebook = Notebook(
      source: SourceText(file: source.file, bytes: Array(form.text.utf8)),
      vocabulary: vocabulary.withKeras)
  }

  /// The script's line for each line of the notebook that comes from one; both count from 1.
  public var lines: [Int: Int] {
    var lines: [Int: Int] = [:]
    for (index, start) in notebook.source.lineStarts.enumerated() {
      if let place = place(of: start) { lines[index + 1] = place.line }
    }
    return lines
  }

  /// A finding in `notebook` with its place in the script.
  public func located(_ diagnostic: Diagnostic) -> Diagnostic {
    var located = diagnostic
    let start = offset(of: diagnostic.range.lowerBound)
    located.range = start..<max(start, offset(of: diagnostic.range.upperBound))
    return located
  }

  private func offset(of markdown: Int) -> Int {
    guard let (line, column) = place(of: markdown),
      source.lineStarts.indices.contains(line - 1)
    else { return 0 }
    return min(source.lineStarts[line - 1] + column, source.bytes.count)
  }

  /// The script's line, from 1, and the byte in it. Cost: O(log lines).
  private func place(of markdown: Int) -> (line: Int, column: Int)? {
    guard let (cell, offset) = form.origin(of: markdown) else { return nil }
    let starts = lineStarts[cell]
    var (line, end) = (0, starts.count)
    while end - line > 1 {
      let middle = (line + end) / 2
      if starts[middle] <= offset { line = middle } else { end = middle }
    }
    return (program.firstLines[cell] + line, offset - starts[line])
  }
}
