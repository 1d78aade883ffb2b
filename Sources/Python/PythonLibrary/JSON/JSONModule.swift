internal import PythonRuntime
internal import Texts

/// `json`: texts only, as cells have no files.
enum JSONModule {
  static var members: [String: Value] {
    PythonRuntime.members(
      [
        BuiltinFunction(
          "dumps",
          "obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None, sort_keys=False"
        ) { call throws(PyError) in
          if let value = call.given("cls") { throw call.unsupported("cls", value) }
          var writer = try JSONText(call)
          try writer.write(call.required("obj"), 0)
          return .string(writer.text)
        },
        BuiltinFunction("loads", "s") { call throws(PyError) in
          guard case .string(let text) = call.required("s") else {
            throw call.error(
              "TypeError",
              "the JSON object must be str, bytes or bytearray, not "
                + call.machine.typeName(call.required("s")))
          }
          try call.machine.spend(memory: text.utf8.count * 8)
          return try PythonJSONMaker.value(of: text, call.machine)
        },
      ], ["JSONDecodeError": .object(ExceptionTypes.type("JSONDecodeError"))])
  }
}

/// A value written as JSON.
struct JSONText {
  private(set) var text = ""
  private let call: Call
  private var machine: Machine { call.machine }
  /// What one level is moved in by; nil for one line.
  private let indent: String?
  private let itemMark: String
  private let keyMark: String
  private let isASCII: Bool
  private let allowsNaN: Bool
  private let sortsKeys: Bool
  private let skipsKeys: Bool
  private let fallback: Value?
  private var open: Set<ObjectIdentifier> = []

  init(_ call: Call) throws(PyError) {
    self.call = call
    switch call.given("indent") {
    case nil: indent = nil
    case .string(let text)?: indent = text
    case let value?:
      indent = String(
        repeating: " ", count: max(0, min(try call.machine.integer(value, "indent"), 1000)))
    }
    var marks = [indent == nil ? ", " : ",", ": "]
    if let value = call.given("separators") {
      marks = try call.machine.strings(value, "separators")
      guard marks.count == 2 else {
        throw call.error(
          "ValueError", "not enough values to unpack (expected 2, got \(marks.count))")
      }
    }
    (itemMark, keyMark) = (marks[0], marks[1])
    isASCII = try call.bool("ensure_ascii", or: true)
    allowsNaN = try call.bool("allow_nan", or: true)
    sortsKeys = try call.bool("sort_keys", or: false)
    skipsKeys = try call.bool("skipkeys", or: false)
    fallback = call.given("default")
  }

  mutating func write(_ value: Value, _ depth: Int) throws(PyError) {
    try machine.step()
    let before = text.utf8.count
    switch value {
    case .unset, .none: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .int, .big: text += try machine.str(value)
    case .float(let number): text += try real(number)
    case .string(let own): text += quoted(own)
    case .object(let object): try write(object, value, depth)
    }
    if case .object = value { return }
    try machine.spend(memory: text.utf8.count - before)
  }

  private func real(_ number: Double) throws(PyError) -> String {
    if number.isFinite { return try machine.repr(.float(number)) }
    let shown = number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity"
    guard allowsNaN else {
      let text = try machine.repr(.float(number))
      throw call.error("ValueError", "Out of range float values are not JSON compliant: \(text)")
    }
    return shown
  }

  private mutating func write(_ object: Object, _ value: Value, _ depth: Int) throws(PyError) {
    // NumPy's double precision is a kind of Python's float.
    if object.typeName == "float64", let number = object.plainNumber?.double {
      text += try real(number)
      return
    }
    guard !open.contains(ObjectIdentifier(object)) else {
      throw call.error("ValueError", "Circular reference detected")
    }
    open.insert(ObjectIdentifier(object))
    defer { open.remove(ObjectIdentifier(object)) }
    try machine.enter(" while encoding a JSON object")
    defer { machine.leave() }
    switch object {
    case let list as ListObject: try write(list.items, depth)
    case let tuple as TupleObject: try write(tuple.items, depth)
    case let dict as DictObject: try write(dict, depth)
    default:
      guard let fallback else {
        throw call.error(
          "TypeError", "Object of type \(object.typeName) is not JSON serializable")
      }
      try write(try machine.call(fallback, Arguments([value])), depth + 1)
    }
  }

  private mutating func newLine(_ depth: Int) {
    if let indent { text += "\n" + String(repeating: indent, count: depth) }
  }

  private mutating func write(_ items: [Value], _ depth: Int) throws(PyError) {
    if items.isEmpty { return text += "[]" }
    text += "["
    for (place, item) in items.enumerated() {
      if place > 0 { text += itemMark }
      newLine(depth + 1)
      try write(item, depth + 1)
    }
    newLine(depth)
    text += "]"
  }

  private mutating func write(_ dict: DictObject, _ depth: Int) throws(PyError) {
    if dict.count == 0 { return text += "{}" }
    text += "{"
    var pairs = dict.pairs
    if sortsKeys { pairs = try sorted(pairs) }
    var isFirst = true
    for (key, value) in pairs {
      guard let name = try self.name(key) else { continue }
      if !isFirst { text += itemMark }
      isFirst = false
      newLine(depth + 1)
      text += quoted(name) + keyMark
      try write(value, depth + 1)
    }
    newLine(depth)
    text += "}"
  }

  /// CPython sorts the pairs, not the names: its errors tell.
  private func sorted(
    _ pairs: [(key: Value, value: Value)]
  ) throws(PyError) -> [(key: Value, value: Value)] {
    let tuples = pairs.map { Value.object(TupleObject([$0.key, $0.value])) }
    return try machine.sorted(tuples).compactMap { tuple in
      tuple.asObject(TupleObject.self).map { ($0.items[0], $0.items[1]) }
    }
  }

  private func name(_ key: Value) throws(PyError) -> String? {
    switch key {
    case .string(let text): return text
    case .none: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .int, .big: return try machine.str(key)
    case .float(let number): return try real(number)
    default:
      if case .object(let object) = key, object.typeName == "float64",
        let number = object.plainNumber?.double
      {
        return try real(number)
      }
      if skipsKeys { return nil }
      throw call.error(
        "TypeError",
        "keys must be str, int, float, bool or None, not \(machine.typeName(key))")
    }
  }

  private func quoted(_ own: String) -> String { JSONQuotes.text(own, isASCII: isASCII) }
}
