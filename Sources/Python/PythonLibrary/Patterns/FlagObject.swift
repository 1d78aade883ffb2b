internal import PythonRuntime

/// Flags of a pattern, which print as `re.IGNORECASE|re.MULTILINE`.
final class FlagObject: HostObject {
  let flags: PatternFlags
  init(_ flags: PatternFlags) { self.flags = flags }

  static let names: [(PatternFlags, String, String)] = [
    (.ascii, "ASCII", "A"), (.ignoreCase, "IGNORECASE", "I"), (.unicode, "UNICODE", "U"),
    (.multiline, "MULTILINE", "M"), (.dotAll, "DOTALL", "S"), (.verbose, "VERBOSE", "X"),
  ]

  override var hostType: TypeObject { Self.flagType }
  override var plainNumber: Value? { .int(flags.rawValue) }
  override func repr(_ machine: Machine) -> String {
    let shown = Self.names.filter { flags.contains($0.0) }.sorted {
      $0.0.rawValue < $1.0.rawValue
    }.map { "re.\($0.1)" }
    return shown.isEmpty ? "re.NOFLAG" : shown.joined(separator: "|")
  }

  override func binary(
    _ operation: Operation, _ other: Value, reflected: Bool, _ machine: Machine
  ) -> Value? {
    guard let number = other.smallInt else { return nil }
    switch operation {
    case .bitOr: return .object(FlagObject(PatternFlags(rawValue: flags.rawValue | number)))
    case .bitAnd: return .object(FlagObject(PatternFlags(rawValue: flags.rawValue & number)))
    default: return nil
    }
  }

  private static let flagType = SharedType("RegexFlag", module: "re")
}
