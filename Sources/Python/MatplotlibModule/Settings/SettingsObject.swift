internal import PythonRuntime
internal import Matplotlib

/// `rcParams`: a session's look by Matplotlib's names.
final class SettingsObject: HostObject {
  private unowned let session: PlotSession
  init(_ session: PlotSession) { self.session = session }
  override var hostType: TypeObject { Self.settingsType }

  private func entry(_ index: Value, _ machine: Machine) throws(PyError) -> SettingsTable.Entry {
    let name = try machine.str(index)
    if let entry = SettingsTable.entries[name] { return entry }
    let near = Spelling.nearest(to: name, in: SettingsTable.entries.keys.sorted())
    throw machine.error(
      "KeyError",
      "'\(name)' is no setting that Caderno knows" + (near.map { "; did you mean '\($0)'?" } ?? ""))
  }

  override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    if case .string("backend") = index {
      return .string("module://matplotlib_inline.backend_inline")
    }
    return try entry(index, machine).get(session.look)
  }

  override func setItem(_ index: Value, _ value: Value, _ machine: Machine) throws(PyError) {
    if case .string(let name) = index, Self.isHarmless(name) { return }
    try entry(index, machine).set(&session.look, value, machine)
  }

  /// What leaves the picture that is shown as it is: files, windows, fonts that aren't there.
  private static func isHarmless(_ name: String) -> Bool {
    let groups = ["savefig.", "pdf.", "ps.", "svg.", "animation.", "agg.", "keymap.", "webagg."]
    let names = [
      "figure.max_open_warning", "interactive", "toolbar", "backend", "font.sans-serif",
      "font.serif", "font.monospace", "axes.unicode_minus", "axes.axisbelow",
    ]
    return names.contains(name) || groups.contains { name.hasPrefix($0) }
  }

  override func contains(_ value: Value, _ machine: Machine) throws(PyError) -> Bool? {
    SettingsTable.entries[try machine.str(value)] != nil
  }

  private static let settingsType = SharedType(
    "RcParams", module: "matplotlib",
    methods: [
      .method("update", "values") { (settings: SettingsObject, call) throws(PyError) in
        guard let values: DictObject = call.required("values").asObject() else {
          throw call.error("TypeError", "update() takes a dict")
        }
        for (key, value) in values.pairs { try settings.setItem(key, value, call.machine) }
        return .none
      },
      .method("get", "key, default=None") { (settings: SettingsObject, call) throws(PyError) in
        let name = try call.machine.str(call.required("key"))
        guard SettingsTable.entries[name] != nil else { return call["default"] ?? .none }
        return try settings.item(.string(name), call.machine)
      },
      .method("copy") { (settings: SettingsObject, call) throws(PyError) in
        let copy = DictObject()
        for (name, entry) in SettingsTable.entries.sorted(by: { $0.key < $1.key }) {
          try copy.set(.string(name), entry.get(settings.session.look), call.machine)
        }
        return .object(copy)
      },
    ])
}

/// `with plt.rc_context(…)`, `with plt.style.context(…)`: a look that ends with the block.
final class LookContext: HostObject {
  private let session: PlotSession
  private let change: (Machine) throws(PyError) -> Void
  private var before: PlotLook?

  init(_ session: PlotSession, _ change: @escaping (Machine) throws(PyError) -> Void) {
    (self.session, self.change) = (session, change)
  }
  override var hostType: TypeObject { Self.contextType }

  private static let contextType = SharedType(
    "_GeneratorContextManager", module: "contextlib",
    methods: [
      .method("__enter__") { (context: LookContext, call) throws(PyError) in
        context.before = context.session.look
        try context.change(call.machine)
        return .none
      },
      .method("__exit__", "*error") { (context: LookContext, _) throws(PyError) in
        if let before = context.before { context.session.look = before }
        return .none
      },
    ])
}
