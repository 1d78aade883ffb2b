internal import Digests
public import JupyterNotebooks
public import RunRecords

/// A cell's Jupyter outputs as typed outputs.
///
/// Those that Caderno wrote read back exactly. Of others, what was printed and shown as text becomes
/// text, an error an error, and an image a text with its digest: enough to tell whether it changed.
public enum JupyterOutputReader {
  /// The typed outputs, in order; names are unique.
  public static func outputs(_ outputs: [JupyterOutput]) -> [Output] {
    var result: [Output] = []
    var names: [String: Int] = [:]
    for output in joined(outputs) where caption(of: output) == nil {
      var typed = self.output(output)
      names[typed.name, default: 0] += 1
      if let count = names[typed.name], count > 1, case .text(var text) = typed {
        text.name += "-\(count)"
        typed = .text(text)
      }
      result.append(typed)
    }
    return result
  }

  /// Whether an output is exactly one of Caderno's types; streams are, what came as a picture isn't.
  public static func isTyped(_ output: JupyterOutput) -> Bool {
    switch output {
    case .stream: true
    case .error: false
    case .result, .display: exact(output) != nil || caption(of: output) != nil
    }
  }

  /// The words that Caderno wrote below a cell's outputs; nil where there are none.
  static func caption(of outputs: [JupyterOutput]) -> String? {
    outputs.lazy.compactMap(caption).first
  }

  /// The caption that an output is; nil for one that a step gave.
  static func caption(of output: JupyterOutput) -> String? {
    output.bundle?.metadata[JupyterOutputWriter.metadataName]?.object?["caption"]?.string
  }

  /// The output that Caderno wrote, exactly; nil for others.
  static func exact(_ output: JupyterOutput) -> Output? {
    if case .error(let name, let value, let traceback) = output {
      let error = ErrorOutput(code: name, message: value)
      return traceback == error.traceback ? .error(error) : nil
    }
    guard let value = output.bundle?.data[JupyterOutputWriter.mediaType] else { return nil }
    return Output(json: Array(JSONWriter(layout: .compact).text(value).utf8))
  }

  /// Streams of one name that follow one another are one.
  static func joined(_ outputs: [JupyterOutput]) -> [JupyterOutput] {
    outputs.reduce(into: []) { result, output in
      if case .stream(let name, let text) = output, case .stream(name, let before)? = result.last {
        result[result.count - 1] = .stream(name: name, text: before + text)
      } else {
        result.append(output)
      }
    }
  }

  private static func output(_ output: JupyterOutput) -> Output {
    if let exact = exact(output) { return exact }
    switch output {
    case .stream(let name, let text):
      return .text(TextOutput(name: name, text: TerminalText.plain(text)))
    case .error(let name, let value, _):
      return .error(ErrorOutput(code: name, message: TerminalText.plain(value)))
    case .result(_, let bundle): return .text(TextOutput(name: "value", text: text(of: bundle)))
    case .display(let bundle): return .text(TextOutput(name: "display", text: text(of: bundle)))
    }
  }

  /// The plain form, and a line for each image.
  private static func text(of bundle: JupyterBundle) -> String {
    var lines = bundle.text("text/plain").map { [TerminalText.plain($0)] } ?? []
    for member in bundle.data.members where member.name.hasPrefix("image/") {
      let digest = SHA256Digest(of: member.value.joinedText ?? "").hex(6)
      lines.append("[\(member.name) \(digest)]")
    }
    if lines.isEmpty { lines = bundle.data.members.map { "[\($0.name)]" }.sorted() }
    return lines.joined(separator: "\n")
  }
}
