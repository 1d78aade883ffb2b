internal import PythonRuntime
internal import Matplotlib

/// The functions of pyplot that concern colors of images, and settings.
struct ColorControl {
  let session: PlotSession

  var functions: [BuiltinFunction] { maps + others }

  /// `plt.jet()`: the map of what is drawn later, and of the current image.
  private var maps: [BuiltinFunction] {
    [
      "autumn", "bone", "cool", "copper", "flag", "gray", "hot", "hsv", "jet", "pink", "prism",
      "spring", "summer", "winter", "magma", "inferno", "plasma", "viridis", "nipy_spectral",
    ].filter { Colormap($0) != nil }.map { name in
      BuiltinFunction(name, "") { call throws(PyError) in
        try setMap(.string(name), call)
        return .none
      }
    }
  }

  private func setMap(_ value: Value, _ call: Call) throws(PyError) {
    let map = try PlotNumbers.colormap(value, "viridis", call.machine)
    session.look.colormap = map.name
    session.currentImage?.change { $0.map = map }
  }

  private var others: [BuiltinFunction] {
    [
      BuiltinFunction("set_cmap", "cmap") { call throws(PyError) in
        try setMap(call.required("cmap"), call)
        return .none
      },
      BuiltinFunction("clim", "vmin=None, vmax=None") { [session] call throws(PyError) in
        guard let image = session.currentImage else {
          throw call.error("RuntimeError", "You must first define an image, e.g., with imshow")
        }
        let (low, high) = (try call.double("vmin"), try call.double("vmax"))
        image.change {
          $0.low = low ?? $0.low
          $0.high = high ?? $0.high
        }
        return .none
      },
      BuiltinFunction("gci", "") { [session] _ in
        session.currentImage.map { .object($0) } ?? .none
      },
      BuiltinFunction("colormaps", "") { _ in
        .object(ListObject(Colormap.names.map { .string($0) }))
      },
      BuiltinFunction("rc", "group, **kwargs") { [session] call throws(PyError) in
        let group = try call.string("group") ?? ""
        for (name, value) in call.others {
          let short = ["lw": "linewidth", "ls": "linestyle", "c": "color"]
          try session.settings.setItem(
            .string("\(group).\(short[name] ?? name)"), value, call.machine)
        }
        return .none
      },
      BuiltinFunction("rcdefaults", "") { [session] _ in
        session.look = PlotLook()
        return .none
      },
      BuiltinFunction("rc_context", "rc=None") { [session] call throws(PyError) in
        let changes: DictObject? = call.given("rc")?.asObject()
        return .object(
          LookContext(session) { machine throws(PyError) in
            for (key, value) in changes?.pairs ?? [] {
              try session.settings.setItem(key, value, machine)
            }
          })
      },
    ]
  }
}
