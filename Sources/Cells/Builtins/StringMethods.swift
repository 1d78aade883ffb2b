/// Methods of strings. The first argument is the string.
enum StringMethods {
  typealias Scalars = [Unicode.Scalar]

  static var all: [Method] {
    plain + tests + searching + [
      method("join") { text, values, machine throws(PyError) in
        var parts: [String] = []
        for (number, value) in try machine.array(values.first ?? .none).enumerated() {
          guard case .string(let part) = value else {
            throw machine.error(
              "TypeError",
              "sequence item \(number): expected str instance, \(machine.typeName(value)) found")
          }
          parts.append(part)
        }
        try machine.spend(memory: parts.reduce(0) { $0 + $1.utf8.count + text.utf8.count })
        return .string(parts.joined(separator: text))
      },
      Method("split") { arguments, machine throws(PyError) in
        try split(arguments, machine, fromEnd: false)
      },
      Method("rsplit") { arguments, machine throws(PyError) in
        try split(arguments, machine, fromEnd: true)
      },
      method("splitlines") { text, _, _ in
        .object(
          ListObject(
            text.split(omittingEmptySubsequences: false) { $0.isNewline }
              .dropLastIfEmpty().map { .string(String($0)) }))
      },
      method("replace") { text, values, machine throws(PyError) in
        let (old, new) = (
          try machine.textArgument(values, 0, "replace"),
          try machine.textArgument(values, 1, "replace")
        )
        let most = values.count > 2 ? values[2].smallInt ?? -1 : -1
        let pieces =
          old.isEmpty
          ? [""] + text.unicodeScalars.map { String($0) } + [""]
          : pieces(text, old, most: most < 0 ? .max : most, fromEnd: false)
        let size = pieces.reduce(0) { $0 + $1.utf8.count + new.utf8.count }
        try machine.spend(memory: size)
        return .string(pieces.joined(separator: new))
      },
      method("partition") { text, values, machine throws(PyError) in
        let parts = pieces(
          text, try machine.textArgument(values, 0, "partition"), most: 1, fromEnd: false)
        let mark = try machine.textArgument(values, 0, "partition")
        let three = parts.count == 2 ? [parts[0], mark, parts[1]] : [text, "", ""]
        return .object(TupleObject(three.map(Value.string)))
      },
      method("rpartition") { text, values, machine throws(PyError) in
        let mark = try machine.textArgument(values, 0, "rpartition")
        let parts = pieces(text, mark, most: 1, fromEnd: true)
        let three = parts.count == 2 ? [parts[0], mark, parts[1]] : ["", "", text]
        return .object(TupleObject(three.map(Value.string)))
      },
      padding("ljust", before: false, behind: true), padding("rjust", before: true, behind: false),
      padding("center", before: true, behind: true),
      method("zfill") { text, values, machine throws(PyError) in
        let missing = max(values.first?.smallInt ?? 0, 0) - text.unicodeScalars.count
        guard missing > 0 else { return .string(text) }
        let zeros = try machine.repeated("0", missing)
        let hasSign = text.hasPrefix("-") || text.hasPrefix("+")
        return .string(hasSign ? text.prefix(1) + zeros + text.dropFirst() : zeros + text)
      },
      stripping("strip", start: true, end: true), stripping("lstrip", start: true, end: false),
      stripping("rstrip", start: false, end: true),
      method("removeprefix") { text, values, machine throws(PyError) in
        let part = try machine.textArgument(values, 0, "removeprefix")
        return .string(text.hasPrefix(part) ? String(text.dropFirst(part.count)) : text)
      },
      method("removesuffix") { text, values, machine throws(PyError) in
        let part = try machine.textArgument(values, 0, "removesuffix")
        return .string(
          !part.isEmpty && text.hasSuffix(part) ? String(text.dropLast(part.count)) : text)
      },
      method("expandtabs") { text, _, _ in .string(text.replacing("\t", with: "        ")) },
      method("encode") { text, _, _ in .object(BytesObject(Array(text.utf8))) },
      Method("format") { arguments, machine throws(PyError) in
        guard case .string(let text)? = arguments.positional.first else { return .none }
        var rest = arguments
        rest.positional.removeFirst()
        return .string(try TextFormat(machine, rest).text(text))
      },
    ]
  }

