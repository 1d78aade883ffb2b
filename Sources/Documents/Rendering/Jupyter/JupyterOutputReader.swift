internal import Digests
internal import JSON
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
      let stem = Self.stem(of: typed.name)
      names[stem, default: 0] += 1
      if let count = names[stem], count > 1, case .text(var text) = typed, text.name == stem {
        text.name += "-\(count)"
        typed = .text(text)
      }
      result.append(typed)
    }
    return result
  }

  /// A name without the number that makes it unique.
  private static func stem(of name: String) -> String {
    guard let dash = name.lastIndex(of: "-"), Int(name[name.index(after: dash)...]) != nil else {
      return name
    }
    return String(name[..<dash])
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

  /// The caption that an output is; nil for one that a task gave.
  static func caption(of output: JupyterOutput) -> String? {
    output.bundle?.metadata[JupyterOutputWriter.metadataName]?.object?["caption"]?.string
  }

  /// The output that Caderno wrote, exactly; nil for others.
  static func exact(_ output: JupyterOutput) -> Output? {
    if case .error(let name, let value, let traceback) = output {
      return error(name, value, traceback).map { .error($0) }
    }
    guard let value = output.bundle?.data[JupyterOutputWriter.mediaType] else { return nil }
    return Output(json: Array(JSONWriter(layout: .compact).text(value).utf8))
  }

  /// An error that Caderno wrote: what it says behind the exception's text stands in the traceback only.
  private static func error(
    _ name: String, _ value: String, _ traceback: [String]
  ) -> ErrorOutput? {
    let plain = ErrorOutput(code: name, message: value)
    if traceback == plain.traceback { return plain }
    let start = "\(name): \(value.isEmpty ? name : value)"
    let text = traceback.joined(separator: "\n")
    guard text.hasPrefix(start) else { return nil }
    let error = ErrorOutput(code: name, message: value, more: String(text.dropFirst(start.count)))
    return error.more?.hasSuffix(")") == true && error.traceback == traceback ? error : nil
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
      return .text(TextOutput(name: name, text: text))
    case .error(let name, let value, _):
      return .error(ErrorOutput(code: name, message: value))
    case .result(_, let bundle): return .text(TextOutput(name: "value", text: text(of: bundle)))
    case .display(let bundle): return .text(TextOutput(name: "display", text: text(of: bundle)))
    }
  }

  /// The plain form, and a line for each image.
  private static func text(of bundle: JupyterBundle) -> String {
    var lines = bundle.text("text/plain").map { [$0] } ?? []
    for member in bundle.data.members where member.name.hasPrefix("image/") {
      let digest = SHA256Digest(of: member.value.joinedText ?? "").hex(6)
      lines.append("[\(member.name) \(digest)]")
    }
    if lines.isEmpty { lines = bundle.data.members.map { "[\($0.name)]" }.sorted() }
    return lines.joined(separator: "\n")
  }
}
