extension StringMethods {
  static var splitting: [Method] {
    [
      splitter("split", fromEnd: false), splitter("rsplit", fromEnd: true),
      method("splitlines", "keepends=False") { text, call throws(PyError) in
        let keeps = try call.bool("keepends", or: false)
        return list(lines(Scalars(text.unicodeScalars), keepsEnds: keeps))
      },
      method("partition", 1...1) { text, values, machine throws(PyError) in
        let (whole, mark) = try wholeAndMark(text, values, machine)
        guard let cut = places(of: mark, in: whole[...], most: 1).first else {
          return three(text, "", "")
        }
        return three(
          String(scalars: whole[..<cut]), String(scalars: mark),
          String(scalars: whole[(cut + mark.count)...]))
      },
      method("rpartition", 1...1) { text, values, machine throws(PyError) in
        let (whole, mark) = try wholeAndMark(text, values, machine)
        guard let cut = lastPlaces(of: mark, in: whole, most: 1).first else {
          return three("", "", text)
        }
        return three(
          String(scalars: whole[..<cut]), String(scalars: mark),
          String(scalars: whole[(cut + mark.count)...]))
      },
      method("join", 1...1) { text, values, machine throws(PyError) in
        var parts: [String] = []
        for (number, value) in try machine.array(values[0]).enumerated() {
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
    ]
  }

  private static func list(_ texts: [String]) -> Value {
    .object(ListObject(texts.map(Value.string)))
  }

  private static func three(_ parts: String...) -> Value {
    .object(TupleObject(parts.map(Value.string)))
  }

  private static func wholeAndMark(
    _ text: String, _ values: [Value], _ machine: Machine
  ) throws(PyError) -> (Scalars, Scalars) {
    let mark = Scalars(try machine.textArgument(values, 0, "").unicodeScalars)
    if mark.isEmpty { throw machine.error("ValueError", "empty separator") }
    return (Scalars(text.unicodeScalars), mark)
  }

  private static func splitter(_ name: String, fromEnd: Bool) -> Method {
    method(name, "sep=None, maxsplit=-1") { text, call throws(PyError) in
      let most = try limit(call["maxsplit"], call.machine)
      let whole = Scalars(text.unicodeScalars)
      switch call.given("sep") {
      case nil: return list(words(whole, most: most, fromEnd: fromEnd))
      case .string(let text)?:
        let mark = Scalars(text.unicodeScalars)
        if mark.isEmpty { throw call.error("ValueError", "empty separator") }
        let cuts =
          fromEnd
          ? lastPlaces(of: mark, in: whole, most: most)
          : places(of: mark, in: whole[...], most: most)
        return list(pieces(whole, cutAt: cuts, width: mark.count))
      case .some(let value):
        throw call.error(
          "TypeError", "must be str or None, not \(call.machine.typeName(value))")
      }
    }
  }

  /// The last places of a part, found from the end, in rising order.
  private static func lastPlaces(of part: Scalars, in whole: Scalars, most: Int) -> [Int] {
    let mirrored = places(of: part.reversed(), in: whole.reversed()[...], most: most)
    return mirrored.reversed().map { whole.count - $0 - part.count }
  }

  /// Words between blanks; behind the last cut the rest stands as it is, but for the blanks at the cut.
  private static func words(_ whole: Scalars, most: Int, fromEnd: Bool) -> [String] {
    let scalars = fromEnd ? whole.reversed() : whole
    var words: [Scalars] = []
    var rest = scalars[...].drop(while: \.isPythonSpace)
    while !rest.isEmpty, words.count < most {
      let word = rest.prefix { !$0.isPythonSpace }
      words.append(Array(word))
      rest = rest[word.endIndex...].drop(while: \.isPythonSpace)
    }
    if !rest.isEmpty { words.append(Array(rest)) }
    return fromEnd
      ? words.reversed().map { String(scalars: $0.reversed()) } : words.map { String(scalars: $0) }
  }

  private static func lines(_ whole: Scalars, keepsEnds: Bool) -> [String] {
    var lines: [String] = []
    var start = 0
    while start < whole.count {
      let end = whole[start...].firstIndex(where: \.isPythonLineEnd) ?? whole.count
      var next = min(end + 1, whole.count)
      if end < whole.count, whole[end] == "\r", next < whole.count, whole[next] == "\n" {
        next += 1
      }
      lines.append(String(scalars: whole[start..<(keepsEnds ? next : end)]))
      start = next
    }
    return lines
  }
}
