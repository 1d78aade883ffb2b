internal import JSON

extension JupyterNotebook {
  /// The notebook as Jupyter's own writer writes it, byte for byte.
  public func json() -> [UInt8] {
    let root: JSONObject = [
      "cells": .array(cells.map { $0.json(withID: minorVersion >= 5) }),
      "metadata": .object(metadata),
      "nbformat": .integer(4),
      "nbformat_minor": .integer(minorVersion),
    ]
    return Array((JSONWriter().text(.object(root)) + "\n").utf8)
  }
}

extension JupyterCell {
  func json(withID: Bool) -> JSONValue {
    var object: JSONObject = [
      "cell_type": .string(kind.rawValue),
      "metadata": .object(metadata),
      "source": .lines(source),
    ]
    if withID, let id { object["id"] = .string(id) }
    if kind == .code {
      object["execution_count"] = executionCount.map(JSONValue.integer) ?? .null
      object["outputs"] = .array(outputs.map(\.json))
    } else if let attachments {
      object["attachments"] = .object(attachments)
    }
    return .object(object)
  }
}

extension JupyterOutput {
  var json: JSONValue {
    switch self {
    case .stream(let name, let text):
      return .object([
        "output_type": .string("stream"), "name": .string(name), "text": .lines(text),
      ])
    case .error(let name, let value, let traceback):
      return .object([
        "output_type": .string("error"), "ename": .string(name), "evalue": .string(value),
        "traceback": .array(traceback.map(JSONValue.string)),
      ])
    case .display(let bundle): return .object(bundle.object(type: "display_data"))
    case .result(let count, let bundle):
      var object = bundle.object(type: "execute_result")
      object["execution_count"] = count.map(JSONValue.integer) ?? .null
      return .object(object)
    }
  }
}

extension JupyterBundle {
  fileprivate func object(type: String) -> JSONObject {
    let members = data.members.map { member in
      guard Self.isLines(member.name), let text = member.value.joinedText else { return member }
      return JSONObject.Member(member.name, .lines(text))
    }
    return [
      "output_type": .string(type), "data": .object(JSONObject(members)),
      "metadata": .object(metadata),
    ]
  }
}

extension JSONValue {
  /// A text as a list of its lines.
  static func lines(_ text: String) -> JSONValue {
    .array(TextLines.split(text).map(JSONValue.string))
  }
}
