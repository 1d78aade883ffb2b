package import PythonRuntime

/// The picture that `plot_model` gives, which Jupyter shows.
package final class DiagramObject: HostObject {
  /// The picture.
  package let svg: String

  init(svg: String) { self.svg = svg }

  package override var hostType: TypeObject { Self.imageType }
  package override func repr(_ machine: Machine) -> String {
    "<IPython.core.display.Image object>"
  }

  private static let imageType = SharedType(
    "Image", module: "IPython.core.display")
}

/// `plot_model` and `model_to_dot`.
enum ModelDiagram {
  static let plotParameters =
    "model, to_file='model.png', show_shapes=False, show_dtype=False, show_layer_names=False, rankdir='TB', expand_nested=False, dpi=200, show_layer_activations=False, show_trainable=False, splines='ortho'"
  static let dotParameters =
    "model, show_shapes=False, show_dtype=False, show_layer_names=True, rankdir='TB', expand_nested=False, dpi=200, subgraph=False, show_layer_activations=False, show_trainable=False, splines='ortho'"

  static func plot(_ call: Call, _ session: KerasSession) throws(PyError) -> Value {
    let diagram = DiagramObject(svg: try svg(call, names: false))
    session.pictures[try call.string("to_file") ?? "model.png"] = diagram
    return .object(diagram)
  }

  static func dot(_ call: Call) throws(PyError) -> Value {
    .object(DotObject(svg: try svg(call, names: true)))
  }

  private static func svg(_ call: Call, names: Bool) throws(PyError) -> String {
    guard let model: ModelObject = call.required("model").asObject() else {
      throw call.error("TypeError", "\(call.name)() takes a model")
    }
    guard !model.inputs.isEmpty else {
      throw call.error(
        "ValueError",
        "This model has not yet been built. Build the model first by calling `build()` or by calling the model on a batch of data."
      )
    }
    for name in ["show_trainable", "subgraph"] where call.has(name) {
      if try call.bool(name, or: false) { throw call.unsupported(name, call.required(name)) }
    }
    for (name, known) in [("rankdir", ["TB", "LR"]), ("splines", ["ortho"])] where call.has(name) {
      if let word = try call.string(name), !known.contains(word) {
        throw call.unsupported(name, .string(word))
      }
    }
    let isNested = model.layers.contains { if case .model = $0.content { true } else { false } }
    if isNested, try call.bool("expand_nested", or: false) {
      throw call.unsupported("expand_nested", .bool(true))
    }
    let options = DiagramNode.Options(
      names: try call.bool("show_layer_names", or: names),
      shapes: try call.bool("show_shapes", or: false),
      activations: try call.bool("show_layer_activations", or: false),
      types: try call.bool("show_dtype", or: false))
    let isWide = try call.string("rankdir") == "LR"
    return DiagramDrawing(DiagramGraph(model, options), isWide: isWide).svg
  }
}

extension KerasLibrary {
  /// The picture that a program drew into a file of this name; nil where there is none.
  package static func picture(named name: String, in machine: Machine) -> DiagramObject? {
    KerasSession.of(machine).pictures[name]
  }
}
