import Diagnostics
import JupyterNotebooks
import Testing

struct `What is wrong with a Jupyter notebook` {
  /// A text, and all that is said about it.
  static let cases: [(String, String)] = [
    (
      "", "lesson.ipynb:1:1: error: the file ends in the middle of a value [json-syntax]"
    ),
    (
      "{\"cells\": [}",
      "lesson.ipynb:1:12: error: a value is expected here, not '}' [json-syntax]"
    ),
    (
      "{\n \"cells\" 1}",
      "lesson.ipynb:2:10: error: ':' is expected here, not '1' [json-syntax]"
    ),
    (
      "{\"a\": 1 \"é\": 2}",
      "lesson.ipynb:1:9: error: ',' or '}' is expected here, not '\"' [json-syntax]"
    ),
    (
      "{\"a\": 1,\n é}",
      "lesson.ipynb:2:2: error: a name is expected here, not 'é' [json-syntax]"
    ),
    ("[1.]", "lesson.ipynb:1:2: error: this is no JSON number [json-syntax]"),
    ("[\"\\x\"]", "lesson.ipynb:1:3: error: JSON has no such escape [json-syntax]"),
    ("[\"\\u12\"]", "lesson.ipynb:1:3: error: JSON has no such escape [json-syntax]"),
    (
      "[\"a\nb\"]",
      "lesson.ipynb:1:4: error: a control character can't stand in a JSON string [json-syntax]"
    ),
    ("[\"a", "lesson.ipynb:1:2: error: the file ends in the middle of a value [json-syntax]"),
    ("{} {}", "lesson.ipynb:1:4: error: the JSON value has ended before this [json-syntax]"),
    (
      "{\"a\": 1, \"a\": 2}",
      "lesson.ipynb:1:10: error: 'a' is given more than once [json-duplicate-name]"
    ),
    (
      String(repeating: "[", count: 300),
      "lesson.ipynb:1:202: error: values are nested more than 200 deep [json-too-deep]"
    ),
    (
      "[]", "lesson.ipynb:1:1: error: a Jupyter notebook is a JSON object [not-a-jupyter-notebook]"
    ),
    (
      "{}",
      "lesson.ipynb:1:1: error: 'nbformat' must say the format's version, such as 4 "
        + "[not-a-jupyter-notebook]"
    ),
    (
      "{\"nbformat\": 2}",
      "lesson.ipynb:1:14: error: nbformat 2 can't be read; 3 and 4 can [nbformat-version]"
    ),
    (
      "{\"metadata\": {}, \"nbformat\": 4}",
      "lesson.ipynb:1:1: error: 'cells' is missing here [nbformat-missing]"
    ),
    (
      "{\"cells\": 1, \"metadata\": {}, \"nbformat\": 4}",
      "lesson.ipynb:1:11: error: 'cells' must be a list [nbformat-type]"
    ),
    (
      one("{\"cell_type\": \"heading\", \"metadata\": {}, \"source\": \"\"}"),
      "lesson.ipynb:1:26: error: 'cell_type' must be one of code, markdown, raw "
        + "[unknown-cell-type]"
    ),
    (
      one("{\"cell_type\": \"raw\", \"metadata\": {}, \"source\": [1]}"),
      "lesson.ipynb:1:59: error: 'source' must be a string or a list of strings [nbformat-type]"
    ),
    (
      one(
        "{\"cell_type\": \"code\", \"metadata\": {}, \"source\": \"\", \"outputs\": "
          + "[{\"output_type\": \"pyout\"}]}"),
      "lesson.ipynb:1:92: error: 'output_type' must be one of stream, display_data, "
        + "execute_result, error [unknown-output-type]"
    ),
    (
      one("{\"cell_type\": \"raw\", \"metadata\": {}, \"source\": \"\", \"id\": \"a b\"}"),
      "lesson.ipynb:1:69: warning: an id is made of at most 64 letters, digits, '-' and '_'; "
        + "this one is passed over [cell-id]"
    ),
    (
      one("{\"cell_type\": \"raw\", \"source\": \"\"}"),
      "lesson.ipynb:1:12: warning: 'metadata' is missing here [nbformat-missing]"
    ),
    (
      one("{\"cell_type\": \"raw\", \"metadata\": {}, \"source\": \"\\ud83d\"}"),
      "lesson.ipynb:1:60: warning: half a surrogate pair is no character; it is read as U+FFFD "
        + "[lone-surrogate]"
    ),
  ]

  static func one(_ cell: String) -> String {
    "{\"cells\": [\(cell)], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 4}"
  }

  @Test(arguments: cases)
  func `is said with its place and its code`(text: String, expected: String) {
    let lines = findings(text).split(separator: "\n").filter { $0.hasPrefix("lesson.ipynb") }
    #expect(lines.joined(separator: "\n") == expected)
  }

  @Test
  func `is said in Portuguese too, with a caret below it`() {
    #expect(
      findings("{\n \"cells\" 1}", .portuguese)
        == """
        lesson.ipynb:2:10: erro: espera-se ':' aqui, e não '1' [json-syntax]
            2 |  "cells" 1}
              |          ^

        """.replacing("    2", with: "    2"))
  }

  /// A notebook cut off anywhere is an error, never a crash.
  @Test
  func `is found wherever a file was cut off`() throws {
    let bytes = try JupyterFixture(name: "prose-4.5.ipynb").bytes
    for end in stride(from: 0, to: bytes.count - 2, by: 37) {
      #expect(throws: JupyterFileError.self) {
        try JupyterFile(source: .init(file: "a.ipynb", bytes: Array(bytes[..<end])))
      }
    }
  }

  /// Any byte may be anything: reading gives a notebook or findings.
  @Test
  func `never ends the program`() throws {
    let bytes = try JupyterFixture(name: "prose-4.5.ipynb").bytes
    var state: UInt64 = 7
    var read = 0
    for _ in 0..<300 {
      var damaged = bytes
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        damaged[Int(state >> 33) % damaged.count] = UInt8(truncatingIfNeeded: state >> 20)
      }
      do {
        let file = try JupyterFile(source: .init(file: "a.ipynb", bytes: damaged))
        #expect(file.writing([:]) == damaged)
        read += 1
      } catch {
        #expect(error.diagnostics.hasErrors)
      }
    }
    #expect(read > 0)
  }
}
