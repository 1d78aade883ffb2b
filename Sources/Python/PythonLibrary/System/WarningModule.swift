internal import PythonRuntime
internal import Texts

/// `warnings`: what is shown goes to `sys.stderr`.
enum WarningModule {
  static var members: [String: Value] {
    PythonRuntime.members([
      BuiltinFunction("warn", "message, category=None, stacklevel=1, source=None", warn),
      BuiltinFunction(
        "filterwarnings", "action, message='', category=None, module='', lineno=0, append=False",
        filter),
      BuiltinFunction("simplefilter", "action, category=None, lineno=0, append=False", filter),
      BuiltinFunction("resetwarnings", "") { call in
        call.machine.warnings.removeFilters()
        return .none
      },
      BuiltinFunction(
        "catch_warnings",
        "*, record=False, module=None, action=None, category=None, lineno=0, append=False"
      ) { call throws(PyError) in
        .object(
          CaughtWarnings(
            isRecord: try call.bool("record", or: false),
            filter: call.has("action") ? try read(call) : nil,
            append: try call.bool("append", or: false)))
      },
    ])
  }

  private static func warn(_ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    let level = max(1, try call.int("stacklevel", or: 1))
    let callers = machine.callerLines
    let line =
      level == 1 ? machine.callLine : callers.dropLast(level - 2).last ?? machine.callLine
    let warning = ExceptionTypes.type("Warning")
    if let given: InstanceObject = call.required("message").asObject(),
      given.kind.isKind(of: warning)
    {
      try machine.warn(given, line: line)
      return .none
    }
    var kind = ExceptionTypes.type("UserWarning")
    if let value = call.given("category") {
      guard let type: TypeObject = value.asObject(), type.isKind(of: warning) else {
        throw call.error(
          "TypeError",
          "category must be a Warning subclass, not '\(machine.typeName(value))'")
      }
      kind = type
    }
    let made = try machine.call(.object(kind), Arguments([call.required("message")]))
    guard let instance: InstanceObject = made.asObject() else { return .none }
    try machine.warn(instance, line: line)
    return .none
  }

  private static func filter(_ call: Call) throws(PyError) -> Value {
    call.machine.warnings.add(try read(call), append: try call.bool("append", or: false))
    return .none
  }

  private static func read(_ call: Call) throws(PyError) -> WarningState.Filter {
    let action = try call.string("action") ?? ""
    guard ["default", "always", "all", "ignore", "error", "once", "module"].contains(action) else {
      throw call.error("ValueError", "invalid action: \(TextLiteral.repr(action))")
    }
    var filter = WarningState.Filter(action: action)
    if let type: TypeObject = call.given("category")?.asObject() { filter.category = type }
    filter.message = try call.string("message") ?? ""
    if call.name == "filterwarnings" { filter.module = try call.string("module") ?? "" }
    filter.line = try call.int("lineno", or: 0)
    return filter
  }
}

/// `with warnings.catch_warnings():` filters hold until its end.
final class CaughtWarnings: HostObject {
  private let isRecord: Bool
  private let filter: WarningState.Filter?
  private let append: Bool
  private var before: WarningState?

  init(isRecord: Bool, filter: WarningState.Filter?, append: Bool) {
    (self.isRecord, self.filter, self.append) = (isRecord, filter, append)
  }

  override func letGo() { before = nil }

  override var hostType: TypeObject { Self.caughtType }
  private static let caughtType = SharedType(
    "catch_warnings", module: "warnings",
    methods: [
      .method("__enter__") { (caught: CaughtWarnings, call) throws(PyError) in
        caught.before = call.machine.warnings
        if let filter = caught.filter {
          call.machine.warnings.add(filter, append: caught.append)
        }
        guard caught.isRecord else { return .none }
        let log = ListObject([])
        call.machine.warnings.log = log
        return .object(log)
      },
      .method("__exit__", "*exc_info") { (caught: CaughtWarnings, call) throws(PyError) in
        if let before = caught.before { call.machine.warnings = before }
        call.machine.warnings.beginCell()
        return .none
      },
    ])
}