  private static var plain: [Method] {
    [
      method("upper") { text, _, _ in .string(text.uppercased()) },
      method("lower") { text, _, _ in .string(text.lowercased()) },
      method("casefold") { text, _, _ in .string(text.lowercased()) },
      method("capitalize") { text, _, _ in
        .string(text.prefix(1).uppercased() + text.dropFirst().lowercased())
      },
      method("swapcase") { text, _, _ in
        .string(text.map { $0.isUppercase ? $0.lowercased() : $0.uppercased() }.joined())
      },
      method("title") { text, _, _ in
        var result = ""
        var inWord = false
        for character in text {
          result += inWord ? character.lowercased() : character.uppercased()
          inWord = character.isLetter
        }
        return .string(result)
      },
    ]
  }

  private static var tests: [Method] {
    [
      test("isdigit") {
        $0.properties.numericType != nil && $0.properties.generalCategory == .decimalNumber
      },
      test("isnumeric") { $0.properties.numericType != nil },
      test("isdecimal") { $0.properties.generalCategory == .decimalNumber },
      test("isalpha") { $0.properties.isAlphabetic },
      test("isalnum") { $0.properties.isAlphabetic || $0.properties.numericType != nil },
      test("isspace") { $0.properties.isWhitespace },
      method("isupper") { text, _, _ in
        .bool(text.contains { $0.isCased } && !text.contains { $0.isLowercase })
      },
      method("islower") { text, _, _ in
        .bool(text.contains { $0.isCased } && !text.contains { $0.isUppercase })
      },
      method("isidentifier") { text, _, _ in
        let first = text.unicodeScalars.first
        let starts = first.map { $0 == "_" || $0.properties.isXIDStart } ?? false
        return .bool(starts && text.unicodeScalars.allSatisfy { $0.properties.isXIDContinue })
      },
    ]
  }

  private static var searching: [Method] {
    [
      Method("startswith") { arguments, machine throws(PyError) in
        try affix(arguments, machine, "startswith") { $0.starts(with: $1) }
      },
      Method("endswith") { arguments, machine throws(PyError) in
        try affix(arguments, machine, "endswith") { $0.reversed().starts(with: $1.reversed()) }
      },
      finder("find", fromEnd: false, raises: false), finder("rfind", fromEnd: true, raises: false),
      finder("index", fromEnd: false, raises: true), finder("rindex", fromEnd: true, raises: true),
      method("count") { text, values, machine throws(PyError) in
        let part = try machine.textArgument(values, 0, "count")
        if part.isEmpty { return .int(text.unicodeScalars.count + 1) }
        return .int(pieces(text, part, most: .max, fromEnd: false).count - 1)
      },
    ]
  }

  private static func affix(
    _ arguments: Arguments, _ machine: Machine, _ name: String, _ holds: (Scalars, Scalars) -> Bool
  ) throws(PyError) -> Value {
    guard case .string(let text)? = arguments.positional.first, arguments.positional.count > 1
    else {
      throw machine.error("TypeError", "\(name)() takes at least 1 argument (0 given)")
    }
    let wanted = arguments.positional[1]
    let parts = wanted.asObject(TupleObject.self)?.items ?? [wanted]
    for part in parts {
      guard case .string(let part) = part else {
        throw machine.error(
          "TypeError",
          "\(name) first arg must be str or a tuple of str, not \(machine.typeName(part))")
      }
      if holds(Array(text.unicodeScalars), Array(part.unicodeScalars)) { return .bool(true) }
    }
    return .bool(false)
  }

  private static func finder(_ name: String, fromEnd: Bool, raises: Bool) -> Method {
    method(name) { text, values, machine throws(PyError) in
      let whole = Array(text.unicodeScalars)
      let part = Array(try machine.textArgument(values, 0, name).unicodeScalars)
      let start = values.count > 1 ? values[1].smallInt ?? 0 : 0
      let first = max(0, start < 0 ? start + whole.count : start)
      let places = Array(stride(from: first, through: whole.count - part.count, by: 1))
      for place in fromEnd ? places.reversed() : places
      where whole[place..<place + part.count].elementsEqual(part) { return .int(place) }
      if raises { throw machine.error("ValueError", "substring not found") }
      return .int(-1)
    }
  }

  /// The parts between a mark, cut at most so often.
  static func pieces(_ text: String, _ mark: String, most: Int, fromEnd: Bool) -> [String] {
    let (whole, part) = (Array(text.unicodeScalars), Array(mark.unicodeScalars))
    guard !part.isEmpty else { return [text] }
    var places: [Int] = []
    var place = 0
    while place + part.count <= whole.count {
      if whole[place..<place + part.count].elementsEqual(part) {
        places.append(place)
        place += part.count
      } else {
        place += 1
      }
    }
    places = fromEnd ? Array(places.suffix(most)) : Array(places.prefix(most))
    var pieces: [String] = []
    var start = 0
    for place in places {
      pieces.append(String(String.UnicodeScalarView(whole[start..<place])))
      start = place + part.count
    }
    return pieces + [String(String.UnicodeScalarView(whole[start...]))]
  }

