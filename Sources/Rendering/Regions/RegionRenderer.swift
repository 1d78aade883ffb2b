public import Diagnostics
public import Notebooks
public import RunRecords

/// The outputs of a directive as the Markdown of its region (GFM), and its figures as files.
///
/// No time, duration, host or absolute path ever stands in them.
public struct RegionRenderer: Sendable {
  /// The notebook's file name without its extension; figures are in `NAME.files/`.
  public var lessonName: String
  public var language: Language

  public init(lessonName: String, language: Language) {
    self.lessonName = lessonName
    self.language = language
  }

  /// The region of a step; its body is empty where the step shows nothing.
  public func region(of step: StepRecord) -> RenderedRegion {
    var blocks = step.shownOutputs.flatMap { self.blocks(of: $0, in: step) }
    if !blocks.isEmpty, let caption = step.caption { blocks.append(MarkdownText.emphasis(caption)) }
    let body = blocks.filter { !$0.isEmpty }.joined(separator: "\n\n")
    return RenderedRegion(
      id: step.id, key: step.key,
      body: step.cellTags.foldsOutput ? Fold.markdown(body, in: language) : body)
  }

  /// The figures of a step, with paths relative to the notebook's folder.
  public func figures(of step: StepRecord) -> [RenderedFile] {
    step.shownOutputs.compactMap { output in
      guard case .figure(let figure) = output else { return nil }
      return RenderedFile(
        path: path(of: figure, in: step),
        bytes: SVGRenderer(language: language).file(figure).bytes)
    }
  }

  private func path(of figure: FigureOutput, in step: StepRecord) -> String {
    FigureFile.path(lesson: lessonName, step: step.id, output: figure.name)
  }

  private func blocks(of output: Output, in step: StepRecord) -> [String] {
    switch output {
    case .text(let output): [MarkdownText.fence(output.text)]
    case .table(let output): MarkdownTable.blocks(TextTable(output, in: language))
    case .metrics(let output): MarkdownTable.blocks(TextTable(output, in: language))
    case .history(let output): MarkdownTable.blocks(TextTable(output, in: language))
    case .figure(let output): image(output, in: step)
    case .error(let output): [quotation(output)]
    }
  }

  private func image(_ output: FigureOutput, in step: StepRecord) -> [String] {
    let address = MarkdownAddress.address(ofPath: path(of: output, in: step))
    return ["![\(MarkdownText.inline(output.alt))](\(address))"]
      + (output.caption.map { [MarkdownText.emphasis($0)] } ?? [])
  }

  private func quotation(_ error: ErrorOutput) -> String {
    let code = FigureFile.component(error.code)
    let lines = PlainCharacters.lines(error.message).map(MarkdownText.block)
    return (["**\(Words.error.text(in: language))** `\(code)`", ""] + lines)
      .map { $0.isEmpty ? ">" : "> " + $0 }.joined(separator: "\n")
  }
}
