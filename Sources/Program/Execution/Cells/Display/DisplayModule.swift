internal import PythonRuntime
internal import KerasModule

/// `IPython.display`, and `display` itself, which notebooks have without an import.
struct DisplayModule {
  private let shown: ShownOutputs
  /// Whether what is displayed is printed too and has no handle, as where there is no Jupyter (IPython 9.18).
  private let prints: Bool

  static func install(in machine: Machine, _ shown: ShownOutputs, isScript: Bool) {
    let own = DisplayModule(shown: shown, prints: isScript)
    var members: [String: Value] = [:]
    for function in own.functions { members[function.name] = .object(function) }
    for (kind, type) in DisplayObject.types { members[kind.rawValue] = .object(type) }
    members["DisplayHandle"] = .object(DisplayHandle.handleType)
    let module = ModuleObject("IPython.display", members)
    machine.modules["IPython.display"] = module
    machine.modules["IPython"] = ModuleObject("IPython", ["display": .object(module)])
    machine.modules["IPython.core.display"] = module
    machine.modules["IPython.core"] = ModuleObject("IPython.core", ["display": .object(module)])
    if !isScript, let display = members["display"] { machine.define("display", display) }
  }

  private var functions: [BuiltinFunction] {
    [
      BuiltinFunction(
        "display",
        "*objs, include=None, exclude=None, metadata=None, transient=None, display_id=None, raw=False, clear=False, **kwargs",
        display),
      BuiltinFunction(
        "update_display", "obj, *, display_id, include=None, exclude=None, metadata=None, **kwargs"
      ) { call throws(PyError) in
        try update(call, call.required("obj"), try call.string("display_id") ?? "")
        return .none
      },
      BuiltinFunction("clear_output", "wait=False") { call throws(PyError) in
        shown.clearShown(waits: try call.bool("wait", or: false))
        return .none
      },
    ]
  }

  private func display(_ call: Call) throws(PyError) -> Value {
    var handle: DisplayHandle?
    switch call.given("display_id") {
    case nil, .bool(false)?: break
    case .bool(true)?: handle = DisplayHandle(shown.newDisplay(), shownID: "…", self)
    case let value?:
      let id = try call.machine.str(value)
      handle = DisplayHandle(id, shownID: id, self)
    }
    if try call.bool("clear", or: false) { shown.clearShown(waits: true) }
    try printed(call.rest, call)
    for value in call.rest { try show(value, call, as: .display(id: handle?.id)) }
    if prints { return .none }
    return handle.map { .object($0) } ?? .none
  }

  fileprivate func update(_ call: Call, _ value: Value, _ id: String) throws(PyError) {
    try printed([value], call)
    try show(value, call, as: .update(id: id))
  }

  /// A script's standard output has the values as `print` writes them.
  fileprivate func printed(_ values: [Value], _ call: Call) throws(PyError) {
    guard prints else { return }
    var texts: [String] = []
    for value in values { texts.append(try call.machine.str(value)) }
    call.machine.write(texts.joined(separator: " ") + "\n")
  }

  /// Shows a value in the forms that a call asks for.
  fileprivate func show(
    _ value: Value, _ call: Call, as place: ShownOutputs.Place
  ) throws(PyError) {
    let machine = call.machine
    var displayed: DisplayedValue
    if try call.bool("raw", or: false), let bundle: DictObject = value.asObject() {
      displayed = try DisplayedValue(bundle: bundle, machine)
    } else {
      guard let made = try DisplayedValue(value, machine) else { return }
      displayed = made
    }
    if let types = call.given("include") {
      let kept = Set(try machine.strings(types, "include"))
      displayed.keep { kept.contains($0) }
    }
    if let types = call.given("exclude") {
      let left = Set(try machine.strings(types, "exclude"))
      displayed.keep { !left.contains($0) }
    }
    shown.note(displayed.failures, machine)
    if prints, displayed.forms.isEmpty, displayed.content == nil { return }
    if let metadata = call.given("metadata") { displayed.metadata = try machine.json(metadata) }
    shown.show(displayed, as: place)
  }
}

/// What `display(…, display_id=True)` gives.
final class DisplayHandle: HostObject {
  let id: String
  /// What is shown of a name that is made up: it differs from run to run in Jupyter.
  private let shownID: String
  private let module: DisplayModule

  init(_ id: String, shownID: String, _ module: DisplayModule) {
    (self.id, self.shownID, self.module) = (id, shownID, module)
  }

  override var hostType: TypeObject { Self.handleType }
  override func repr(_ machine: Machine) -> String { "<DisplayHandle display_id=\(shownID)>" }
  override func property(_ name: String, _ machine: Machine) -> Value? {
    name == "display_id" ? .string(shownID) : nil
  }

  static let handleType = SharedType(
    "DisplayHandle", module: "IPython.core.display_functions", "display_id=None",
    properties: ["display_id"],
    methods: [
      .method("display", "obj, **kwargs") { (handle: DisplayHandle, call) throws(PyError) in
        let value = call.required("obj")
        try handle.module.printed([value], call)
        try handle.module.show(value, call, as: .display(id: handle.id))
        return .none
      },
      .method("update", "obj, **kwargs") { (handle: DisplayHandle, call) throws(PyError) in
        try handle.module.update(call, call.required("obj"), handle.id)
        return .none
      },
    ]
  ) { call throws(PyError) in throw call.unsupported("display_id", call["display_id"] ?? .none) }
}
