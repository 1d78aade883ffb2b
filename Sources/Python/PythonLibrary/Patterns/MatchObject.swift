internal import PythonRuntime
internal import Texts

/// `re.Match`.
final class MatchObject: HostObject {
  let pattern: PatternObject
  /// The code points of the text.
  let text: [UInt32]
  private let range: Range<Int>
  private let spans: PatternSpans

  init(_ pattern: PatternObject, _ text: [UInt32], _ range: Range<Int>, _ spans: PatternSpans) {
    (self.pattern, self.text, self.range, self.spans) = (pattern, text, range, spans)
  }

  override var hostType: TypeObject { Self.matchType }

  override func repr(_ machine: Machine) -> String {
    let shown = TextLiteral.repr(group(0) ?? "")
    return "<re.Match object; span=(\(start), \(end)), match=\(shown)>"
  }

  var groupCount: Int { pattern.program.groupCount }
  var start: Int { spans.slots[0] }
  var end: Int { spans.slots[1] }

  /// Where a group began and ended; -1 where it took no part.
  func span(_ number: Int) -> (start: Int, end: Int) {
    (spans.slots[2 * number], spans.slots[2 * number + 1])
  }

  func group(_ number: Int) -> String? {
    let (start, end) = span(number)
    return start < 0 ? nil : String(codePoints: text[start..<end])
  }

  /// A group's number from what stands in a call.
  func number(_ value: Value?, _ machine: Machine) throws(PyError) -> Int {
    switch value {
    case nil: return 0
    case .string(let name)?: if let number = pattern.names[name] { return number }
    case let value?:
      if let number = value.smallInt, (0...groupCount).contains(number) { return number }
    }
    throw machine.error("IndexError", "no such group")
  }

  private func value(_ number: Int, _ otherwise: Value = .none) -> Value {
    group(number).map(Value.string) ?? otherwise
  }

  override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    value(try number(index, machine))
  }

  override func property(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "string": return .string(String(codePoints: text[...]))
    case "re": return .object(pattern)
    case "pos": return .int(range.lowerBound)
    case "endpos": return .int(range.upperBound)
    case "lastindex": return lastIndex.map(Value.int) ?? Value.none
    case "lastgroup":
      return pattern.names.first { $0.value == lastIndex }.map { .string($0.key) } ?? Value.none
    default: return nil
    }
  }

  /// The group that was closed last.
  private var lastIndex: Int? { spans.lastGroup == 0 ? nil : spans.lastGroup }

  static let matchType = SharedType(
    "Match", module: "re", isImmutable: true,
    properties: ["string", "re", "pos", "endpos", "lastindex", "lastgroup"],
    methods: [
      .method("group", "*args") { (match: MatchObject, call) throws(PyError) in
        guard call.rest.count > 1 else {
          return match.value(try match.number(call.rest.first, call.machine))
        }
        var values: [Value] = []
        for item in call.rest { values.append(match.value(try match.number(item, call.machine))) }
        return .object(TupleObject(values))
      },
      .method("groups", "default=None") { (match: MatchObject, call) throws(PyError) in
        let otherwise = call["default"] ?? .none
        return .object(
          TupleObject((1..<match.groupCount + 1).map { match.value($0, otherwise) }))
      },
      .method("groupdict", "default=None") { (match: MatchObject, call) throws(PyError) in
        let dict = DictObject()
        for (name, number) in match.pattern.names.sorted(by: { $0.value < $1.value }) {
          try dict.set(
            .string(name), match.value(number, call["default"] ?? .none), call.machine)
        }
        return .object(dict)
      },
      .method("start", "group=0") { (match: MatchObject, call) throws(PyError) in
        .int(match.span(try match.number(call["group"], call.machine)).start)
      },
      .method("end", "group=0") { (match: MatchObject, call) throws(PyError) in
        .int(match.span(try match.number(call["group"], call.machine)).end)
      },
      .method("span", "group=0") { (match: MatchObject, call) throws(PyError) in
        let span = match.span(try match.number(call["group"], call.machine))
        return .object(TupleObject([.int(span.start), .int(span.end)]))
      },
      .method("expand", "template") { (match: MatchObject, call) throws(PyError) in
        let template = try ReplacementText(
          try call.string("template") ?? "", match.pattern, call.machine)
        return .string(template.text(for: match))
      },
    ])
}

extension String {
  init(codePoints: ArraySlice<UInt32>) {
    self.init(String.UnicodeScalarView(codePoints.compactMap(Unicode.Scalar.init)))
  }
}
