internal import PythonRuntime
internal import KerasModule
internal import MatplotlibModule
internal import Tables
internal import Texts

/// A value in all the forms in which IPython shows it.
struct DisplayedValue {
  /// What is more than forms of text.
  enum Content {
    case table(ShownTable)
    case figure(PlotSession.Shown)
    case drawing(svg: String, alt: String)
  }

  var plain: String
  /// Other forms by their media types: texts as they are, JSON as text, pictures in Base64.
  var forms: [String: String] = [:]
  /// What is said of the forms, as JSON.
  var metadata: String?
  var content: Content?
  /// What the methods raised that give the forms: each is shown as an error, and the other forms are there.
  private(set) var failures: [PyError] = []

  /// Nil where the value showed itself.
  init?(_ value: Value, _ machine: Machine) throws(PyError) {
    plain = ""
    if case .object(let object as InstanceObject) = value {
      if try Self.showsItself(object, machine) { return nil }
      try read(object, machine)
      return
    }
    plain = try machine.shown(value)
    switch value {
    case .object(let object as DisplayObject):
      forms = object.forms
      metadata = object.metadata
    case .object(let diagram as DiagramObject):
      content = .drawing(svg: diagram.svg, alt: "model")
    default: try read(value, machine)
    }
    takeDrawing()
  }

  /// `display(…, raw=True)`: the forms themselves.
  init(bundle: DictObject, _ machine: Machine) throws(PyError) {
    plain = ""
    try take(bundle, machine)
    takeDrawing()
  }

  private mutating func read(_ value: Value, _ machine: Machine) throws(PyError) {
    if let html = try FrameHTML.text(value, machine) { forms["text/html"] = html }
    if let table = try ShownTable(value, machine) {
      content = .table(table)
    } else if let figure = PlotSession.Shown(value), !figure.svg.isEmpty {
      content = .figure(figure)
    }
  }

  /// Leaves some of the forms out.
  mutating func keep(_ isKept: (String) -> Bool) {
    forms = forms.filter { isKept($0.key) }
    if content != nil, !isKept("image/svg+xml"), !isKept("text/html") { content = nil }
  }

  private mutating func takeDrawing() {
    guard content == nil, let svg = forms["image/svg+xml"] else { return }
    content = .drawing(svg: ShownSVG.document(svg), alt: "figure")
  }

  // MARK: The program's own classes

  private static func showsItself(
    _ object: InstanceObject, _ machine: Machine
  ) throws(PyError) -> Bool {
    guard object.hasOwnMethod("_ipython_display_", machine) else { return false }
    let method = try machine.attribute(.object(object), "_ipython_display_")
    _ = try machine.call(method, Arguments())
    return true
  }

  /// The methods by which a class says how it is shown, and the form that each gives.
  private static let methods = [
    ("_repr_html_", "text/html"), ("_repr_markdown_", "text/markdown"),
    ("_repr_svg_", "image/svg+xml"), ("_repr_png_", "image/png"),
    ("_repr_jpeg_", "image/jpeg"), ("_repr_latex_", "text/latex"),
    ("_repr_json_", "application/json"), ("_repr_javascript_", "application/javascript"),
  ]

  private mutating func read(_ object: InstanceObject, _ machine: Machine) throws(PyError) {
    if object.hasOwnMethod("_repr_mimebundle_", machine) {
      let method = try machine.attribute(.object(object), "_repr_mimebundle_")
      let none = [(name: "include", value: Value.none), (name: "exclude", value: Value.none)]
      let given = try machine.call(method, Arguments(keywords: none))
      if let bundle: DictObject = Self.first(given).asObject() { try take(bundle, machine) }
    }
    for (name, type) in Self.methods
    where forms[type] == nil && object.hasOwnMethod(name, machine) {
      do throws(PyError) {
        let method = try machine.attribute(.object(object), name)
        let given = Self.first(try machine.call(method, Arguments()))
        if case .none = given { continue }
        forms[type] = try Self.text(given, type, machine)
      } catch  where error.isOrdinary {
        if error.kind != "NotImplementedError" { failures.append(error) }
      }
    }
    if plain.isEmpty { plain = try machine.shown(.object(object)) }
    takeDrawing()
  }

  /// Such a method may give metadata too.
  private static func first(_ value: Value) -> Value {
    if let pair: TupleObject = value.asObject(), pair.items.count == 2 { return pair.items[0] }
    return value
  }

  private mutating func take(_ bundle: DictObject, _ machine: Machine) throws(PyError) {
    for (key, value) in bundle.pairs {
      guard case .string(let type) = key else { continue }
      let text = try Self.text(value, type, machine)
      if type == "text/plain" { plain = text } else { forms[type] = text }
    }
  }

  private static func text(
    _ value: Value, _ type: String, _ machine: Machine
  ) throws(PyError) -> String {
    if type == "application/json" || type.hasSuffix("+json") { return try machine.json(value) }
    if let bytes: BytesObject = value.asObject() { return Base64.text(bytes.bytes) }
    return try machine.str(value)
  }
}
