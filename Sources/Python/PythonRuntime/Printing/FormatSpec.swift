internal import BigInt
internal import Texts

/// Python's format mini-language: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
struct FormatSpec {
  private var fill: Unicode.Scalar = " "
  private var align: Unicode.Scalar?
  private var sign: Unicode.Scalar = "-"
  private var isAlternate = false
  private var width = 0
  private var grouping: Unicode.Scalar?
  private var precision: Int?
  private var kind: Unicode.Scalar?

  /// The most that a width or precision may be.
  private static let most = 1 << 20

  init(_ spec: String, of typeName: String, _ machine: Machine) throws(PyError) {
    var rest = Array(spec.unicodeScalars)[...]
    func take(_ set: String) -> Unicode.Scalar? {
      guard let first = rest.first, set.unicodeScalars.contains(first) else { return nil }
      rest = rest.dropFirst()
      return first
    }
    if rest.count > 1, "<>=^".unicodeScalars.contains(rest[rest.startIndex + 1]) {
      fill = rest.removeFirst()
      align = rest.removeFirst()
    } else {
      align = take("<>=^")
    }
    sign = take("+- ") ?? "-"
    _ = take("z")
    isAlternate = take("#") != nil
    if take("0") != nil, align == nil { (fill, align) = ("0", "=") }
    width = try Self.number(&rest, machine) ?? 0
    grouping = take(",_")
    if take(".") != nil {
      guard let digits = try Self.number(&rest, machine) else {
        throw machine.error("ValueError", "Format specifier missing precision")
      }
      precision = digits
    }
    kind = rest.popFirst()
    if let kind, !rest.isEmpty || !"bcdeEfFgGnosxX%".unicodeScalars.contains(kind) {
      if rest.isEmpty {
        throw machine.error(
          "ValueError", "Unknown format code '\(kind)' for object of type '\(typeName)'")
      }
      throw machine.error(
        "ValueError", "Invalid format specifier '\(spec)' for object of type '\(typeName)'")
    }
  }

  private static func number(
    _ rest: inout ArraySlice<Unicode.Scalar>, _ machine: Machine
  ) throws(PyError) -> Int? {
    let digits = rest.prefix { ("0"..."9").contains($0) }
    guard !digits.isEmpty else { return nil }
    rest = rest.dropFirst(digits.count)
    guard let number = Int(String(String.UnicodeScalarView(digits))), number <= most else {
      throw machine.error("ValueError", "Too many decimal digits in format string")
    }
    return number
  }

  func text(_ value: Value, _ machine: Machine) throws(PyError) -> String {
    switch value {
    case .string(let text): return try self.text(text, machine)
    case .float(let number): return try float(number, machine)
    default:
      guard let number = value.bigInt else { return try self.text(machine.str(value), machine) }
      if let kind, "eEfFgG%".unicodeScalars.contains(kind) {
        return try float(Double(number), machine)
      }
      if case .bool = value, kind == nil { return try self.text(machine.str(value), machine) }
      return try integer(number, machine)
    }
  }

  private func unknown(_ typeName: String, _ machine: Machine) -> PyError {
    machine.error(
      "ValueError", "Unknown format code '\(kind ?? " ")' for object of type '\(typeName)'")
  }

  private func text(_ text: String, _ machine: Machine) throws(PyError) -> String {
    if let kind, kind != "s" { throw unknown("str", machine) }
    if align == "=" {
      throw machine.error("ValueError", "'=' alignment not allowed in string format specifier")
    }
    let shown =
      precision.map { String(String.UnicodeScalarView(text.unicodeScalars.prefix($0))) } ?? text
    return padded(shown, sign: "", default: "<")
  }

  private func integer(_ number: BigInt, _ machine: Machine) throws(PyError) -> String {
    if precision != nil {
      throw machine.error("ValueError", "Precision not allowed in integer format specifier")
    }
    let size = number.magnitude
    let (radix, prefix): (Int, String)
    switch kind {
    case "b": (radix, prefix) = (2, "0b")
    case "o": (radix, prefix) = (8, "0o")
    case "x": (radix, prefix) = (16, "0x")
    case "X": (radix, prefix) = (16, "0X")
    case nil, "d", "n": (radix, prefix) = (10, "")
    case "c":
      guard let code = UInt32(exactly: number), let scalar = Unicode.Scalar(code) else {
        throw machine.error("OverflowError", "%c arg not in range(0x110000)")
      }
      return padded(String(scalar), sign: "", default: "<")
    default: throw unknown("int", machine)
    }
    if radix == 10 { _ = try machine.decimal(number) }
    let digits = String(size, radix: radix, uppercase: kind == "X")
    let grouped = grouped(digits, by: radix == 10 ? 3 : 4)
    return padded(grouped, sign: signText(number < 0) + (isAlternate ? prefix : ""), default: ">")
  }

