internal import PythonRuntime
internal import KerasModule
internal import Texts

/// An object of `IPython.display`: something that is shown in one form.
final class DisplayObject: HostObject {
  /// The classes, by their names.
  enum Kind: String, CaseIterable, Sendable {
    case html = "HTML"
    case svg = "SVG"
    case markdown = "Markdown"
    case math = "Math"
    case latex = "Latex"
    case json = "JSON"
    case javascript = "Javascript"
    case pretty = "Pretty"
    case image = "Image"
  }

  let kind: Kind
  let data: Value
  let forms: [String: String]
  /// What is said of the forms, as JSON.
  let metadata: String?

  init(_ kind: Kind, _ data: Value, _ forms: [String: String], metadata: String? = nil) {
    (self.kind, self.data, self.forms, self.metadata) = (kind, data, forms, metadata)
  }

  deinit { LettingGo.hold(data) }

  override var hostType: TypeObject { Self.types[kind] ?? DisplayHandle.handleType }
  override func repr(_ machine: Machine) -> String {
    if kind == .pretty, case .string(let text) = data { return text }
    return "<IPython.core.display.\(kind.rawValue) object>"
  }
  override func property(_ name: String, _ machine: Machine) -> Value? {
    name == "data" ? data : nil
  }

  static let types: [Kind: SharedType] = Dictionary(
    uniqueKeysWithValues: Kind.allCases.map { kind in
      let own = kind == .json ? ", expanded=False, root='root', **kwargs" : ""
      let parameters =
        kind == .image
        ? "data=None, url=None, filename=None, format=None, embed=None, width=None, height=None, retina=False, unconfined=False, metadata=None, alt=None"
        : "data=None, url=None, filename=None\(own), metadata=None"
      return (
        kind,
        SharedType(
          kind.rawValue, module: "IPython.core.display", parameters, properties: ["data"]
        ) { call throws(PyError) in try make(kind, call) }
      )
    })

  // MARK: Making

  private static func make(_ kind: Kind, _ call: Call) throws(PyError) -> Value {
    if kind == .image || kind == .svg, let picture = drawn(call) { return picture }
    if kind == .image { return try ImageReading(call).value() }
    for name in ["url", "filename"] {
      if let value = call.given(name) { throw call.unsupported(name, value) }
    }
    let data = call.required("data")
    if kind == .json { return .object(try json(data, call)) }
    guard case .string(let text) = data else {
      if kind == .html {
        throw call.error(
          "TypeError", "'\(call.machine.typeName(data))' object is not subscriptable")
      }
      let shown = try call.machine.repr(data)
      throw call.error("TypeError", "\(kind.rawValue) expects text, not \(shown)")
    }
    let (type, form) = self.form(kind, text)
    let metadata = try call.given("metadata").map { value throws(PyError) in
      "{\"\(type)\":\(try call.machine.json(value))}"
    }
    return .object(DisplayObject(kind, data, [type: form], metadata: metadata))
  }

  /// The drawing of a model that the program hands over, or wrote into a file of this name.
  private static func drawn(_ call: Call) -> Value? {
    if let data = call["data"], data.asObject(DiagramObject.self) != nil { return data }
    guard case .string(let name)? = call["filename"] ?? call["data"] else { return nil }
    return KerasLibrary.picture(named: name, in: call.machine).map { .object($0) }
  }

  private static func form(_ kind: Kind, _ text: String) -> (type: String, content: String) {
    switch kind {
    case .html: ("text/html", text)
    case .svg: ("image/svg+xml", ShownSVG.element(in: text))
    case .markdown: ("text/markdown", text)
    case .math: ("text/latex", "$\\displaystyle \(text.trimmingDollars)$")
    case .latex: ("text/latex", text)
    case .javascript: ("application/javascript", text)
    case .pretty, .json, .image: ("text/plain", text)
    }
  }

