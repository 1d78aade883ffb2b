public import Diagnostics
public import Notebooks
public import RunRecords
internal import Words

/// The outputs of a directive as the Markdown of its region (GFM), and its figures as files.
///
/// No time, duration, host or absolute path ever stands in them.
public struct RegionRenderer: Sendable {
  /// The notebook's file name without its extension; figures are in `NAME.files/`.
  public var lessonName: String
  /// The language of headings and of numbers.
  public var language: Language

  /// A renderer for the regions of one lesson.
  public init(lessonName: String, language: Language) {
    self.lessonName = lessonName
    self.language = language
  }

  /// The region of a task; its body is empty where the task shows nothing.
  public func region(of task: TaskRecord) -> RenderedRegion {
    var blocks = task.shownOutputs.flatMap { self.blocks(of: $0, in: task) }
    if !blocks.isEmpty, let caption = task.caption { blocks.append(MarkdownText.emphasis(caption)) }
    let body = blocks.filter { !$0.isEmpty }.joined(separator: "\n\n")
    return RenderedRegion(
      id: task.id, key: task.key,
      body: task.cellTags.foldsOutput ? Fold.markdown(body, in: language) : body)
  }

  /// The figures of a task, with paths relative to the notebook's folder.
  public func figures(of task: TaskRecord) -> [RenderedFile] {
    task.shownOutputs.compactMap { output in
      if let picture = output.picture {
        return RenderedFile(
          path: path(of: output, picture.ending, in: task), bytes: picture.bytes)
      }
      guard case .figure(let figure) = output else { return nil }
      return RenderedFile(
        path: path(of: output, in: task),
        bytes: SVGRenderer(language: language).file(figure).bytes)
    }
  }

  private func path(of output: Output, _ ending: String = "svg", in task: TaskRecord) -> String {
    FigureFile.path(lesson: lessonName, task: task.id, output: output.name, ending)
  }

  private func blocks(of output: Output, in task: TaskRecord) -> [String] {
    switch output {
    case .text(let text): blocks(of: ReadableForm(text), of: output, in: task)
    case .table(let output): MarkdownTable.blocks(TextTable(output, in: language))
    case .metrics(let output): MarkdownTable.blocks(TextTable(output, in: language))
    case .history(let output): MarkdownTable.blocks(TextTable(output, in: language))
    case .figure(let figure):
      [image(path(of: output, in: task), alt: figure.alt)]
        + (figure.caption.map { [MarkdownText.emphasis($0)] } ?? [])
    case .error(let output): [quotation(output)]
    }
  }

  private func blocks(
    of form: ReadableForm, of output: Output, in task: TaskRecord
  ) -> [String] {
    switch form {
    case .table(let table): return MarkdownTable.blocks(table)
    case .markdown(let markdown): return [ShownMarkdown.block(markdown)]
    case .picture(let picture):
      let words = language.words.figure
      return [image(path(of: output, picture.ending, in: task), alt: words)]
    case .text(let text), .html(_, let text): return [MarkdownText.fence(TerminalText.plain(text))]
    }
  }

  private func image(_ path: String, alt: String) -> String {
    "![\(MarkdownText.inline(alt))](\(MarkdownAddress.address(ofPath: path)))"
  }

  private func quotation(_ error: ErrorOutput) -> String {
    let code = FigureFile.component(error.code)
    let lines = PlainCharacters.lines(TerminalText.plain(error.fullMessage)).map(MarkdownText.block)
    return (["**\(language.words.error)** `\(code)`", ""] + lines)
      .map { $0.isEmpty ? ">" : "> " + $0 }.joined(separator: "\n")
  }
}
