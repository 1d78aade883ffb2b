import Diagnostics
import Execution
import Foundation
import JupyterNotebooks
import Notebooks
import TestSupport

@testable import Rendering

/// A Jupyter notebook as Jupyter keeps it, and what `run` and `clean` make of it.
struct JupyterDisk {
  /// - Returns: nil where the lesson has errors.
  static func run(_ bytes: [UInt8], _ results: KeptResults) throws -> [UInt8]? {
    let lesson = try lesson(bytes)
    guard let (record, links) = LessonDisk.record(of: lesson.notebook, results) else { return nil }
    return JupyterUpdate(lesson, record, links: links).bytes
  }

  static func cleaned(_ bytes: [UInt8]) throws -> [UInt8] {
    let file = try lesson(bytes).file
    let empty = JupyterFile.CellResult(executionCount: nil, outputs: [])
    return file.writing(
      Dictionary(uniqueKeysWithValues: file.notebook.cells.indices.map { ($0, empty) }))
  }

  private static func lesson(_ bytes: [UInt8]) throws -> JupyterLesson {
    JupyterLesson(
      try JupyterFile(source: SourceText(file: "lesson.ipynb", bytes: bytes)), name: "lesson",
      vocabulary: DirectiveCatalog.vocabulary)
  }
}

/// Edits the cells of a notebook as Jupyter does: whole cells with their outputs, and their sources.
struct JupyterEditor {
  private var random: SplitMix
  private var cells: [[String: Any]] = []
  private var count = 0
  /// Whether there are cells of Python, whose modules take long to make.
  private let runsPython: Bool

  init(seed: Int) {
    runsPython = seed % 40 == 0
    random = SplitMix(seed: UInt64(seed))
    for _ in 0..<number(5) + 2 { insert(newCell()) }
  }

  mutating func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

  /// The notebook as Jupyter writes it.
  var bytes: [UInt8] {
    let notebook: [String: Any] = [
      "cells": cells, "nbformat": 4, "nbformat_minor": 5,
      "metadata": ["language_info": ["name": "python"]],
    ]
    return Array(Self.json(notebook, "\n").utf8) + [10]
  }

  /// JSON as Python's `json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False)` writes it.
  private static func json(_ value: Any, _ line: String) -> String {
    switch value {
    case is NSNull: return "null"
    case let text as String:
      let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      return "\"\(escaped.replacing("\n", with: "\\n"))\""
    case let list as [Any]:
      let items = list.map { "\(line) \(json($0, line + " "))" }
      return items.isEmpty ? "[]" : "[\(items.joined(separator: ","))\(line)]"
    case let object as [String: Any]:
      let items = object.sorted { $0.key < $1.key }.map {
        "\(line) \(json($0.key, "")): \(json($0.value, line + " "))"
      }
      return items.isEmpty ? "{}" : "{\(items.joined(separator: ","))\(line)}"
    default: return "\(value)"
    }
  }

  mutating func read(_ bytes: [UInt8]) throws {
    let notebook = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    cells = notebook?["cells"] as? [[String: Any]] ?? []
  }

  mutating func edit() {
    guard !cells.isEmpty else { return insert(newCell()) }
    let (a, b) = (number(cells.count), number(cells.count))
    switch number(9) {
    case 0: insert(newCell())
    case 1: cells.remove(at: a)
    case 2: cells.swapAt(a, b)
    case 3: insert(renamed(cells[a]))
    case 4: insert(cells.remove(at: a))
    case 5: cells[a] = renamed(cells[a])
    case 6: change(a) { $0.replacing(/\d+$/, with: "\(b + 7)") }
    case 7:
      change(a) { source in
        source.contains(" skip=true")
          ? source.replacing(" skip=true", with: "")
          : source.replacing(/\{\.\w+/) { "\($0.output) skip=true" }
      }
    default: change(a) { $0.replacing("{.value", with: "{.note") }
    }
  }

  private static let python = [
    "",
    "x = VALUE\nprint(x)\nx", "print(1)\nVALUE",
    "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show() # VALUE",
  ]

  private mutating func newCell() -> [String: Any] {
    count += 1
    let value = number(90)
    let sources =
      [
        "%%caderno yaml {.value}\nvalue: \(value)",
        "%%caderno yaml {.value #n\(count)}\nvalue: \(value)",
        "%%caderno yaml {.value #m\(count) skip=true}\nvalue: \(value)",
      ] + (runsPython ? Self.python.map { $0.replacing("VALUE", with: "\(value)") } : [])
    var cell: [String: Any] = [
      "cell_type": "code", "id": "id\(count)", "metadata": [String: Any](),
      "source": sources[number(sources.count)], "outputs": [Any](),
      "execution_count": NSNull(),
    ]
    if number(5) == 0 {
      cell = [
        "cell_type": "markdown", "id": "id\(count)", "metadata": [String: Any](),
        "source": "Prose \(value)",
      ]
    }
    return cell
  }

  private mutating func insert(_ cell: [String: Any]) {
    cells.insert(cell, at: number(cells.count + 1))
  }

  private mutating func change(_ place: Int, _ change: (String) -> String) {
    cells[place]["source"] = change(cells[place]["source"] as? String ?? "")
  }

  /// A copy with ids of its own.
  private mutating func renamed(_ cell: [String: Any]) -> [String: Any] {
    count += 1
    var copy = cell
    copy["id"] = "id\(count)"
    let source = cell["source"] as? String ?? ""
    copy["source"] = source.replacing(/#[nm]\d+/, with: "#n\(count)")
    return copy
  }
}

/// Series of edits of a Jupyter notebook, and what must be true of it after them.
struct JupyterSeries {
  /// What went wrong; nil where nothing did.
  private(set) var fault: String?

  init(seed: Int, _ results: KeptResults) throws {
    var editor = JupyterEditor(seed: seed)
    for _ in 0..<editor.number(3) + 1 {
      if let outputs = try JupyterDisk.run(editor.bytes, results) { try editor.read(outputs) }
      for _ in 0..<editor.number(4) + 1 { editor.edit() }
    }
    let bytes = editor.bytes
    guard let outputs = try JupyterDisk.run(bytes, results) else { return }
    let clean = try JupyterDisk.run(JupyterDisk.cleaned(bytes), results)
    guard outputs != clean else { return }
    fault = [bytes, outputs, clean ?? []].map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: "\n----\n")
  }
}
