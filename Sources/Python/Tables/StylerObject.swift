internal import PythonRuntime

/// `frame.style`: the frame as a table whose numbers have six decimals. Its colors and formats aren't offered.
final class StylerObject: HostObject {
  let frame: FrameObject

  init(_ frame: FrameObject) { self.frame = frame }

  /// How many decimals every float has.
  static let digits = 6

  override var hostType: TypeObject { Self.stylerType }

  private static let refused = [
    "apply", "applymap", "background_gradient", "bar", "format", "hide", "highlight_max",
    "highlight_min", "map", "set_caption", "set_properties", "set_table_styles", "text_gradient",
  ]

  private static let stylerType = SharedType(
    "Styler", module: "pandas.io.formats.style",
    methods: refused.map { name in
      .method(name, "*args, **kwargs") { (_: StylerObject, call) throws(PyError) in
        throw call.error(
          "NotImplementedError", "style.\(name)() is not supported by Caderno; a plain table is")
      }
    })
}
