internal import BigInt
internal import Texts

/// The built-in types.
extension TypeObject {
  static let object = SharedType("object") { _, _ in .object(PlainObject()) }
  static let noneType = SharedType("NoneType") { _, _ in .none }
  static let bool = SharedType("bool", base: int) { arguments, machine throws(PyError) in
    .bool(try machine.isTrue(arguments.positional.first ?? .bool(false)))
  }
  static let int = SharedType("int", methods: NumberMethods.int, construct: makeInteger)
  /// `float`, for hosts whose own types are kinds of it.
  package static let float = SharedType(
    "float", methods: NumberMethods.float, construct: makeFloat)
  static let str = SharedType("str", methods: StringMethods.all) {
    arguments, machine throws(PyError) in
    .string(
      try arguments.positional.first.map { value throws(PyError) in try machine.str(value) } ?? "")
  }
  static let list = SharedType("list", methods: ListMethods.all) {
    arguments, machine throws(PyError) in
    .object(ListObject(try items(arguments, machine)))
  }
  static let tuple = SharedType("tuple", methods: ListMethods.tuple) {
    arguments, machine throws(PyError) in
    .object(TupleObject(try items(arguments, machine)))
  }
  /// `dict`, for types of the library that are kinds of it.
  package static let dict = SharedType("dict", methods: DictMethods.all, construct: makeDict)
  static let set = SharedType("set", methods: SetMethods.all) {
    arguments, machine throws(PyError) in
    .object(try makeSet(arguments, machine, frozen: false))
  }
  static let frozenset = SharedType("frozenset", methods: SetMethods.all) {
    arguments, machine throws(PyError) in
    .object(try makeSet(arguments, machine, frozen: true))
  }
  static let range = SharedType("range", construct: makeRange)
  static let slice = SharedType("slice") { arguments, machine throws(PyError) in
    let values = try machine.several(arguments, 1...3, "slice")
    return .object(
      values.count == 1
        ? SliceObject(.none, values[0], .none)
        : SliceObject(values[0], values[1], values.count > 2 ? values[2] : .none))
  }
  static let typeType = SharedType("type") { arguments, machine throws(PyError) in
    .object(machine.type(of: try machine.one(arguments, "type")))
  }

  /// Types that have no name in programs, by the names of their objects' types.
  static let inner = Dictionary(
    uniqueKeysWithValues: [
      "builtin_function_or_method", "bytes", "callable_iterator", "classmethod", "ellipsis",
      "enumerate", "filter", "function", "generator", "itertools.count", "itertools.cycle",
      "itertools.islice", "itertools.repeat", "list_iterator", "list_reverseiterator", "map",
      "method", "module", "NotImplementedType", "property", "range_iterator", "set_iterator",
      "staticmethod", "str_iterator", "super", "tuple_iterator", "zip",
    ].map { ($0, SharedType($0)) })

  static var builtin: [TypeObject] {
    [object, bool, int, float, str, list, tuple, dict, set, frozenset, range, slice, typeType]
  }

  private static func items(_ arguments: Arguments, _ machine: Machine) throws(PyError) -> [Value] {
    guard let value = arguments.positional.first else { return [] }
    return try machine.array(value)
  }

  private static func makeInteger(_ arguments: Arguments, _ machine: Machine) throws(PyError)
    -> Value
  {
    guard let value = arguments.positional.first?.plain else { return .int(0) }
    if let made = try converted(arguments, "__int__", machine) { return made }
    switch value {
    case .float(let number): return try Builtins.integer(number, machine)
    case .string(let text):
      let radix =
        arguments.positional.dropFirst().first?.smallInt
        ?? arguments.keywords.first { $0.name == "base" }?.value.smallInt ?? 10
      guard radix == 0 || (2...36).contains(radix) else {
        throw machine.error("ValueError", "int() base must be >= 2 and <= 36, or 0")
      }
      try machine.checkDigits(of: text, radix: radix)
      if let number = NumberReading.integer(text, radix: radix) { return .integer(number) }
      throw machine.error(
        "ValueError", "invalid literal for int() with base \(radix): \(TextLiteral.repr(text))")
    case .object(let object):
      if let text = try object.attribute("__int__", machine) {
        return try machine.call(text, Arguments())
      }
      fallthrough
    default:
      if let number = value.bigInt { return .integer(number) }
      throw machine.error(
        "TypeError",
        "int() argument must be a string, a bytes-like object or a real number, not '\(machine.typeName(value))'"
      )
    }
  }

  private static func makeFloat(_ arguments: Arguments, _ machine: Machine) throws(PyError) -> Value
  {
    guard let value = arguments.positional.first?.plain else { return .float(0) }
    if let made = try converted(arguments, "__float__", machine) { return made }
    if let number = value.double {
      if number.isInfinite, value.bigInt != nil {
        throw machine.error("OverflowError", "int too large to convert to float")
      }
      return .float(number)
    }
    if case .string(let text) = value {
      if let number = NumberReading.float(text) { return .float(number) }
      throw machine.error(
        "ValueError", "could not convert string to float: \(TextLiteral.repr(text))")
    }
    if case .object(let object) = value, let method = try object.attribute("__float__", machine) {
      return try machine.call(method, Arguments())
    }
    throw machine.error(
      "TypeError",
      "float() argument must be a string or a real number, not '\(machine.typeName(value))'")
  }

