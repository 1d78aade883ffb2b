internal import PythonRuntime
internal import Matplotlib

/// Titles, labels and texts.
enum TextFunctions {
  static let style =
    "fontsize=None, size=None, color=None, c=None, fontweight=None, weight=None, alpha=None"
  private static let alignment =
    "horizontalalignment=None, ha=None, verticalalignment=None, va=None"

  static var all: [AxesFunction] {
    [
      AxesFunction(
        "set_title", "label, fontdict=None, loc=None, pad=None, *, y=None, " + style, title),
      AxesFunction("get_title", "") { axes, _ in .string(axes.title?.text ?? "") },
      AxesFunction("get_xlabel", "") { axes, _ in .string(axes.x.label?.text ?? "") },
      AxesFunction("get_ylabel", "") { axes, _ in .string(axes.y.label?.text ?? "") },
      label("set_xlabel", "xlabel", isHorizontal: true),
      label("set_ylabel", "ylabel", isHorizontal: false),
      AxesFunction(
        "text",
        "x, y, s, fontdict=None, *, \(alignment), rotation=None, bbox=None, transform=None, zorder=None, "
          + style, text),
      AxesFunction(
        "annotate",
        "text, xy, xytext=None, xycoords='data', textcoords=None, arrowprops=None, *, \(alignment), rotation=None, bbox=None, zorder=None, "
          + style, annotate),
    ]
  }

  private static func title(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    let place = try call.string("loc") ?? "center"
    guard ["left", "center", "right"].contains(place) else {
      throw call.error(
        "ValueError",
        "'\(place)' is not a valid value for loc; supported values are 'left', 'center', 'right'")
    }
    let look = axes.look
    let base = look.text(look.titleSize, isBold: look.isTitleBold)
    axes.title = PlotTitle(
      try call.machine.str(call.required("label")), style: try StyleReading(call).text(base),
      place: place, pad: try call.double("pad", or: look.titlePad), y: try call.double("y"))
    return .object(TextObject(title: axes))
  }

  private static func label(
    _ name: String, _ parameter: String, isHorizontal: Bool
  ) -> AxesFunction {
    AxesFunction(
      name, "\(parameter), fontdict=None, labelpad=None, *, loc=None, rotation=None, " + style
    ) { axes, call throws(PyError) in
      for name in ["loc", "rotation"] {
        if let value = call.given(name) { throw call.unsupported(name, value) }
      }
      let label = (
        text: try call.machine.str(call.required(parameter)),
        style: try StyleReading(call).text(
          axes.look.text(
            axes.look.labelSize, color: axes.look.labelColor, isBold: axes.look.isLabelBold))
      )
      let pad = try call.double("labelpad", or: 4)
      if isHorizontal {
        (axes.x.label, axes.x.labelPad) = (label, pad)
      } else {
        (axes.y.label, axes.y.labelPad) = (label, pad)
      }
      return .object(TextObject(labelOf: axes, isHorizontal: isHorizontal))
    }
  }

  private static func text(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    var text = PlotText(
      x: try call.double("x", or: 0), y: try call.double("y", or: 0),
      text: try machine.str(call.required("s")))
    try hold(&text, axes.look, call)
    text.isInShares = try isInShares(call)
    return add(text, (call.required("x"), call.required("y")), to: axes)
  }

  /// Alignment, rotation, looks and box.
  static func hold(_ text: inout PlotText, _ look: PlotLook, _ call: Call) throws(PyError) {
    text.style = try StyleReading(call).text(look.text(.relative(1)))
    text.horizontal = try aligned(call, "horizontalalignment", "ha") ?? "left"
    text.vertical = try aligned(call, "verticalalignment", "va") ?? "baseline"
    text.rotation = try StyleReading(call).rotation ?? 0
    text.box = try TextBoxReading.box(call, size: text.style.size)
  }

  private static func isInShares(_ call: Call) throws(PyError) -> Bool {
    guard let value = call.given("transform") else { return false }
    guard value.asObject(ShareTransform.self) != nil else {
      throw call.unsupported("transform", value)
    }
    return true
  }

  private static func add(
    _ text: PlotText, _ place: (x: Value, y: Value), to axes: PlotAxes
  ) -> Value {
    let index = axes.artists.count
    axes.artists.append(.text(text))
    return .object(
      TextObject(place) {
        guard case .text(let own) = axes.artists[index] else { return ("", TextStyle()) }
        return (own.text, own.style)
      } write: { words, style in
        guard case .text(var own) = axes.artists[index] else { return }
        (own.text, own.style) = (words, style)
        axes.artists[index] = .text(own)
      })
  }

  private static func annotate(_ axes: PlotAxes, _ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    let (tip, given) = (call.required("xy"), call.given("xytext"))
    let place = try PlotNumbers.list(given ?? tip, machine)
    let point = try PlotNumbers.list(tip, machine)
    guard place.count == 2, point.count == 2 else {
      throw call.error("ValueError", "xy must be a pair")
    }
    let kinds = ["data", "axes fraction"]
    let kind = try call.string("xycoords") ?? "data"
    guard kinds.contains(kind) else { throw call.unsupported("xycoords", .string(kind)) }
    let textKind = try call.string("textcoords") ?? kind
    var text = PlotText(
      x: place[0], y: place[1], text: try machine.str(call.required("text")))
    try hold(&text, axes.look, call)
    if textKind == "offset points", given != nil {
      (text.x, text.y, text.offset) = (point[0], point[1], (place[0], place[1]))
      text.isInShares = kind != "data"
    } else if kinds.contains(textKind) {
      text.isInShares = (given == nil ? kind : textKind) != "data"
    } else {
      throw call.unsupported("textcoords", .string(textKind))
    }
    if call.given("arrowprops") != nil, kind != "data" || text.isInShares {
      throw call.unsupported("arrowprops", call.required("arrowprops"))
    }
    if given != nil, let arrow = try ArrowReading.arrow(call, from: text, to: point) {
      axes.artists.append(.arrow(arrow))
    }
    let items = try machine.array(given ?? tip)
    return add(text, (items[0], items[1]), to: axes)
  }

  private static func aligned(
    _ call: Call, _ long: String, _ short: String
  ) throws(PyError) -> String? {
    let text = try call.word(long, short)
    let names =
      long.hasPrefix("h")
      ? ["left", "center", "right"] : ["top", "center", "bottom", "baseline", "center_baseline"]
    if let text, !names.contains(text) {
      throw call.error(
        "ValueError",
        "'\(text)' is not a valid value for align; supported values are \(names.map { "'\($0)'" }.joined(separator: ", "))"
      )
    }
    return text
  }
}

extension Value {
  /// A place on an axis, as a whole number where it is one.
  init(plain place: Double) { self = Int(exactly: place).map { .int($0) } ?? .float(place) }

  /// The texts of a list, or one text.
  func asTexts(_ machine: Machine) throws(PyError) -> [String] {
    if case .string(let text) = self { return [text] }
    var texts: [String] = []
    for item in try machine.array(self) { texts.append(try machine.str(item)) }
    return texts
  }
}
