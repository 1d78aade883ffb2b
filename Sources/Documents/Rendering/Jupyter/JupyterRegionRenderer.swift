internal import Diagnostics
internal import Digests
internal import JSON
internal import JupyterNotebooks
internal import Notebooks
internal import RunRecords
internal import Texts
internal import Words

/// A cell's Jupyter outputs as the Markdown of a region, and their images as files.
struct JupyterRegionRenderer {
  let lessonName: String
  let language: Language

  /// A region's body and the files that it refers to.
  struct Result {
    var body: String
    var files: [RenderedFile]
  }

  /// - Parameter caption: what stands below the outputs, where no figure among them has it.
  func region(
    of outputs: [JupyterOutput], id: String, caption: String? = nil, isFolded: Bool = false
  ) -> Result {
    let outputs = outputs.filter { JupyterOutputReader.caption(of: $0) == nil }
    var blocks: [String] = []
    var files: [RenderedFile] = []
    for (number, output) in JupyterOutputReader.joined(outputs).enumerated() {
      if let exact = JupyterOutputReader.exact(output) {
        let rendered = region(of: exact, id: id)
        blocks.append(rendered.body)
        files += rendered.files
      } else if let file = image(output, path: "\(FigureFile.component(id))-\(number + 1)") {
        let alt = MarkdownText.inline(Self.alt(output) ?? language.words.figure)
        blocks.append("![\(alt)](\(MarkdownAddress.address(ofPath: file.path)))")
        files.append(file)
      } else {
        blocks.append(block(output))
      }
    }
    if !blocks.isEmpty, let caption { blocks.append(MarkdownText.emphasis(caption)) }
    let body = blocks.filter { !$0.isEmpty }.joined(separator: "\n\n")
    return Result(body: isFolded ? Fold.markdown(body, in: language) : body, files: files)
  }

  private func region(of output: Output, id: String) -> Result {
    let task = TaskRecord(
      id: id, kind: "", sourceSHA256: "", lines: LineRange(1...1), key: "", outputs: [output])
    let renderer = RegionRenderer(lessonName: lessonName, language: language)
    return Result(body: renderer.region(of: task).body, files: renderer.figures(of: task))
  }

  private func block(_ output: JupyterOutput) -> String {
    switch output {
    case .stream(_, let text): return fence(text)
    case .error(let name, let value, let traceback):
      let text = traceback.isEmpty ? "\(name): \(value)" : traceback.joined(separator: "\n")
      return fence(text)
    case .result(_, let bundle), .display(let bundle):
      let forms = bundle.data.members.compactMap { member in
        bundle.text(member.name).map { (member.name, $0) }
      }
      let plain = bundle.text("text/plain") ?? ""
      switch ReadableForm(Dictionary(forms) { first, _ in first }, plain: plain) {
      case .table(let table): return MarkdownTable.blocks(table).joined(separator: "\n\n")
      case .markdown(let markdown): return ShownMarkdown.block(markdown)
      case .picture: return fence(plain)
      case .text(let text), .html(_, let text): return fence(text)
      }
    }
  }

  private func fence(_ text: String) -> String {
    let plain = TerminalText.plain(text)
    return plain.allSatisfy(\.isWhitespace) ? "" : MarkdownText.fence(plain)
  }

  /// The first image that a page can show.
  private func image(_ output: JupyterOutput, path: String) -> RenderedFile? {
    guard let bundle = output.bundle else { return nil }
    let start = "\(lessonName).files/\(path)"
    if let svg = bundle.text("image/svg+xml") {
      return RenderedFile(path: "\(start).svg", text: svg)
    }
    for (type, ending) in [("image/png", "png"), ("image/jpeg", "jpg"), ("image/gif", "gif")] {
      guard let text = bundle.text(type),
        let bytes = Base64.bytes(text.filter { !$0.isWhitespace })
      else { continue }
      return RenderedFile(path: "\(start).\(ending)", bytes: bytes)
    }
    return nil
  }

  /// What says best what an image shows: Matplotlib's own text says only its size.
  private static func alt(_ output: JupyterOutput) -> String? {
    guard let text = output.bundle?.text("text/plain"), !text.hasPrefix("<") else { return nil }
    return text
  }
}
