internal import PythonRuntime
internal import Matplotlib

/// `MaxNLocator`, `MultipleLocator`, `NullLocator`: where ticks stand.
final class LocatorObject: HostObject {
  let set: (inout PlotAxis) -> Void
  private let kind: TypeObject
  init(_ kind: TypeObject, _ set: @escaping (inout PlotAxis) -> Void) {
    (self.kind, self.set) = (kind, set)
  }
  override var hostType: TypeObject { kind }

  /// The module `matplotlib.ticker`.
  static var members: [String: Value] {
    var all: [String: Value] = [:]
    for function in functions { all[function.name] = .object(function) }
    return all
  }

  private static func kind(_ name: String) -> TypeObject {
    TypeObject(name, module: "matplotlib.ticker")
  }

  private static var functions: [BuiltinFunction] {
    [
      BuiltinFunction("MaxNLocator", "nbins=10, *, integer=False") { call throws(PyError) in
        let isAutomatic = if case .string("auto")? = call["nbins"] { true } else { false }
        let count = isAutomatic ? 9 : try call.int("nbins", or: 10)
        guard count > 0 else { throw call.error("ValueError", "nbins must be positive") }
        let areWhole = try call.bool("integer", or: false)
        return .object(
          LocatorObject(kind("MaxNLocator")) {
            $0.locator =
              areWhole ? .whole(intervals: count, isPlain: false) : .most(intervals: count)
          })
      },
      BuiltinFunction("MultipleLocator", "base=1.0, offset=0.0") { call throws(PyError) in
        if let value = call.given("offset"), value.double != 0 {
          throw call.unsupported("offset", value)
        }
        let base = try call.double("base", or: 1)
        guard base > 0 else { throw call.error("ValueError", "'step' must be positive") }
        return .object(LocatorObject(kind("MultipleLocator")) { $0.locator = .multiples(of: base) })
      },
      BuiltinFunction("NullLocator", "") { _ in
        .object(LocatorObject(kind("NullLocator")) { $0.ticks = [] })
      },
    ]
  }
}
