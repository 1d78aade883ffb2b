internal import PythonRuntime
internal import Texts

/// `re.Pattern`.
final class PatternObject: HostObject {
  let pattern: String
  let flags: PatternFlags
  let program: CompiledPattern
  let names: [String: Int]

  init(_ pattern: String, _ flags: PatternFlags, _ machine: Machine) throws(PyError) {
    let scalars = Array(pattern.unicodeScalars)
    try machine.spend(memory: scalars.count * 64)
    do throws(PatternProblem) {
      var parser = PatternParser(scalars, flags)
      let node = try parser.parse()
      program = try CompiledPattern(node, groupCount: parser.groupCount)
      names = parser.names
      self.flags = parser.flags
    } catch {
      throw machine.error(error.kind, error.text(in: scalars))
    }
    self.pattern = pattern
  }

  override var hostType: TypeObject { Self.patternType }

  override func repr(_ machine: Machine) -> String {
    let shown = TextLiteral.repr(pattern)
    let text = FlagObject(flags).repr(machine)
    return flags.isEmpty ? "re.compile(\(shown))" : "re.compile(\(shown), \(text))"
  }

  override func property(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    switch name {
    case "pattern": return .string(pattern)
    case "flags": return .int(flags.union(flags.contains(.ascii) ? [] : .unicode).rawValue)
    case "groups": return .int(program.groupCount)
    case "groupindex":
      let dict = DictObject()
      for (name, number) in names.sorted(by: { $0.value < $1.value }) {
        try dict.set(.string(name), .int(number), machine)
      }
      return .object(dict)
    default: return nil
    }
  }

  override func isEqual(_ other: Value, _ machine: Machine) -> Bool? {
    other.asObject(PatternObject.self).map { $0.pattern == pattern && $0.flags == flags }
  }

  override func hashNumber(_ machine: Machine) -> Int? { pattern.hashValue }

  /// All matches one behind the other, as `finditer` gives them.
  func matches(
    _ text: [UInt32], _ range: Range<Int>? = nil, limit: Int = .max, _ machine: Machine
  ) throws(PyError) -> [MatchObject] {
    let range = range ?? 0..<text.count
    let matcher = PatternMatcher(program, text, end: range.upperBound, machine)
    var (place, form): (Int, PatternMatcher.Form) = (range.lowerBound, [])
    var found: [MatchObject] = []
    while found.count < limit, let spans = try matcher.match(from: place, form) {
      try machine.step()
      try machine.spend(memory: 64 + 8 * spans.slots.count)
      let match = MatchObject(self, text, range, spans)
      found.append(match)
      form = match.start == match.end ? .advancing : []
      place = match.end
    }
    return found
  }

  /// `search`, `match` or `fullmatch`.
  func match(
    _ name: String, _ text: [UInt32], _ range: Range<Int>, _ machine: Machine
  ) throws(PyError) -> MatchObject? {
    let matcher = PatternMatcher(program, text, end: range.upperBound, machine)
    let form: PatternMatcher.Form =
      switch name {
      case "match": .anchored
      case "fullmatch": .whole
      default: []
      }
    let spans = try matcher.match(from: range.lowerBound, form)
    return spans.map { MatchObject(self, text, range, $0) }
  }

  static let patternType = SharedType(
    "Pattern", module: "re", isImmutable: true,
    properties: ["pattern", "flags", "groups", "groupindex"],
    methods: PatternFunctions.methods)
}
