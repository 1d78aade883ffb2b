public import Diagnostics
public import RunRecords
internal import Words

/// Outputs as text for a terminal: tables aligned, figures by their alternative text.
public struct PlainTextRenderer: Renderer {
  /// `txt`, for `--to` and as the extension.
  public static let name = "txt"
  /// Outputs without prose; a file that begins with a directive's name and kind is overwritten.
  public static let facts = RendererFacts(
    overwriting: .whereHeaded, hasFilesBeside: false, showsImages: false, showsRegions: false)

  /// A renderer without settings: all of the text follows from the lesson's record.
  public init() {}

  /// One file, `NAME.txt`, with an empty line between directives; it has no figures.
  public func files(for lesson: Lesson) -> [RenderedFile] {
    let tasks = lesson.record.tasks.map { task in
      self.text(of: task, in: lesson.language)
    }
    let whole = tasks.filter { !$0.isEmpty }.joined(separator: "\n")
    return [RenderedFile(path: lesson.name + ".txt", text: whole)]
  }

  /// One task's outputs under a line with its name; empty where it shows nothing.
  public func text(of task: TaskRecord, in language: Language) -> String {
    let blocks = task.shownOutputs.map { lines(of: $0, in: language) }.filter { !$0.isEmpty }
    guard !blocks.isEmpty else { return "" }
    let head = "[\(PlainCharacters.oneLine(task.id))] \(PlainCharacters.oneLine(task.kind))"
    let caption = task.caption.map { [PlainCharacters.oneLine($0)] } ?? []
    let body = (blocks + [caption]).filter { !$0.isEmpty }.joined(separator: [""])
    return ([head] + body.map { $0.isEmpty ? "" : "  " + $0 }).joined(separator: "\n") + "\n"
  }

  /// An output as lines of text.
  func lines(of output: Output, in language: Language) -> [String] {
    switch output {
    case .text(let output): lines(of: ReadableForm(output), in: language)
    case .table(let output): aligned(TextTable(output, in: language, withVolatile: true))
    case .metrics(let output): aligned(TextTable(output, in: language))
    case .history(let output): aligned(TextTable(output, in: language))
    case .figure(let output):
      ["(\(language.words.figure): \(PlainCharacters.oneLine(output.alt)))"]
        + (output.caption.map { [PlainCharacters.oneLine($0)] } ?? [])
    case .error(let output):
      ["\(language.words.error) [\(PlainCharacters.oneLine(output.code))]"]
        + PlainCharacters.lines(TerminalText.plain(output.fullMessage))
    }
  }

  private func lines(of form: ReadableForm, in language: Language) -> [String] {
    switch form {
    case .table(let table): aligned(table)
    case .markdown(let text): PlainCharacters.lines(text)
    case .picture: ["(\(language.words.figure))"]
    case .text(let text), .html(_, let text): PlainCharacters.lines(TerminalText.plain(text))
    }
  }

  private func aligned(_ table: TextTable) -> [String] {
    guard !table.columns.isEmpty else { return table.notes }
    let cells = ([table.columns.map(\.heading)] + table.rows).map {
      $0.map(PlainCharacters.oneLine)
    }
    let widths = table.columns.indices.map { column in
      cells.map { $0[column].count }.max() ?? 0
    }
    let lines = cells.map { row in
      let padded = row.indices.map { column in
        let blanks = String(repeating: " ", count: widths[column] - row[column].count)
        return table.columns[column].isNumeric ? blanks + row[column] : row[column] + blanks
      }
      let line = padded.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
    return [lines[0], rule] + lines.dropFirst() + table.notes.map(PlainCharacters.oneLine)
  }
}