  private func float(_ number: Double, _ machine: Machine) throws(PyError) -> String {
    let size = abs(number)
    var body: String
    if !number.isFinite {
      body = number.isNaN ? "nan" : "inf"
      if let kind, kind.properties.isUppercase { body = body.uppercased() }
      if kind == "%" { body += "%" }
    } else {
      body = try finite(size, machine)
    }
    let isNegative = number.sign == .minus && !number.isNaN
    return padded(groupedWhole(body), sign: signText(isNegative), default: ">")
  }

  private func finite(_ size: Double, _ machine: Machine) throws(PyError) -> String {
    switch kind {
    case nil:
      guard let precision else { return FloatText.repr(size) }
      let digits = max(precision, 1)
      var text = FloatText.printed(size, .general, precision: digits)
      // Without a type one digit stands behind the point at least.
      if !text.contains("e"), !text.contains(".") {
        text =
          text.utf8.count >= digits
          ? Self.shortened(FloatText.printed(size, .scientific, precision: digits - 1))
          : text + ".0"
      }
      return text
    case "%":
      return FloatText.printed(
        size * 100, .fixed, precision: precision ?? 6, alternate: isAlternate)
        + "%"
    case "e", "E", "f", "F", "g", "G", "n":
      let letter = kind == "n" ? "g" : Character(kind ?? "g")
      let digits = precision ?? 6
      let notation = FloatText.Notation(rawValue: letter.lowercased()) ?? .general
      let text = FloatText.printed(
        size, notation, precision: notation == .general ? max(digits, 1) : digits,
        alternate: isAlternate)
      return letter.isLowercase ? text : text.uppercased()
    default: throw unknown("float", machine)
    }
  }

  /// An exponent form without the zeros at its mantissa's end.
  private static func shortened(_ text: String) -> String {
    let parts = text.split(separator: "e", maxSplits: 1).map(String.init)
    guard parts.count == 2, parts[0].contains(".") else { return text }
    var mantissa = parts[0]
    while mantissa.hasSuffix("0") { mantissa.removeLast() }
    if mantissa.hasSuffix(".") { mantissa.removeLast() }
    return "\(mantissa)e\(parts[1])"
  }

  private func signText(_ isNegative: Bool) -> String {
    isNegative ? "-" : sign == "-" ? "" : String(sign)
  }

  private func groupedWhole(_ text: String) -> String {
    guard grouping != nil else { return text }
    let whole = text.prefix { $0.isNumber }
    return grouped(String(whole), by: 3) + text.dropFirst(whole.count)
  }

  private func grouped(_ digits: String, by size: Int) -> String {
    grouping.map { DigitText.grouped(digits, by: size, mark: Character($0)) } ?? digits
  }

  private func padded(_ body: String, sign: String, default side: Unicode.Scalar) -> String {
    let missing = width - body.unicodeScalars.count - sign.unicodeScalars.count
    guard missing > 0 else { return sign + body }
    func filling(_ count: Int) -> String { String(repeating: String(fill), count: count) }
    switch align ?? side {
    case "<": return sign + body + filling(missing)
    case "^": return filling(missing / 2) + sign + body + filling(missing - missing / 2)
    case "=":
      guard grouping != nil, fill == "0" else { return sign + filling(missing) + body }
      return sign + zeroGrouped(body, missing)
    default: return filling(missing) + sign + body
    }
  }

  /// Zeros in front belong to the groups.
  private func zeroGrouped(_ body: String, _ missing: Int) -> String {
    let whole = body.prefix { $0.isNumber || $0 == "," || $0 == "_" }
    let rest = body.dropFirst(whole.count)
    let room = whole.count + missing
    var digits = whole.filter(\.isNumber)
    while grouped(String("0" + digits), by: 3).count <= room { digits = "0" + digits }
    return grouped(digits, by: 3) + rest
  }
}
