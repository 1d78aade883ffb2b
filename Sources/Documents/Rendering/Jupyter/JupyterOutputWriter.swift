public import Diagnostics
internal import JSON
public import JupyterNotebooks
public import RunRecords

/// Outputs of a task as a Jupyter notebook has them.
///
/// What is printed is a stream, a cell's value an `execute_result`; all else is shown in forms that
/// any viewer knows, beside the typed output itself (`mediaType`), which reads back exactly.
public struct JupyterOutputWriter: Sendable {
  /// The name in an output's metadata under which its task's key stands, or that it is the caption.
  static let metadataName = "caderno"
  /// The media type of an `Output` as JSON.
  public static let mediaType = "application/vnd.caderno.output+json"

  /// The language of headings and of numbers in what viewers show.
  public var language: Language

  /// A writer for the cells of lessons in a language.
  public init(language: Language) { self.language = language }

  /// The outputs that a reader is shown.
  ///
  /// The first one that has metadata says what key the task had.
  ///
  /// - Parameter count: the cell's execution count.
  public func outputs(of task: TaskRecord, count: Int?) -> [JupyterOutput] {
    var outputs = task.writtenOutputs.map { output(of: $0, count: count) }
    let metadata: JSONObject = [
      Self.metadataName: .object(["key": .string(task.key)])
    ]
    for index in outputs.indices where !task.key.isEmpty {
      guard var bundle = outputs[index].bundle else { continue }
      bundle.metadata = JSONObject(bundle.metadata.members + metadata.members)
      outputs[index] =
        if case .result = outputs[index] { .result(count: count, bundle) } else { .display(bundle) }
      break
    }
    return outputs + (task.caption(below: task.writtenOutputs).map { [caption($0)] } ?? [])
  }

  /// The words below a cell's outputs: no output of the task, as its metadata says.
  private func caption(_ text: String) -> JupyterOutput {
    .display(
      JupyterBundle(
        data: [
          "text/markdown": .string(MarkdownText.emphasis(text)), "text/plain": .string(text),
        ],
        metadata: [Self.metadataName: .object(["caption": .string(text)])]))
  }

  private func output(of output: Output, count: Int?) -> JupyterOutput {
    switch output {
    case .text(let text):
      // Further ones of a task have a number behind the name.
      let kind = text.name.split(separator: "-").first.map(String.init) ?? text.name
      if kind == "stdout" || kind == "stderr" { return .stream(name: kind, text: text.text) }
      if let shown = text.shown { return self.shown(output, shown, plain: text.text, count: count) }
      let bundle = JupyterBundle(data: ["text/plain": .string(text.text)])
      if kind == "value" { return .result(count: count, bundle) }
      if kind == "display" { return .display(bundle) }
      return display(output, plain: text.text)
    case .table(let table):
      if let shown = table.shown { return self.shown(output, shown, plain: nil, count: count) }
      return display(output, TextTable(table, in: language))
    case .metrics(let metrics): return display(output, TextTable(metrics, in: language))
    case .history(let history): return display(output, TextTable(history, in: language))
    case .figure(let figure):
      let file = SVGRenderer(language: language).file(figure)
      let svg = String(decoding: file.bytes, as: UTF8.self)
      var forms: JSONObject = ["image/svg+xml": .string(svg)]
      if let shown = figure.shown {
        return self.shown(output, shown, plain: figure.plain, forms: forms, count: count)
      }
      // Pages of nbconvert have no words for an SVG, and Jupyter shows none that it doesn't trust.
      let image = EmbeddedImage.html(file.bytes, alt: figure.alt, title: "", language: language)
      forms["text/html"] = .string(image + "\n")
      return display(output, plain: figure.plain, forms)
    case .error(let error):
      return .error(name: error.code, value: error.message, traceback: error.traceback)
    }
  }

  private func display(_ output: Output, _ table: TextTable) -> JupyterOutput {
    let plain = PlainTextRenderer().lines(of: output, in: language).joined(separator: "\n")
    return display(output, plain: plain, ["text/html": .string(Self.html(table))])
  }

  private func display(
    _ output: Output, plain: String, _ forms: JSONObject = [:]
  ) -> JupyterOutput {
    var data = forms
    data["text/plain"] = .string(plain)
    data[Self.mediaType] = JSONValue(json: output.json())
    return .display(JupyterBundle(data: data))
  }

  /// What a cell showed, in all the forms that it has.
  private func shown(
    _ output: Output, _ shown: ShownForms, plain: String?, forms: JSONObject = [:], count: Int?
  ) -> JupyterOutput {
    var data = forms
    if let plain { data["text/plain"] = .string(plain) }
    for (type, content) in shown.forms.sorted(by: { $0.key < $1.key }) {
      let value = JupyterBundle.isJSON(type) ? JSONValue(json: Array(content.utf8)) : nil
      data[type] = value ?? .string(content)
    }
    data[Self.mediaType] = JSONValue(json: output.json())
    let metadata = shown.metadata.flatMap { JSONValue(json: Array($0.utf8))?.object }
    let bundle = JupyterBundle(data: data, metadata: metadata ?? [:])
    return shown.isResult ? .result(count: count, bundle) : .display(bundle)
  }

  private static func html(_ table: TextTable) -> String {
    let head = table.columns.map { "<th>\(Escaping.line($0.heading))</th>" }.joined()
    let rows = table.rows.map { row in
      "<tr>\(row.map { "<td>\(Escaping.line($0))</td>" }.joined())</tr>\n"
    }
    let notes = table.notes.map { "<p>\(Escaping.line($0))</p>\n" }.joined()
    return "<table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n\(rows.joined())</tbody>\n</table>\n"
      + notes
  }
}

extension ErrorOutput {
  /// What a Jupyter notebook shows of it: its own words, since no stack of Python's stands behind it.
  var traceback: [String] { PlainCharacters.lines("\(code): \(fullMessage)") }
}
