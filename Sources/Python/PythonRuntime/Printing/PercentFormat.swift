internal import Texts

extension Machine {
  /// `format % values`.
  package func percentFormat(_ format: String, _ values: Value) throws(PyError) -> String {
    var rest = values.asObject(TupleObject.self)?.items[...] ?? [values]
    let mapping = values.asObject(DictObject.self)
    var scalars = Array(format.unicodeScalars)[...]
    var result = ""
    func next() throws(PyError) -> Value {
      guard let value = rest.popFirst() else {
        throw error("TypeError", "not enough arguments for format string")
      }
      return value
    }
    while let scalar = scalars.popFirst() {
      guard scalar == "%" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      guard scalars.first != nil else { throw error("ValueError", "incomplete format") }
      if scalars.first == "%" {
        scalars.removeFirst()
        result += "%"
        continue
      }
      var picked: Value?
      if scalars.first == "(" {
        scalars.removeFirst()
        let name = scalars.prefix { $0 != ")" }
        scalars = scalars.dropFirst(name.count + 1)
        guard let mapping else { throw error("TypeError", "format requires a mapping") }
        picked = try mapping.item(.string(String(String.UnicodeScalarView(name))), self)
      }
      let flags = scalars.prefix { "-+ #0".unicodeScalars.contains($0) }
      scalars = scalars.dropFirst(flags.count)
      let width = try size(&scalars, next)
      var precision: Int?
      if scalars.first == "." {
        scalars.removeFirst()
        precision = try size(&scalars, next) ?? 0
      }
      while let letter = scalars.first, "hlL".unicodeScalars.contains(letter) {
        scalars.removeFirst()
      }
      guard let kind = scalars.popFirst() else { throw error("ValueError", "incomplete format") }
      let value: Value
      if let picked { value = picked } else { value = try next() }
      result += try field(
        value, kind, flags: String(String.UnicodeScalarView(flags)), width, precision)
    }
    if !rest.isEmpty, mapping == nil || values.asObject(TupleObject.self) != nil {
      throw error("TypeError", "not all arguments converted during string formatting")
    }
    return result
  }

  private func size(
    _ scalars: inout ArraySlice<Unicode.Scalar>, _ next: () throws(PyError) -> Value
  ) throws(PyError) -> Int? {
    if scalars.first == "*" {
      scalars.removeFirst()
      return try next().smallInt
    }
    let digits = scalars.prefix { ("0"..."9").contains($0) }
    scalars = scalars.dropFirst(digits.count)
    guard let number = Int(String(String.UnicodeScalarView(digits))) else { return nil }
    guard number <= 1 << 20 else { throw error("ValueError", "width too big") }
    return number
  }

  private func field(
    _ value: Value, _ kind: Unicode.Scalar, flags: String, _ width: Int?, _ precision: Int?
  ) throws(PyError) -> String {
    var spec = flags.contains("-") ? "<" : ""
    let isNumber = "dioxXeEfFgGu".unicodeScalars.contains(kind)
    if !flags.contains("-"), !isNumber { spec = ">" }
    if isNumber {
      if flags.contains("+") { spec += "+" } else if flags.contains(" ") { spec += " " }
    }
    if flags.contains("#") { spec += "#" }
    if flags.contains("0"), isNumber, !flags.contains("-") { spec += "0" }
    if let width { spec += String(width) }
    switch kind {
    case "s", "r", "a":
      let text =
        kind == "s"
        ? try str(value) : kind == "r" ? try repr(value) : try ascii(value)
      return try format(.string(text), spec + (precision.map { ".\($0)" } ?? ""))
    case "d", "i", "u":
      var whole = value.plain
      if case .float(let number) = whole { whole = try Builtins.integer(number, self) }
      guard whole.bigInt != nil else {
        throw error(
          "TypeError", "%\(kind) format: a real number is required, not \(typeName(value))")
      }
      if case .bool(let flag) = whole { whole = .int(flag ? 1 : 0) }
      return try format(whole, spec + "d")
    case "x", "X", "o":
      let whole = value.plain
      guard whole.bigInt != nil else {
        throw error("TypeError", "%\(kind) format: an integer is required, not \(typeName(value))")
      }
      return try format(whole, spec + String(kind))
    case "e", "E", "f", "F", "g", "G":
      return try format(.float(real(value)), spec + ".\(precision ?? 6)" + String(kind))
    case "c":
      if case .string(let text) = value, text.unicodeScalars.count == 1 {
        return try format(value, spec)
      }
      guard value.plain.bigInt != nil else {
        throw error("TypeError", "%c requires int or char")
      }
      return try format(value, spec + "c")
    default:
      throw error(
        "ValueError", "unsupported format character '\(kind)' (0x\(String(kind.value, radix: 16)))")
    }
  }

  /// A number for `%f`, `math` and their like, also from what has `__float__`.
  ///
  /// - Throws: `TypeError` for what is no number.
  package func real(_ value: Value) throws(PyError) -> Double {
    if let number = value.double { return number }
    if case .object(let object) = value, let method = try object.attribute("__float__", self),
      let number = try call(method, Arguments()).double
    {
      return number
    }
    throw error("TypeError", "must be real number, not \(typeName(value))")
  }
}
