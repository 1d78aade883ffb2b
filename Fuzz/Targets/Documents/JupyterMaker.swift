import JSON
import JupyterNotebooks

/// An `.ipynb` file made of choices: mostly of the right form.
struct JupyterMaker {
  static let names = [
    "cells", "cell_type", "source", "metadata", "outputs", "execution_count", "id", "attachments",
    "nbformat",
    "nbformat_minor", "output_type", "data", "text", "name", "ename", "evalue", "traceback",
    "worksheets",
    "language_info", "kernelspec", "tags", "caderno", "input", "prompt_number", "level",
    "collapsed",
    "widgets", "image.png",
  ]

  private var choices: Choices

  static func file(_ bytes: [UInt8]) -> [UInt8] {
    var maker = JupyterMaker(choices: Choices(bytes))
    return maker.file()
  }

  private mutating func file() -> [UInt8] {
    let layout: JSONWriter.Layout = choices.pick([.lines(unit: " "), .lines(unit: "\t"), .compact])
    let cells = (0..<1 + choices.below(4)).map { _ in cell() }
    var members: [JSONObject.Member] = [
      .init("cells", odd(.array(cells))), .init("metadata", metadata()),
      .init("nbformat", odd(.integer(4))),
      .init("nbformat_minor", .integer(choices.pick([5, 4, 0, 2, 6, 100]))),
    ]
    if choices.happens(onceIn: 8) {
      members = [
        .init("metadata", metadata()), .init("nbformat", .integer(3)),
        .init("nbformat_minor", .integer(0)),
        .init("worksheets", .array([.object(JSONObject([.init("cells", .array(cells))]))])),
      ]
    }
    let writer = JSONWriter(layout: layout, sortsNames: choices.happens(onceIn: 2))
    return Array(writer.text(.object(JSONObject(members))).utf8)
  }

  /// A value, or now and then one of another type in its place.
  private mutating func odd(_ value: JSONValue) -> JSONValue {
    guard choices.happens(onceIn: 16) else { return value }
    return choices.pick([
      .null, .bool(true), .number("1e400"), .number("-0.0"), .number("12345678901234567890"),
      .string("x"),
      .array([]), .object([:]), .array([.array([.null])]),
    ])
  }

  private mutating func cell() -> JSONValue {
    let kind = choices.pick(["code", "markdown", "raw", "heading", "x"])
    var members: [JSONObject.Member] = [
      .init("cell_type", odd(.string(kind))), .init("metadata", metadata()),
    ]
    if choices.happens(onceIn: 2) {
      members.append(.init("id", odd(.string(choices.pick(["a", "b-1", "ä", ""])))))
    }
    let source = choices.pick(["source", "input"])
    members.append(.init(kind == "code" && choices.happens(onceIn: 4) ? source : "source", text()))
    if kind == "code" {
      members.append(
        .init("execution_count", odd(choices.pick([.null, .integer(1), .integer(-3)]))))
      members.append(.init("outputs", odd(.array((0..<choices.below(3)).map { _ in output() }))))
    } else if choices.happens(onceIn: 4) {
      let data = JSONObject([
        .init(choices.pick(["image/png", "image/svg+xml", "text/plain"]), odd(.string("AAAA")))
      ])
      let name = choices.pick(["image.png", "a b.png", "../x", "/etc/x", "é", ""])
      members.append(
        .init("attachments", odd(.object(JSONObject([.init(name, odd(.object(data)))])))))
    }
    return odd(.object(JSONObject(members)))
  }

  private mutating func metadata() -> JSONValue {
    var members: [JSONObject.Member] = []
    for _ in 0..<choices.below(3) {
      let name = choices.pick([
        "tags", "caderno", "collapsed", "language_info", "kernelspec", "widgets", "-->", "name",
        "a\nb",
      ])
      members.append(
        .init(
          name,
          choices.pick([
            .array([.string("t")]), .object(JSONObject([.init("name", .string("python"))])),
            .bool(false),
            .string("--> `x` \u{1}"), .number("1.50"), .null,
            .object(JSONObject([.init("key", .string("0123456789ab"))])),
          ])))
    }
    return odd(.object(JSONObject(members)))
  }

  /// A text, whole or in lines.
  private mutating func text() -> JSONValue {
    let text = (0..<choices.below(4)).map { _ in
      choices.pick([
        "x = 1\n", "# T\n", "%%caderno yaml {.fit #a}\n", "epochs: 1\n", "```python\n", "```\n",
        "---\n",
        "title: x\n", "%matplotlib inline\n", "![a](attachment:image.png)",
        "<!-- caderno:out id=a key=b -->\n",
        "<!-- /caderno:out -->\n", "é\u{1F600}", "\r\n", "\n\n", "<!-- cell:code -->\n", "~~~~\n",
        "    ", "$x$\n",
        "<!--\n", "-->\n", "> - ", "import numpy as np\nnp.zeros(2)\n", "# %% [markdown]\n",
        "\u{2028}", "\0", "'''\n",
      ])
    }
    guard choices.happens(onceIn: 2) else { return odd(.string(text.joined())) }
    return odd(.array(text.map { odd(.string($0)) }))
  }

  private mutating func output() -> JSONValue {
    let kind = choices.pick(["stream", "display_data", "execute_result", "error", "pyout", "x"])
    var members: [JSONObject.Member] = [.init("output_type", odd(.string(kind)))]
    switch kind {
    case "stream": members += [.init("name", odd(.string("stdout"))), .init("text", text())]
    case "error":
      members += [
        .init("ename", odd(.string("E"))), .init("evalue", text()),
        .init("traceback", odd(.array([.string("\u{1B}[31mx")]))),
      ]
    default:
      let data = (0..<choices.below(3)).map { _ in
        JSONObject.Member(
          choices.pick([
            "text/plain", "text/html", "image/png", "image/svg+xml", "application/json",
            "text/markdown", "text/latex",
            "application/vnd.caderno+json", "application/vnd.caderno.output+json", "image/jpeg",
            "a/b",
          ]),
          odd(
            choices.pick([
              .string("<table><tr><td>1</td></tr></table>"), .string("AAAA"),
              .string("<svg onload='x'><script>"), text(),
              .object([:]), .array([.string("a\n"), .string("b")]),
            ])))
      }
      members += [
        .init("data", odd(.object(JSONObject(data)))), .init("metadata", metadata()),
        .init("execution_count", odd(.integer(1))),
      ]
    }
    return odd(.object(JSONObject(members)))
  }
}