  private static func split(
    _ arguments: Arguments, _ machine: Machine, fromEnd: Bool
  ) throws(PyError) -> Value {
    guard case .string(let text)? = arguments.positional.first else { return .none }
    let keywords = Dictionary(arguments.keywords.map { ($0.name, $0.value) }) { first, _ in first }
    let mark = arguments.positional.dropFirst().first ?? keywords["sep"] ?? Value.none
    let most = (arguments.positional.dropFirst(2).first ?? keywords["maxsplit"])?.smallInt ?? -1
    let limit = most < 0 ? Int.max : most
    if case .string(let mark) = mark {
      if mark.isEmpty { throw machine.error("ValueError", "empty separator") }
      return .object(
        ListObject(pieces(text, mark, most: limit, fromEnd: fromEnd).map(Value.string)))
    }
    let words = text.unicodeScalars.split { $0.properties.isWhitespace }
    guard words.count - 1 > limit,
      let edge = fromEnd
        ? words[words.count - limit - 1].endIndex as String.Index? : words[limit].startIndex
    else {
      return .object(ListObject(words.map { .string(String($0)) }))
    }
    let whole = text.unicodeScalars
    if fromEnd {
      let head = String(whole[..<edge]).trimmedEnd
      return .object(
        ListObject(
          [
            .string(
              String(
                String.UnicodeScalarView(head.unicodeScalars.drop { $0.properties.isWhitespace })))
          ] + words.suffix(limit).map { .string(String($0)) }))
    }
    return .object(
      ListObject(
        words.prefix(limit).map { .string(String($0)) } + [
          .string(String(whole[edge...]).trimmedEnd)
        ]))
  }

  private static func padding(_ name: String, before: Bool, behind: Bool) -> Method {
    method(name) { text, values, machine throws(PyError) in
      let width = max(values.first?.smallInt ?? 0, 0)
      var fill = " "
      if values.count > 1, case .string(let given) = values[1] { fill = given }
      let missing = width - text.unicodeScalars.count
      guard missing > 0 else { return .string(text) }
      try machine.spend(memory: missing)
      let half = missing / 2 + (missing & width & 1)
      let front = before ? (behind ? half : missing) : 0
      return .string(
        String(repeating: fill, count: front) + text
          + String(repeating: fill, count: behind ? missing - front : 0))
    }
  }

  private static func stripping(_ name: String, start: Bool, end: Bool) -> Method {
    method(name) { text, values, _ in
      var set: Set<Unicode.Scalar>?
      if case .string(let given)? = values.first { set = Set(given.unicodeScalars) }
      func goes(_ scalar: Unicode.Scalar) -> Bool {
        set?.contains(scalar) ?? scalar.properties.isWhitespace
      }
      var rest = Array(text.unicodeScalars)[...]
      if start { rest = rest.drop(while: goes) }
      if end { while let last = rest.last, goes(last) { rest.removeLast() } }
      return .string(String(String.UnicodeScalarView(rest)))
    }
  }

  private static func test(
    _ name: String, _ holds: @escaping @Sendable (Unicode.Scalar) -> Bool
  ) -> Method {
    method(name) { text, _, _ in .bool(!text.isEmpty && text.unicodeScalars.allSatisfy(holds)) }
  }

  private static func method(
    _ name: String, _ body: @escaping @Sendable (String, [Value], Machine) throws(PyError) -> Value
  ) -> Method {
    Method(name) { arguments, machine throws(PyError) in
      guard case .string(let text)? = arguments.positional.first else {
        throw machine.error("TypeError", "descriptor '\(name)' requires a 'str' object")
      }
      return try body(text, Array(arguments.positional.dropFirst()), machine)
    }
  }
}

extension Machine {
  /// A string among a method's arguments.
  func textArgument(_ values: [Value], _ index: Int, _ name: String) throws(PyError) -> String {
    guard values.indices.contains(index) else {
      throw error(
        "TypeError", "\(name) expected at least \(index + 1) argument, got \(values.count)")
    }
    guard case .string(let text) = values[index] else {
      throw error(
        "TypeError", "\(name)() argument \(index + 1) must be str, not \(typeName(values[index]))")
    }
    return text
  }
}

extension Array {
  fileprivate func dropLastIfEmpty() -> ArraySlice<Element> where Element: Collection {
    last?.isEmpty == true ? dropLast() : self[...]
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var rest = unicodeScalars[...]
    while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