  private static func json(_ data: Value, _ call: Call) throws(PyError) -> DisplayObject {
    guard case .object(let object) = data, object is DictObject || object is ListObject else {
      let shown = try call.machine.repr(data)
      throw call.error("TypeError", "JSON expects JSONable dict or list, not \(shown)")
    }
    let expanded = try call.bool("expanded", or: false)
    let root = try call.machine.json(.string(try call.string("root") ?? "root"))
    return DisplayObject(
      .json, data, ["application/json": try call.machine.json(data)],
      metadata: "{\"application/json\":{\"expanded\":\(expanded),\"root\":\(root)}}")
  }
}

/// `Image(…)`: bytes of a picture, or its address.
private struct ImageReading {
  private let call: Call
  init(_ call: Call) { self.call = call }

  func value() throws(PyError) -> Value {
    if let url = try call.string("url") { return .object(try linked(url)) }
    if let bytes: BytesObject = call["data"]?.asObject() { return .object(try held(bytes)) }
    if let name = call.given("filename") ?? call.given("data") {
      let shown = try call.machine.repr(name)
      throw call.error("FileNotFoundError", "No such file or directory: \(shown)")
    }
    throw call.error(
      "ValueError", "No image data found. Expecting filename, url, or data.")
  }

  private func linked(_ url: String) throws(PyError) -> DisplayObject {
    var html = "<img src=\"\(url)\""
    for name in ["width", "height"] {
      if let value = call.given(name) { html += " \(name)=\"\(try call.machine.str(value))\"" }
    }
    if let alt = try call.string("alt") {
      html += " alt=\"\(MarkupText.escaped(alt, quotes: .python))\""
    }
    return DisplayObject(.image, .none, ["text/html": html + "/>"])
  }

  private func held(_ object: BytesObject) throws(PyError) -> DisplayObject {
    let type = "image/" + PictureBytes.format(object.bytes)
    var parts: [String] = []
    for name in ["width", "height"] {
      if let value = try call.int(name) { parts.append("\"\(name)\":\(value)") }
    }
    if let alt = call.given("alt") { parts.append("\"alt\":\(try call.machine.json(alt))") }
    return DisplayObject(
      .image, .object(object), [type: Base64.text(object.bytes)],
      metadata: parts.isEmpty ? nil : "{\"\(type)\":{\(parts.joined(separator: ","))}}")
  }
}

/// Pictures as bytes.
enum PictureBytes {
  /// The format that the first bytes tell; PNG where they tell none, as IPython has it.
  static func format(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "jpeg" }
    if bytes.starts(with: "GIF8".utf8) { return "gif" }
    if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
      return "webp"
    }
    return "png"
  }
}

/// SVG as programs hand it over.
enum ShownSVG {
  /// The element `svg` without what stands around it; the whole text where there is none.
  static func element(in text: String) -> String {
    guard let start = text.firstRange(of: "<svg")?.lowerBound else { return text }
    var end = text.endIndex
    while end > start, text[text.index(before: end)] != ">" { end = text.index(before: end) }
    return String(text[start..<end])
  }

  /// A drawing that is its own document names its language.
  static func document(_ text: String) -> String {
    guard let start = text.firstRange(of: "<svg"), let end = text.firstIndex(of: ">"),
      start.upperBound <= end, !text[start.upperBound..<end].contains("xmlns=")
    else { return text }
    return text[..<start.upperBound] + " xmlns=\"http://www.w3.org/2000/svg\""
      + text[start.upperBound...]
  }
}

extension String {
  fileprivate var trimmingDollars: String {
    var text = Substring(self)
    while text.first == "$" { text.removeFirst() }
    while text.last == "$" { text.removeLast() }
    return String(text)
  }
}

extension Machine {
  /// A value as `json.dumps` writes it.
  func json(_ value: Value) throws(PyError) -> String {
    guard let dumps = modules["json"]?.members["dumps"],
      case .string(let text) = try call(dumps, Arguments([value]))
    else { return "null" }
    return text
  }
}
