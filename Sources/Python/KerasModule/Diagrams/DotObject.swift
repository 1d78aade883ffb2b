internal import PythonRuntime

/// The graph that `model_to_dot` gives; its `create` makes a picture.
final class DotObject: HostObject {
  private let svg: String
  init(svg: String) { self.svg = svg }
  override var hostType: TypeObject { Self.dotType }

  private static let dotType = SharedType(
    "Dot", module: "pydot.core",
    methods: [
      .method("create", "prog=None, format='ps', encoding=None") {
        (dot: DotObject, call) throws(PyError) in try picture(dot, call)
      },
      .method("create_svg", "prog=None, encoding=None") {
        (dot: DotObject, call) throws(PyError) in try picture(dot, call)
      },
      .method("create_png", "prog=None, encoding=None") {
        (dot: DotObject, call) throws(PyError) in try picture(dot, call)
      },
    ])

  private static func picture(_ dot: DotObject, _ call: Call) throws(PyError) -> Value {
    if call.has("format"), let format = try call.string("format"),
      !["svg", "png"].contains(format)
    {
      throw call.unsupported("format", .string(format))
    }
    return .object(DiagramObject(svg: dot.svg))
  }
}
