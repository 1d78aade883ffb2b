internal import Texts

extension StringMethods {
  static var shaping: [Method] {
    [
      padding("ljust", before: false, behind: true), padding("rjust", before: true, behind: false),
      padding("center", before: true, behind: true),
      stripping("strip", start: true, end: true), stripping("lstrip", start: true, end: false),
      stripping("rstrip", start: false, end: true),
      method("zfill", 1...1) { text, values, machine throws(PyError) in
        let whole = Scalars(text.unicodeScalars)
        let missing = max(try machine.integer(values[0], "width"), 0) - whole.count
        guard missing > 0 else { return .string(text) }
        let zeros = try machine.repeated("0", missing)
        let hasSign = whole.first == "-" || whole.first == "+"
        return .string(
          hasSign ? String(whole[0]) + zeros + String(scalars: whole.dropFirst()) : zeros + text)
      },
      method("expandtabs", "tabsize=8") { text, call throws(PyError) in
        let size = try call.int("tabsize", or: 8)
        var (result, column) = (String.UnicodeScalarView(), 0)
        for scalar in text.unicodeScalars {
          guard scalar == "\t" else {
            result.append(scalar)
            column = scalar == "\n" || scalar == "\r" ? 0 : column + 1
            continue
          }
          guard size > 0 else { continue }
          let blanks = size - column % size
          try call.machine.spend(memory: blanks)
          result.append(contentsOf: repeatElement(" ", count: blanks))
          column += blanks
        }
        return .string(String(result))
      },
      Method("format") { arguments, machine throws(PyError) in
        let text = try receiver("format", arguments, machine)
        var rest = arguments
        rest.positional.removeFirst()
        return .string(try TextFormat(machine, rest).text(text))
      },
      method("format_map", 1...1) { text, values, machine throws(PyError) in
        guard let dict: DictObject = values[0].asObject() else {
          throw machine.error(
            "TypeError", "format_map() takes a dict, not \(machine.typeName(values[0]))")
        }
        var arguments = Arguments()
        for (key, value) in dict.pairs {
          if case .string(let name) = key { arguments.keywords.append((name, value)) }
        }
        return .string(try TextFormat(machine, arguments).text(text))
      },
    ]
  }

  private static func padding(_ name: String, before: Bool, behind: Bool) -> Method {
    method(name, 1...2) { text, values, machine throws(PyError) in
      let width = max(try machine.integer(values[0], "width"), 0)
      let fill = try values.count > 1 ? fillCharacter(values[1], machine) : " "
      let missing = width - text.unicodeScalars.count
      guard missing > 0 else { return .string(text) }
      let bytes = missing.multipliedReportingOverflow(by: fill.utf8.count)
      try machine.spend(memory: bytes.overflow ? .max : bytes.partialValue)
      let half = missing / 2 + (missing & width & 1)
      let front = before ? (behind ? half : missing) : 0
      return .string(
        String(repeating: fill, count: front) + text
          + String(repeating: fill, count: behind ? missing - front : 0))
    }
  }

  private static func fillCharacter(_ value: Value, _ machine: Machine) throws(PyError) -> String {
    guard case .string(let fill) = value else {
      throw machine.error(
        "TypeError",
        "The fill character must be a unicode character, not \(machine.typeName(value))")
    }
    guard fill.unicodeScalars.count == 1 else {
      throw machine.error("TypeError", "The fill character must be exactly one character long")
    }
    return fill
  }

  private static func stripping(_ name: String, start: Bool, end: Bool) -> Method {
    method(name, 0...1) { text, values, machine throws(PyError) in
      var set: Set<Unicode.Scalar>?
      switch values.first {
      case nil, .some(.none): break
      case .string(let given)?: set = Set(given.unicodeScalars)
      default: throw machine.error("TypeError", "\(name) arg must be None or str")
      }
      func goes(_ scalar: Unicode.Scalar) -> Bool {
        set?.contains(scalar) ?? scalar.isPythonSpace
      }
      var rest = Scalars(text.unicodeScalars)[...]
      if start { rest = rest.drop(while: goes) }
      if end { while let last = rest.last, goes(last) { rest.removeLast() } }
      return .string(String(scalars: rest))
    }
  }

  static var coding: [Method] {
    [
      method("encode", "encoding='utf-8', errors='strict'") { text, call throws(PyError) in
        .object(BytesObject(try encoded(text, call)))
      },
      Method("maketrans", binds: false) { arguments, machine throws(PyError) in
        let values = arguments.positional
        guard (1...3).contains(values.count) else {
          throw machine.error(
            "TypeError", "maketrans expected at least 1 argument, got \(values.count)")
        }
        return .object(
          values.count == 1
            ? try table(of: values[0], machine) : try table(values, machine))
      },
    ]
  }

  private static func encoded(_ text: String, _ call: Call) throws(PyError) -> [UInt8] {
    let name = try call.string("encoding") ?? "utf-8"
    let errors = try call.string("errors") ?? "strict"
    let form = name.lowercased().filter { $0 != "-" && $0 != "_" }
    if form == "utf8" { return Array(text.utf8) }
    guard
      let (last, word) = [
        "ascii": (0x7F, "ascii"), "latin1": (0xFF, "latin-1"),
        "iso88591": (0xFF, "latin-1"),
      ][form] as (UInt32, String)?
    else { throw call.error("LookupError", "unknown encoding: \(name)") }
    var bytes: [UInt8] = []
    for (place, scalar) in text.unicodeScalars.enumerated() {
      if scalar.value <= last {
        bytes.append(UInt8(scalar.value))
        continue
      }
      switch errors {
      case "ignore": break
      case "replace": bytes.append(UInt8(ascii: "?"))
      case "xmlcharrefreplace": bytes += Array("&#\(scalar.value);".utf8)
      case "backslashreplace": bytes += Array(TextLiteral.escape(scalar).utf8)
      default:
        throw call.error(
          "UnicodeEncodeError",
          "'\(word)' codec can't encode character '\(TextLiteral.escape(scalar))' in position \(place): "
            + "ordinal not in range(\(last + 1))")
      }
    }
    return bytes
  }

  /// A table for `translate` from a dict whose keys are letters or code points.
  private static func table(of value: Value, _ machine: Machine) throws(PyError) -> DictObject {
    guard let given: DictObject = value.asObject() else {
      throw machine.error(
        "TypeError", "if you give only one argument to maketrans it must be a dict")
    }
    let table = DictObject()
    for (key, value) in given.pairs {
      guard case .string(let text) = key else {
        try table.set(key, value, machine)
        continue
      }
      guard text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first else {
        throw machine.error("ValueError", "string keys in translate table must be of length 1")
      }
      try table.set(.int(Int(scalar.value)), value, machine)
    }
    return table
  }

  /// A table for `translate` from letters, those that they become, and those that go.
  private static func table(_ values: [Value], _ machine: Machine) throws(PyError) -> DictObject {
    let texts = try values.indices.map { index throws(PyError) in
      Scalars(try machine.textArgument(values, index, "maketrans").unicodeScalars)
    }
    guard texts[0].count == texts[1].count else {
      throw machine.error(
        "ValueError", "the first two maketrans arguments must have equal length")
    }
    let table = DictObject()
    for (old, new) in zip(texts[0], texts[1]) {
      try table.set(.int(Int(old.value)), .int(Int(new.value)), machine)
    }
    for scalar in texts.dropFirst(2).joined() {
      try table.set(.int(Int(scalar.value)), .none, machine)
    }
    return table
  }
}
