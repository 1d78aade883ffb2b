internal import JSON

extension JupyterReader {
  /// An output of nbformat 4; nil where it is none.
  mutating func output(_ node: JSONNode) -> JupyterOutput? {
    let type = node["output_type"]
    switch type?.value.string {
    case "stream":
      return .stream(name: string(node, "name") ?? "stdout", text: text(node, "text"))
    case "display_data": return .display(bundle(node))
    case "execute_result": return .result(count: count(node, "execution_count"), bundle(node))
    case "error":
      return .error(
        name: string(node, "ename") ?? "", value: string(node, "evalue") ?? "",
        traceback: (array(node, "traceback") ?? []).compactMap(\.value.string))
    default:
      report(
        "unknown-output-type", type ?? .point(node),
        "'output_type' must be one of stream, display_data, execute_result, error",
        "'output_type' deve ser um de stream, display_data, execute_result, error")
      return nil
    }
  }

  private mutating func bundle(_ node: JSONNode) -> JupyterBundle {
    let members = object(node, "data", orWarn: true).members.map { member in
      guard !JupyterBundle.isJSON(member.name), let text = member.value.joinedText else {
        return member
      }
      return JSONObject.Member(member.name, .string(text))
    }
    return JupyterBundle(data: JSONObject(members), metadata: object(node, "metadata"))
  }

  private mutating func string(_ node: JSONNode, _ name: String) -> String? {
    guard let member = node[name] else {
      missing(name, in: node)
      return nil
    }
    if let text = member.value.string { return text }
    wrongType(member, "'\(name)'", "a string", "'\(name)'", "um texto")
    return nil
  }
}
