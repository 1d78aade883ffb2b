import Foundation
import Testing
import TestSupport

/// What nbclient puts into notebooks (`Tests/Oracles/notebook_outputs.py`), and what Caderno does.
struct OracleNotebook: Decodable, CustomTestStringConvertible {
  struct Cell: Decodable {
    let source: String
    let tag: String
    let count: Int?
    let outputs: [ShownOutput]
  }

  let name: String
  let cells: [Cell]
  var testDescription: String { name }

  private struct Notebooks: Decodable { let notebooks: [OracleNotebook] }

  static let all = Fixture.read("jupyter/outputs.json", as: Notebooks.self).notebooks

  /// The notebook as a file, without outputs.
  var json: String {
    let cells = self.cells.enumerated().map { index, cell -> [String: Any] in
      [
        "cell_type": "code", "id": "c\(index)", "outputs": [Any](), "execution_count": NSNull(),
        "source": cell.source, "metadata": cell.tag.isEmpty ? [:] : ["tags": [cell.tag]],
      ]
    }
    let all: [String: Any] = [
      "cells": cells, "metadata": [String: Any](), "nbformat": 4, "nbformat_minor": 5,
    ]
    let data = try? JSONSerialization.data(withJSONObject: all)
    return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}

/// An output as a line of text: its type, its name, and its text or forms.
struct ShownOutput: Decodable, CustomStringConvertible {
  let description: String

  private enum Keys: String, CodingKey { case type, name, text, forms }

  init(from decoder: any Decoder) throws {
    let output = try decoder.container(keyedBy: Keys.self)
    let type = try output.decode(String.self, forKey: .type)
    if let name = try output.decodeIfPresent(String.self, forKey: .name) {
      let text = try output.decode(String.self, forKey: .text)
      description = "\(type) \(name): \(text)"
    } else {
      description = Self.line(type, try output.decode([String: Form].self, forKey: .forms))
    }
  }

  /// An output that stands in a notebook; what only Caderno writes is left out.
  init(_ output: [String: Any]) {
    let type = output["output_type"] as? String ?? ""
    switch type {
    case "stream":
      let name = output["name"] as? String ?? ""
      description = "stream \(name): \(Self.text(output["text"]))"
    case "error":
      description = "error \(output["ename"] ?? ""): \(output["evalue"] ?? "")"
    default:
      var data = output["data"] as? [String: Any] ?? [:]
      data["application/vnd.caderno.output+json"] = nil
      if Self.text(data["text/plain"]).hasPrefix("<Figure size"),
        data.removeValue(forKey: "image/svg+xml") != nil
      {
        // The picture as a page shows it, with its words.
        data["text/html"] = nil
        data["image"] = ""
      }
      description = Self.line(
        type,
        Dictionary(
          uniqueKeysWithValues: data.map { key, value in
            let isText = value is String || key != "application/json"
            return (key, Form(isText ? Self.text(value) : Self.json(value)))
          }))
    }
  }

  private static func text(_ value: Any?) -> String {
    (value as? [String])?.joined() ?? value as? String ?? ""
  }

  fileprivate static func json(_ value: Any) -> String {
    let data = try? JSONSerialization.data(
      withJSONObject: value, options: [.sortedKeys, .fragmentsAllowed])
    return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  private static func line(_ type: String, _ forms: [String: Form]) -> String {
    let parts = forms.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.text)" }
    return ([type] + parts).joined(separator: "\n  ")
  }

  /// A form's content; JSON in one writing.
  private struct Form: Decodable {
    let text: String
    init(_ text: String) { self.text = text }

    init(from decoder: any Decoder) throws {
      if let text = try? decoder.singleValueContainer().decode(String.self) {
        self.text = text
        return
      }
      text = ShownOutput.json(try JSONForm(from: decoder).value)
    }
  }

  private struct JSONForm: Decodable {
    let value: Any

    init(from decoder: any Decoder) throws {
      let single = try decoder.singleValueContainer()
      if let object = try? single.decode([String: JSONForm].self) {
        value = object.mapValues(\.value)
      } else if let array = try? single.decode([JSONForm].self) {
        value = array.map(\.value)
      } else if let flag = try? single.decode(Bool.self) {
        value = flag
      } else if let number = try? single.decode(Double.self) {
        value = number
      } else if let text = try? single.decode(String.self) {
        value = text
      } else {
        value = NSNull()
      }
    }
  }
}

struct `Notebooks that nbclient ran` {
  @Test func `are at least twenty-five`() { #expect(OracleNotebook.all.count >= 25) }

  @Test(arguments: OracleNotebook.all)
  func `have the same outputs`(notebook: OracleNotebook) throws {
    let folder = try LessonFolder(["n.ipynb": notebook.json])
    let run = folder.caderno("run", "n.ipynb", "--no-cache")
    let data = Data(try folder.text("n.ipynb").utf8)
    let file = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let cells = file?["cells"] as? [[String: Any]] ?? []
    try #require(cells.count == notebook.cells.count, "\(run.errors)")
    for (index, (cell, expected)) in zip(cells, notebook.cells).enumerated() {
      let outputs = (cell["outputs"] as? [[String: Any]] ?? []).map { ShownOutput($0).description }
      #expect(
        outputs == expected.outputs.map(\.description), "cell \(index + 1): \(expected.source)")
      #expect(cell["execution_count"] as? Int == expected.count, "cell \(index + 1)")
    }
  }
}
