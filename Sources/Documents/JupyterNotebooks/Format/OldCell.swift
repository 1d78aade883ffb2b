internal import JSON

/// Brings cells of nbformat 3 to nbformat 4.
enum OldCell {
  static func cell(_ node: JSONNode, _ reader: inout JupyterReader) -> JupyterCell {
    let metadata = reader.object(node, "metadata")
    switch node["cell_type"]?.value.string {
    case "code":
      var cell = JupyterCell(.code, source: reader.source(node, "input"), metadata: metadata)
      if node["collapsed"]?.value == .bool(true) { cell.metadata["collapsed"] = .bool(true) }
      cell.executionCount = reader.count(node, "prompt_number")
      cell.outputs = (reader.array(node, "outputs") ?? []).compactMap { output($0, &reader) }
      return cell
    case "heading":
      let level = min(max(node["level"]?.value.integer ?? 1, 1), 6)
      let title = TextLines.split(reader.text(node, "source"))
        .map { $0.filter { !$0.isNewline } }.joined(separator: " ")
      let marks = String(repeating: "#", count: level)
      return JupyterCell(.markdown, source: "\(marks) \(title)", metadata: metadata)
    case "markdown", "html":
      return JupyterCell(.markdown, source: reader.source(node, "source"), metadata: metadata)
    case "raw":
      return JupyterCell(.raw, source: reader.source(node, "source"), metadata: metadata)
    default:
      reader.report(
        "unknown-cell-type", node["cell_type"] ?? .point(node),
        "'cell_type' must be one of code, heading, html, markdown, raw",
        "'cell_type' deve ser um de code, heading, html, markdown, raw")
      return JupyterCell(.raw, source: "")
    }
  }

  private static func output(
    _ node: JSONNode, _ reader: inout JupyterReader
  ) -> JupyterOutput? {
    switch node["output_type"]?.value.string {
    case "stream":
      return .stream(
        name: node["stream"]?.value.string ?? "stdout", text: reader.text(node, "text"))
    case "pyout":
      return .result(count: reader.count(node, "prompt_number"), bundle(node, &reader))
    case "display_data": return .display(bundle(node, &reader))
    case "pyerr":
      let lines = node["traceback"]?.elements?.compactMap(\.value.string) ?? []
      return .error(
        name: node["ename"]?.value.string ?? "", value: node["evalue"]?.value.string ?? "",
        traceback: lines)
    default:
      reader.report(
        "unknown-output-type", node["output_type"] ?? .point(node),
        "'output_type' must be one of stream, display_data, pyout, pyerr",
        "'output_type' deve ser um de stream, display_data, pyout, pyerr")
      return nil
    }
  }

  /// The names that nbformat 3 has for media types.
  private static let mediaTypes: [(String, String)] = [
    ("text", "text/plain"), ("html", "text/html"), ("svg", "image/svg+xml"), ("png", "image/png"),
    ("jpeg", "image/jpeg"), ("latex", "text/latex"), ("json", "application/json"),
    ("javascript", "application/javascript"),
  ]

  private static func bundle(_ node: JSONNode, _ reader: inout JupyterReader) -> JupyterBundle {
    let members = mediaTypes.compactMap { old, mediaType -> JSONObject.Member? in
      guard let value = node[old]?.value else { return nil }
      return JSONObject.Member(mediaType, value.joinedText.map(JSONValue.string) ?? value)
    }
    return JupyterBundle(
      data: JSONObject(members), metadata: reader.object(node, "metadata"))
  }
}
