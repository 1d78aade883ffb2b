internal import PythonRuntime

/// Patterns that a program's module compiled, as `re` keeps them.
final class PatternCache {
  private struct Name: Hashable {
    var pattern: String
    var flags: Int
  }
  private var kept: [Name: PatternObject] = [:]

  func pattern(_ value: Value, _ flags: Int, _ machine: Machine) throws(PyError) -> PatternObject {
    if let made: PatternObject = value.asObject() {
      if flags != 0 {
        throw machine.error(
          "ValueError", "cannot process flags argument with a compiled pattern")
      }
      return made
    }
    guard case .string(let text) = value else {
      throw machine.error("TypeError", "first argument must be string or compiled pattern")
    }
    let name = Name(pattern: text, flags: flags)
    if let made = kept[name] { return made }
    let made = try PatternObject(text, PatternFlags(rawValue: flags), machine)
    if kept.count > 500 { kept = [:] }
    kept[name] = made
    return made
  }
}
