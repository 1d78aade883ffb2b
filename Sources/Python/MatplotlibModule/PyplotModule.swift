package import PythonRuntime
internal import Matplotlib

/// The modules `matplotlib` and `seaborn` for a program.
package enum PyplotModule {
  /// Puts the modules into a machine, so that its programs can import them.
  package static func install(_ session: PlotSession, in machine: Machine) {
    let style = ModuleObject("matplotlib.style", style(session))
    let maps = ModuleObject("matplotlib.cm", colormaps)
    var pyplot = functions(session)
    pyplot["cm"] = .object(maps)
    pyplot["style"] = .object(style)
    pyplot["rcParams"] = .object(session.settings)
    pyplot["Axes"] = .object(AxesFunctions.type)
    pyplot["Figure"] = .object(FigureFunctions.type)
    PlotForesight.tell(pyplot)
    let module = ModuleObject("matplotlib.pyplot", pyplot)
    module.members["__session__"] = .object(PlotSessionObject(session))
    let root = ModuleObject(
      "matplotlib",
      [
        "pyplot": .object(module), "cm": .object(maps), "style": .object(style),
        "rcParams": .object(session.settings), "__version__": .string("3.10.0"),
        "use": .object(BuiltinFunction("use", "backend, *, warn=None, force=True") { _ in .none }),
        "rc": pyplot["rc"] ?? .none,
      ])
    machine.modules["matplotlib"] = root
    machine.modules["matplotlib.pyplot"] = module
    machine.modules["matplotlib.pylab"] = module
    machine.modules["pylab"] = module
    machine.modules["matplotlib.cm"] = maps
    machine.modules["matplotlib.style"] = style
    for (name, members) in Self.small {
      let own = ModuleObject("matplotlib.\(name)", members)
      machine.modules["matplotlib.\(name)"] = own
      root.members[name] = .object(own)
    }
    machine.modules["cycler"] = ModuleObject("cycler", ["cycler": .object(CycleObject.function)])
    pyplotTypes(module)
    root.members["pylab"] = .object(module)
    machine.modules["seaborn"] = ModuleObject("seaborn", SeabornModule(session: session).members)
  }

  /// Modules of a few names.
  private static var small: [(String, [String: Value])] {
    var patches: [String: Value] = [:]
    for function in PatchFunctions.constructors { patches[function.name] = .object(function) }
    return [
      ("patches", patches), ("lines", ["Line2D": .object(LegendLine.constructor)]),
      ("ticker", LocatorObject.members),
      ("gridspec", ["GridSpec": .object(GridObject.constructor)]),
      ("colors", ColormapObject.colors),
      ("axes", ["Axes": .object(AxesFunctions.type)]),
      ("figure", ["Figure": .object(FigureFunctions.type)]),
    ]
  }

  private static func pyplotTypes(_ module: ModuleObject) {
    for name in ["MaxNLocator", "MultipleLocator", "NullLocator"] {
      module.members[name] = LocatorObject.members[name]
    }
    module.members["cycler"] = .object(CycleObject.function)
  }

  /// The session of a machine's pyplot.
  static func session(of machine: Machine) -> PlotSession? {
    machine.modules["matplotlib.pyplot"]?.members["__session__"]?
      .asObject(PlotSessionObject.self)?.session
  }

  private static var colormaps: [String: Value] {
    var all: [String: Value] = [:]
    for name in Colormap.names {
      if let map = Colormap(name) { all[name] = .object(ColormapObject(map)) }
    }
    all["get_cmap"] = .object(getColormap)
    return all
  }

  private static var getColormap: BuiltinFunction {
    BuiltinFunction("get_cmap", "name=None, lut=None") { call throws(PyError) in
      let fallback = PyplotModule.session(of: call.machine)?.look.colormap ?? "viridis"
      let map = try PlotNumbers.colormap(call["name"], fallback, as: "name", call.machine)
      guard let count = try call.int("lut") else { return .object(ColormapObject(map)) }
      guard (1...100_000).contains(count) else {
        throw call.error("ValueError", "lut must be positive")
      }
      return .object(ColormapObject(map.resampled(count)))
    }
  }

  /// `matplotlib.style`.
  private static func style(_ session: PlotSession) -> [String: Value] {
    @Sendable func names(_ value: Value, _ machine: Machine) throws(PyError) -> [String] {
      try value.asTexts(machine)
    }
    return [
      "use": .object(
        BuiltinFunction("use", "style") { call throws(PyError) in
          for name in try names(call.required("style"), call.machine) {
            try StyleSheets.use(name, session, call.machine)
          }
          return .none
        }),
      "context": .object(
        BuiltinFunction("context", "style, after_reset=False") { call throws(PyError) in
          let isNew = try call.bool("after_reset", or: false)
          let chosen = try names(call.required("style"), call.machine)
          return .object(
            LookContext(session) { machine throws(PyError) in
              if isNew { session.look = PlotLook() }
              for name in chosen { try StyleSheets.use(name, session, machine) }
            })
        }),
      "available": .object(ListObject(StyleSheets.names.map { .string($0) })),
    ]
  }

  /// The functions of pyplot: those of the current axes and of the current figure, and its own.
  private static func functions(_ session: PlotSession) -> [String: Value] {
    var all: [String: Value] = [:]
    let names = Dictionary(
      AxesFunctions.pyplotNames.map { ($0.value, $0.key) }, uniquingKeysWith: { a, _ in a })
    for function in AxesFunctions.all where !function.name.hasPrefix("get_") {
      let name = names[function.name] ?? function.name
      if name.hasPrefix("set_") || name == "set" { continue }
      all[name] = .object(
        BuiltinFunction(name, function.parameters) { call throws(PyError) in
          try function.body(session.axes(call.machine), call)
        })
    }
    for function in FigureControl(session: session).functions
      + ColorControl(session: session).functions
    {
      all[function.name] = .object(function)
    }
    for (name, own) in [
      ("xlim", "set_xlim"), ("ylim", "set_ylim"), ("xticks", "set_xticks"),
      ("yticks", "set_yticks"),
    ] {
      guard let function = AxesFunctions.all.first(where: { $0.name == own }) else { continue }
      let isHorizontal = name.hasPrefix("x")
      all[name] = .object(
        BuiltinFunction(name, function.parameters) { call throws(PyError) in
          let axes = try session.axes(call.machine)
          if name.hasSuffix("lim"), call.givenNames.isEmpty {
            let ends = isHorizontal ? axes.limits.x : axes.limits.y
            return try PlotNumbers.tuple([ends.0, ends.1], call.machine)
          }
          return try function.body(axes, call)
        })
    }
    all["get_cmap"] = .object(getColormap)
    return all
  }
}
