extension StringMethods {
  static var searching: [Method] {
    [
      affix("startswith") { $0.starts(with: $1) },
      affix("endswith") { $0.reversed().starts(with: $1.reversed()) },
      finder("find", fromEnd: false, raises: false), finder("rfind", fromEnd: true, raises: false),
      finder("index", fromEnd: false, raises: true), finder("rindex", fromEnd: true, raises: true),
      method("count", 1...3) { text, values, machine throws(PyError) in
        let whole = Scalars(text.unicodeScalars)
        let part = Scalars(try machine.textArgument(values, 0, "").unicodeScalars)
        guard let range = try machine.searchRange(values.dropFirst(), count: whole.count) else {
          return .int(0)
        }
        if part.isEmpty { return .int(range.count + 1) }
        return .int(places(of: part, in: whole[range], most: .max).count)
      },
    ]
  }

  static var replacing: [Method] {
    [
      method("replace", 2...3) { text, values, machine throws(PyError) in
        let (old, new) = (
          Scalars(try machine.textArgument(values, 0, "replace").unicodeScalars),
          try machine.textArgument(values, 1, "replace")
        )
        let most = try limit(values.count > 2 ? values[2] : nil, machine)
        let whole = Scalars(text.unicodeScalars)
        let cuts =
          old.isEmpty
          ? Array((0...whole.count).prefix(most))
          : places(of: old, in: whole[...], most: most)
        let size = cuts.count.multipliedReportingOverflow(by: new.utf8.count)
        try machine.spend(memory: size.overflow ? .max : size.partialValue + text.utf8.count)
        return .string(pieces(whole, cutAt: cuts, width: old.count).joined(separator: new))
      },
      method("removeprefix", 1...1) { text, values, machine throws(PyError) in
        let part = try text1(values, machine, "removeprefix")
        let (whole, cut) = (Scalars(text.unicodeScalars), Scalars(part.unicodeScalars))
        return .string(whole.starts(with: cut) ? String(scalars: whole[cut.count...]) : text)
      },
      method("removesuffix", 1...1) { text, values, machine throws(PyError) in
        let part = try text1(values, machine, "removesuffix")
        let (whole, cut) = (Scalars(text.unicodeScalars), Scalars(part.unicodeScalars))
        return .string(
          whole.reversed().starts(with: cut.reversed())
            ? String(scalars: whole.dropLast(cut.count)) : text)
      },
      method("translate", 1...1) { text, values, machine throws(PyError) in
        var result = ""
        for scalar in text.unicodeScalars {
          result += try translated(scalar, values[0], machine) ?? String(scalar)
        }
        try machine.spend(memory: result.utf8.count)
        return .string(result)
      },
    ]
  }

  private static func text1(
    _ values: [Value], _ machine: Machine, _ name: String
  ) throws(PyError) -> String {
    guard case .string(let text) = values[0] else {
      throw machine.error(
        "TypeError", "\(name)() argument must be str, not \(machine.typeName(values[0]))")
    }
    return text
  }

  /// How often at most: what is negative or missing means without end.
  static func limit(_ value: Value?, _ machine: Machine) throws(PyError) -> Int {
    guard let value else { return .max }
    let most = try machine.integer(value, "maxsplit")
    return most < 0 ? .max : most
  }

  /// What a table has for a letter; nil where it has nothing.
  private static func translated(
    _ scalar: Unicode.Scalar, _ table: Value, _ machine: Machine
  ) throws(PyError) -> String? {
    let key = Value.int(Int(scalar.value))
    let found: Value?
    if let dict: DictObject = table.asObject() {
      found = try dict.value(key, machine)
    } else {
      do throws(PyError) {
        guard case .object(let object) = table else {
          throw machine.error(
            "TypeError", "'\(machine.typeName(table))' object is not subscriptable")
        }
        found = try object.item(key, machine)
      } catch {
        guard ["LookupError", "IndexError", "KeyError"].contains(error.kind) else { throw error }
        found = nil
      }
    }
    switch found {
    case nil: return nil
    case .some(.none): return ""
    case .string(let text)?: return text
    case .some(let value):
      guard let number = value.smallInt, let code = UInt32(exactly: number),
        let scalar = Unicode.Scalar(code)
      else {
        throw machine.error("TypeError", "character mapping must return integer, None or str")
      }
      return String(scalar)
    }
  }

  private static func affix(
    _ name: String, _ holds: @escaping @Sendable (ArraySlice<Unicode.Scalar>, Scalars) -> Bool
  ) -> Method {
    method(name, 1...3) { text, values, machine throws(PyError) in
      let whole = Scalars(text.unicodeScalars)
      let range = try machine.searchRange(values.dropFirst(), count: whole.count)
      for part in values[0].asObject(TupleObject.self)?.items ?? [values[0]] {
        guard case .string(let part) = part else {
          throw machine.error(
            "TypeError",
            values[0].asObject(TupleObject.self) == nil
              ? "\(name) first arg must be str or a tuple of str, not \(machine.typeName(part))"
              : "tuple for \(name) must only contain str, not \(machine.typeName(part))")
        }
        if let range, holds(whole[range], Scalars(part.unicodeScalars)) { return .bool(true) }
      }
      return .bool(false)
    }
  }

  private static func finder(_ name: String, fromEnd: Bool, raises: Bool) -> Method {
    method(name, 1...3) { text, values, machine throws(PyError) in
      let whole = Scalars(text.unicodeScalars)
      let part = Scalars(try machine.textArgument(values, 0, "").unicodeScalars)
      if let range = try machine.searchRange(values.dropFirst(), count: whole.count),
        range.count >= part.count
      {
        let last = range.upperBound - part.count
        var place = fromEnd ? last : range.lowerBound
        while place >= range.lowerBound && place <= last {
          if whole[place..<place + part.count].elementsEqual(part) { return .int(place) }
          place += fromEnd ? -1 : 1
        }
      }
      if raises { throw machine.error("ValueError", "substring not found") }
      return .int(-1)
    }
  }

  /// Where a part begins, one place behind the end of the other.
  static func places(
    of part: Scalars, in whole: ArraySlice<Unicode.Scalar>, most: Int
  ) -> [Int] {
    var places: [Int] = []
    var place = whole.startIndex
    while place + part.count <= whole.endIndex, places.count < most {
      if whole[place..<place + part.count].elementsEqual(part) {
        places.append(place)
        place += part.count
      } else {
        place += 1
      }
    }
    return places
  }

  /// What is left between cuts of one width.
  static func pieces(_ whole: Scalars, cutAt places: [Int], width: Int) -> [String] {
    var pieces: [String] = []
    var start = 0
    for place in places {
      pieces.append(String(scalars: whole[start..<place]))
      start = place + width
    }
    return pieces + [String(scalars: whole[start...])]
  }
}
