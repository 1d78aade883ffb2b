public import Cells

/// `plot_model`: the model's layers in a row, as text.
enum ModelDiagram {
  static func shown(_ call: Call) throws(PyError) -> Value {
    guard let model: ModelObject = call.required("model").asObject() else {
      throw call.error("TypeError", "\(call.name)() takes a model")
    }
    return .object(DiagramObject(model, showsShapes: try call.bool("show_shapes", or: false)))
  }
}

/// A model as boxes below each other: an SVG that Jupyter shows.
public final class DiagramObject: HostObject {
  private let rows: [String]

  init(_ model: ModelObject, showsShapes: Bool) {
    rows = model.layers.map { layer in
      let shapes = layer.output.map { " \($0.tensorShape.batched)" } ?? ""
      return "\(layer.name): \(layer.className)" + (showsShapes ? shapes : "")
    }
  }

  public override var hostType: TypeObject { Self.diagramType }
  public override func repr(_ machine: Machine) -> String {
    "<model diagram of \(rows.count) layers>"
  }

  /// The picture.
  public var svg: String {
    let width = max(rows.map(\.count).max() ?? 0, 10) * 8 + 40
    let height = rows.count * 52 + 8
    var parts = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\" font-family=\"DejaVu Sans, Verdana, sans-serif\" font-size=\"12\" text-anchor=\"middle\">",
      "<rect width=\"\(width)\" height=\"\(height)\" fill=\"white\"/>",
    ]
    for (index, row) in rows.enumerated() {
      let top = 8 + index * 52
      if index > 0 {
        parts.append(
          "<path d=\"M\(width / 2) \(top - 20)V\(top - 4)\" stroke=\"black\" fill=\"none\"/><path d=\"M\(width / 2 - 4) \(top - 6)h8l-4 6z\"/>"
        )
      }
      parts.append(
        "<rect x=\"8\" y=\"\(top)\" width=\"\(width - 16)\" height=\"32\" fill=\"none\" stroke=\"black\"/><text x=\"\(width / 2)\" y=\"\(top + 20)\">\(Self.escaped(row))</text>"
      )
    }
    return parts.joined(separator: "\n") + "\n</svg>\n"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  nonisolated(unsafe) private static let diagramType = TypeObject(
    "Diagram", module: "caderno",
    methods: [
      .method("create", "*args, **kwargs") { (diagram: DiagramObject, _) throws(PyError) in
        .object(diagram)
      }
    ])
}