  /// What an array with axes makes of itself; nil for anything else.
  private static func converted(
    _ arguments: Arguments, _ name: String, _ machine: Machine
  ) throws(PyError) -> Value? {
    guard case .object(let object)? = arguments.positional.first, object.hasAxes,
      let method = try object.attribute(name, machine)
    else { return nil }
    return try machine.call(method, Arguments())
  }

  private static func makeDict(_ arguments: Arguments, _ machine: Machine) throws(PyError) -> Value
  {
    let dict = DictObject()
    if let value = arguments.positional.first { try DictMethods.update(dict, value, machine) }
    for (name, value) in arguments.keywords { try dict.set(.string(name), value, machine) }
    return .object(dict)
  }

  private static func makeSet(
    _ arguments: Arguments, _ machine: Machine, frozen: Bool
  ) throws(PyError) -> SetObject {
    let set = SetObject(frozen: frozen)
    for value in try items(arguments, machine) { try set.insert(value, machine) }
    return set
  }

  private static func makeRange(_ arguments: Arguments, _ machine: Machine) throws(PyError) -> Value
  {
    var numbers: [Int] = []
    for value in arguments.positional {
      guard let number = value.smallInt else {
        throw machine.notWhole(value)
      }
      // Differences of bounds stay within 64 bits.
      guard number.magnitude < 1 << 62 else {
        throw machine.error(
          "OverflowError", "range() of numbers beyond 2**62 is not supported by Caderno")
      }
      numbers.append(number)
    }
    switch numbers.count {
    case 1: return .object(RangeObject(0, numbers[0], 1))
    case 2: return .object(RangeObject(numbers[0], numbers[1], 1))
    case 3:
      if numbers[2] == 0 { throw machine.error("ValueError", "range() arg 3 must not be zero") }
      return .object(RangeObject(numbers[0], numbers[1], numbers[2]))
    default:
      throw machine.error("TypeError", "range expected at least 1 argument, got \(numbers.count)")
    }
  }
}

/// Numbers as texts.
enum NumberReading {
  static func integer(_ text: String, radix: Int) -> BigInt? {
    var rest = text.trimmedBlanks
    var isNegative = false
    if rest.hasPrefix("-") || rest.hasPrefix("+") {
      isNegative = rest.hasPrefix("-")
      rest = String(rest.dropFirst())
    }
    var radix = radix
    let prefixes = [2: "0b", 8: "0o", 16: "0x"]
    let given = prefixes.first { rest.lowercased().hasPrefix($0.value) }
    if let given, radix == 0 || radix == given.key {
      (rest, radix) = (String(rest.dropFirst(2)), given.key)
    } else if radix == 0 {
      guard !rest.hasPrefix("0") || rest.allSatisfy({ "0_".contains($0) }) else { return nil }
      radix = 10
    }
    guard (2...36).contains(radix), let digits = withoutUnderscores(rest),
      digits.utf8.allSatisfy({ Int(String(UnicodeScalar($0)), radix: radix) != nil }),
      let number = radix < 36 ? BigInt(digits, radix: radix) : ofAllLetters(digits)
    else { return nil }
    return isNegative ? -number : number
  }

  /// Base 36, which `BigInt` doesn't read.
  private static func ofAllLetters(_ digits: String) -> BigInt? {
    digits.isEmpty ? nil : digits.reduce(0) { $0 * 36 + BigInt(Int(String($1), radix: 36) ?? 0) }
  }

  static func float(_ text: String) -> Double? {
    let rest = text.trimmedBlanks.lowercased()
    let words: [String: Double] = [
      "inf": .infinity, "+inf": .infinity, "-inf": -.infinity, "infinity": .infinity,
      "+infinity": .infinity, "-infinity": -.infinity, "nan": .nan, "+nan": .nan, "-nan": .nan,
    ]
    if let value = words[rest] { return value }
    guard let digits = withoutUnderscores(rest),
      digits.allSatisfy({ $0.isASCII && ($0.isNumber || "+-.e".contains($0)) })
    else { return nil }
    if digits.hasSuffix(".") { return Double(digits + "0") }
    return Double(digits.hasPrefix(".") ? "0" + digits : digits)
  }

  /// Underscores stand between digits only.
  private static func withoutUnderscores(_ text: String) -> String? {
    guard !text.isEmpty, !text.hasPrefix("_"), !text.hasSuffix("_"), !text.contains("__") else {
      return nil
    }
    return text.filter { $0 != "_" }
  }
}

extension String {
  /// Without the blanks around it.
  package var trimmedBlanks: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}
