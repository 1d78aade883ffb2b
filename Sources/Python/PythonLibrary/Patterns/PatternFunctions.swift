internal import PythonRuntime

/// The functions of `re`, and the methods of patterns that do the same.
enum PatternFunctions {
  /// Functions of the module: the pattern comes first.
  static var functions: [BuiltinFunction] {
    let kept = PatternCache()
    func pattern(_ call: Call) throws(PyError) -> PatternObject {
      try kept.pattern(call.required("pattern"), call.int("flags", or: 0), call.machine)
    }
    return [
      BuiltinFunction("compile", "pattern, flags=0") { call throws(PyError) in
        .object(try pattern(call))
      },
      BuiltinFunction("split", "pattern, string, maxsplit=0, flags=0") { call throws(PyError) in
        try split(pattern(call), call)
      },
      BuiltinFunction("sub", "pattern, repl, string, count=0, flags=0") { call throws(PyError) in
        try substituted(pattern(call), call).text
      },
      BuiltinFunction("subn", "pattern, repl, string, count=0, flags=0") { call throws(PyError) in
        let (text, count) = try substituted(pattern(call), call)
        return .object(TupleObject([text, .int(count)]))
      },
      BuiltinFunction("escape", "pattern") { call throws(PyError) in
        .string(escaped(try call.string("pattern") ?? ""))
      },
      BuiltinFunction("purge", "") { _ in .none },
    ]
      + ["search", "match", "fullmatch", "findall", "finditer"].map { name in
        BuiltinFunction(name, "pattern, string, flags=0") { call throws(PyError) in
          try found(name, pattern(call), call)
        }
      }
  }

  static var methods: [Method] {
    [
      .method("split", "string, maxsplit=0") { (pattern: PatternObject, call) throws(PyError) in
        try split(pattern, call)
      },
      .method("sub", "repl, string, count=0") { (pattern: PatternObject, call) throws(PyError) in
        try substituted(pattern, call).text
      },
      .method("subn", "repl, string, count=0") { (pattern: PatternObject, call) throws(PyError) in
        let (text, count) = try substituted(pattern, call)
        return .object(TupleObject([text, .int(count)]))
      },
    ]
      + ["search", "match", "fullmatch", "findall", "finditer"].map { name in
        .method(name, "string, pos=0, endpos=None") {
          (pattern: PatternObject, call) throws(PyError) in try found(name, pattern, call)
        }
      }
  }

  private static func text(_ call: Call) throws(PyError) -> [UInt32] {
    let value = call.required("string")
    guard case .string(let text) = value else {
      throw call.error(
        "TypeError",
        "expected string or bytes-like object, got '\(call.machine.typeName(value))'")
    }
    try call.machine.spend(memory: 4 * text.utf8.count)
    return text.unicodeScalars.map(\.value)
  }

  private static func found(
    _ name: String, _ pattern: PatternObject, _ call: Call
  ) throws(PyError) -> Value {
    let text = try text(call)
    let end = min(max(try call.int("endpos", or: text.count), 0), text.count)
    let start = min(max(try call.int("pos", or: 0), 0), text.count)
    // Nothing is found from behind the end on, not even where a pattern takes nothing.
    let range = start <= end ? start..<end : nil
    guard name == "findall" || name == "finditer" else {
      guard let range, let match = try pattern.match(name, text, range, call.machine) else {
        return .none
      }
      return .object(match)
    }
    let matches = range == nil ? [] : try pattern.matches(text, range, call.machine)
    if name == "finditer" {
      var rest = matches[...]
      return .object(
        ClosureIterator("callable_iterator") { _ in rest.popFirst().map { .object($0) } })
    }
    return .object(ListObject(matches.map(Self.parts)))
  }

  /// What `findall` shows of a match: all of it, its group, or its groups.
  private static func parts(_ match: MatchObject) -> Value {
    func text(_ number: Int) -> Value { .string(match.group(number) ?? "") }
    switch match.groupCount {
    case 0: return text(0)
    case 1: return text(1)
    default: return .object(TupleObject((1...match.groupCount).map(text)))
    }
  }

  private static func split(_ pattern: PatternObject, _ call: Call) throws(PyError) -> Value {
    let text = try text(call)
    let most = try call.int("maxsplit", or: 0)
    if most < 0 { return .object(ListObject([call.required("string")])) }
    var (pieces, place): ([Value], Int) = ([], 0)
    func piece(_ end: Int) -> Value {
      .string(String(codePoints: text[place..<end]))
    }
    for match in try pattern.matches(text, limit: most == 0 ? .max : most, call.machine) {
      pieces.append(piece(match.start))
      place = match.end
      for number in 1..<match.groupCount + 1 {
        pieces.append(match.group(number).map(Value.string) ?? Value.none)
      }
    }
    return .object(ListObject(pieces + [piece(text.count)]))
  }

  private static func substituted(
    _ pattern: PatternObject, _ call: Call
  ) throws(PyError) -> (text: Value, count: Int) {
    let (machine, text) = (call.machine, try text(call))
    let new = call.required("repl")
    var template: ReplacementText?
    if case .string(let plain) = new {
      template = try ReplacementText(plain, pattern, machine)
    }
    let most = try call.int("count", or: 0)
    let matches = try pattern.matches(text, limit: most == 0 ? .max : most, machine)
    var (result, place) = ("", 0)
    for match in matches {
      result += String(codePoints: text[place..<match.start])
      let part: String
      if let template {
        part = template.text(for: match)
      } else {
        let made = try machine.call(new, Arguments([.object(match)]))
        guard case .string(let own) = made else {
          throw machine.error(
            "TypeError",
            "expected str instance, \(machine.typeName(made)) found")
        }
        part = own
      }
      try machine.spend(memory: part.utf8.count)
      result += part
      place = match.end
    }
    result += String(codePoints: text[place...])
    return (.string(result), matches.count)
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if "()[]{}?*+-|^$\\.&~# \t\n\r\u{B}\u{C}".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
