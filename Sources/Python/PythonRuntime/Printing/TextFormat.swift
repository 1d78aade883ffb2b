/// `str.format`.
struct TextFormat {
  private let machine: Machine
  private let arguments: Arguments

  init(_ machine: Machine, _ arguments: Arguments) {
    self.machine = machine
    self.arguments = arguments
  }

  func text(_ format: String) throws(PyError) -> String {
    var next = 0
    return try text(Array(format.unicodeScalars)[...], &next, depth: 0)
  }

  private func text(
    _ format: ArraySlice<Unicode.Scalar>, _ next: inout Int, depth: Int
  ) throws(PyError) -> String {
    guard depth < 3 else { throw machine.error("ValueError", "Max string recursion exceeded") }
    var rest = format
    var result = ""
    while let scalar = rest.popFirst() {
      switch scalar {
      case "{" where rest.first == "{", "}" where rest.first == "}":
        rest.removeFirst()
        result.unicodeScalars.append(scalar)
      case "}": throw machine.error("ValueError", "Single '}' encountered in format string")
      case "{": result += try field(&rest, &next, depth: depth)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private func field(
    _ rest: inout ArraySlice<Unicode.Scalar>, _ next: inout Int, depth: Int
  ) throws(PyError) -> String {
    var open = 1
    guard
      let end = rest.firstIndex(where: { scalar in
        open += scalar == "{" ? 1 : scalar == "}" ? -1 : 0
        return open == 0
      })
    else {
      throw machine.error(
        "ValueError",
        rest.isEmpty
          ? "Single '{' encountered in format string" : "expected '}' before end of string")
    }
    let inside = rest[..<end]
    rest = rest[(end + 1)...]
    let name = inside.prefix { $0 != ":" && $0 != "!" }
    var tail = inside.dropFirst(name.count)
    var conversion: Unicode.Scalar?
    if tail.first == "!" {
      conversion = tail.dropFirst().first
      tail = tail.dropFirst(2)
    }
    var value = try self.value(String(String.UnicodeScalarView(name)), &next)
    switch conversion {
    case "r": value = .string(try machine.repr(value))
    case "s": value = .string(try machine.str(value))
    case "a": value = .string(try machine.ascii(value))
    default: break
    }
    let spec = tail.first == ":" ? try text(tail.dropFirst(), &next, depth: depth + 1) : ""
    return try machine.format(value, spec)
  }

  /// `0`, `name`, nothing, each with `.attribute` and `[index]` behind.
  private func value(_ field: String, _ next: inout Int) throws(PyError) -> Value {
    let root = field.prefix { $0 != "." && $0 != "[" }
    var rest = field.dropFirst(root.count)
    var value: Value
    if root.isEmpty || root.allSatisfy({ $0.isASCII && $0.isNumber }) {
      let index = Int(root) ?? next
      if root.isEmpty { next += 1 }
      guard arguments.positional.indices.contains(index) else {
        throw machine.error(
          "IndexError", "Replacement index \(index) out of range for positional args tuple")
      }
      value = arguments.positional[index]
    } else {
      guard let found = arguments.keywords.first(where: { $0.name == root }) else {
        throw machine.error("KeyError", of: .string(String(root)))
      }
      value = found.value
    }
    while let mark = rest.first {
      rest = rest.dropFirst()
      if mark == "." {
        let name = rest.prefix { $0 != "." && $0 != "[" }
        value = try machine.attribute(value, String(name))
        rest = rest.dropFirst(name.count)
      } else {
        let index = rest.prefix { $0 != "]" }
        value = try machine.item(value, Int(index).map(Value.int) ?? .string(String(index)))
        rest = rest.dropFirst(index.count + 1)
      }
    }
    return value
  }
}
