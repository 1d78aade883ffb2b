internal import BigInt
internal import Texts

/// What every program can name without an import.
package enum Builtins {
  /// Those of CPython's that are not there.
  static let leftOut: Set<String> = [
    "__build_class__", "__debug__", "__doc__", "__import__", "__loader__", "__package__",
    "__spec__",
    "aiter", "anext", "bin", "breakpoint", "bytearray", "bytes", "callable", "compile", "complex",
    "copyright", "credits", "dir", "eval", "exec", "format", "frozenset", "help", "hex", "input",
    "license", "locals", "memoryview", "object", "oct", "open", "reversed", "slice", "vars",
    "BaseExceptionGroup", "BlockingIOError", "BrokenPipeError", "BufferError",
    "ChildProcessError", "ConnectionAbortedError", "ConnectionError", "ConnectionRefusedError",
    "ConnectionResetError", "ExceptionGroup", "FileExistsError", "IndentationError",
    "InterruptedError", "IsADirectoryError", "NotADirectoryError", "ProcessLookupError",
    "ReferenceError", "StopAsyncIteration", "SystemError", "TabError", "TimeoutError",
    "UnicodeDecodeError", "UnicodeEncodeError", "UnicodeTranslateError", "__file__",
  ]

  static var all: [String: Value] {
    var all = ExceptionTypes.all.mapValues { Value.object($0) }
    for type in TypeObject.builtin { all[type.name] = .object(type) }
    for function in functions + iterating + classes + scopes {
      all[function.name] = .object(function)
    }
    all["NotImplemented"] = .object(NotImplementedObject.only)
    all["Ellipsis"] = .object(EllipsisObject.only)
    return all
  }

  private static var functions: [BuiltinFunction] {
    [
      BuiltinFunction("print", print),
      BuiltinFunction("len") { arguments, machine throws(PyError) in
        .int(try machine.length(try machine.one(arguments, "len")))
      },
      BuiltinFunction("repr") { arguments, machine throws(PyError) in
        .string(try machine.repr(try machine.one(arguments, "repr")))
      },
      BuiltinFunction("ascii") { arguments, machine throws(PyError) in
        .string(try machine.ascii(try machine.one(arguments, "ascii")))
      },
      BuiltinFunction("abs") { arguments, machine throws(PyError) in
        let value = try machine.one(arguments, "abs")
        if case .float(let number) = value { return .float(abs(number)) }
        if let number = value.bigInt { return .integer(abs(number)) }
        if case .object(let object) = value, let result = try object.unary("abs", machine) {
          return result
        }
        throw machine.error("TypeError", "bad operand type for abs(): '\(machine.typeName(value))'")
      },
      BuiltinFunction("round", round),
      BuiltinFunction("min") { arguments, machine throws(PyError) in
        try extreme("min", .less, arguments, machine)
      },
      BuiltinFunction("max") { arguments, machine throws(PyError) in
        try extreme("max", .greater, arguments, machine)
      },
      BuiltinFunction("sum") { arguments, machine throws(PyError) in
        var all = arguments.positional
        if let start = arguments.keywords.first(where: { $0.name == "start" }) {
          all.append(start.value)
        }
        guard let first = all.first else {
          throw machine.error("TypeError", "sum() takes at least 1 positional argument (0 given)")
        }
        var total = all.count > 1 ? all[1] : .int(0)
        // CPython 3.12 adds floats with Neumaier's compensation.
        var compensation = 0.0
        let iterator = try machine.iterator(first)
        while let value = try iterator.next(machine) {
          try machine.step()
          if case .float(let sum) = total, let number = value.double {
            let next = sum + number
            compensation += abs(sum) >= abs(number) ? (sum - next) + number : (number - next) + sum
            total = .float(next)
          } else {
            total = try machine.binary(.add, total, value)
          }
        }
        if case .float(let sum) = total, compensation != 0, compensation.isFinite {
          return .float(sum + compensation)
        }
        return total
      },
      BuiltinFunction("divmod") { arguments, machine throws(PyError) in
        let values = try machine.several(arguments, 2, "divmod")
        return .object(
          TupleObject([
            try machine.binary(.floorDivide, values[0], values[1]),
            try machine.binary(.remainder, values[0], values[1]),
          ]))
      },
      BuiltinFunction("pow") { arguments, machine throws(PyError) in
        if arguments.positional.count == 3 {
          let numbers = arguments.positional.compactMap(\.bigInt)
          guard numbers.count == 3, numbers[2] != 0, numbers[1] >= 0 else {
            throw machine.error("ValueError", "pow() 3rd argument cannot be 0")
          }
          return .integer(numbers[0].power(numbers[1], modulus: numbers[2]))
        }
        let values = try machine.several(arguments, 2, "pow")
        return try machine.binary(.power, values[0], values[1])
      },
      BuiltinFunction("hash") { arguments, machine throws(PyError) in
        let value = try machine.one(arguments, "hash")
        if let number = value.smallInt { return .int(number) }
        if case .float(let number) = value, let whole = Int(exactly: number) { return .int(whole) }
        return .int(try machine.key(value).hashValue)
      },
      BuiltinFunction("id") { arguments, machine throws(PyError) in
        if case .object(let object) = try machine.one(arguments, "id") {
          return .int(ObjectIdentifier(object).hashValue)
        }
        return .int(0)
      },
      BuiltinFunction("chr") { arguments, machine throws(PyError) in
        guard let code = try machine.one(arguments, "chr").smallInt,
          let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init)
        else { throw machine.error("ValueError", "chr() arg not in range(0x110000)") }
        return .string(String(scalar))
      },
      BuiltinFunction("ord") { arguments, machine throws(PyError) in
        let value = try machine.one(arguments, "ord")
        guard case .string(let text) = value else {
          throw machine.error(
            "TypeError", "ord() expected string of length 1, but \(machine.typeName(value)) found")
        }
        let scalars = text.unicodeScalars
        guard scalars.count == 1, let first = scalars.first else {
          throw machine.error(
            "TypeError", "ord() expected a character, but string of length \(scalars.count) found")
        }
        return .int(Int(first.value))
      },
      BuiltinFunction("bin") { arguments, machine throws(PyError) in
        try radix(2, "0b", arguments, machine)
      },
      BuiltinFunction("oct") { arguments, machine throws(PyError) in
        try radix(8, "0o", arguments, machine)
      },
      BuiltinFunction("hex") { arguments, machine throws(PyError) in
        try radix(16, "0x", arguments, machine)
      },
      BuiltinFunction("format") { arguments, machine throws(PyError) in
        guard let value = arguments.positional.first else {
          throw machine.error("TypeError", "format expected at least 1 argument, got 0")
        }
        let spec = arguments.positional.count > 1 ? try machine.str(arguments.positional[1]) : ""
        return .string(try machine.format(value, spec))
      },
      BuiltinFunction("any") { arguments, machine throws(PyError) in
        try search(arguments, "any", for: true, machine)
      },
      BuiltinFunction("all") { arguments, machine throws(PyError) in
        try search(arguments, "all", for: false, machine)
      },
      BuiltinFunction("callable") { arguments, machine throws(PyError) in
        if case .object(let object) = try machine.one(arguments, "callable") {
          return .bool(object.isCallable(machine))
        }
        return .bool(false)
      },
    ]
  }

  private static func search(
    _ arguments: Arguments, _ name: String, for wanted: Bool, _ machine: Machine
  ) throws(PyError) -> Value {
    let iterator = try machine.iterator(try machine.one(arguments, name))
    while let value = try iterator.next(machine) {
      try machine.step()
      if try machine.isTrue(value) == wanted { return .bool(wanted) }
    }
    return .bool(!wanted)
  }

  private static func radix(
    _ radix: Int, _ prefix: String, _ arguments: Arguments, _ machine: Machine
  ) throws(PyError) -> Value {
    let value = arguments.positional.first ?? .none
    guard let number = value.bigInt else {
      throw machine.notWhole(value)
    }
    return .string((number < 0 ? "-" : "") + prefix + String(number.magnitude, radix: radix))
  }

  private static func extreme(
    _ name: String, _ operation: Operation, _ arguments: Arguments, _ machine: Machine
  ) throws(PyError) -> Value {
    let keywords = Dictionary(arguments.keywords.map { ($0.name, $0.value) }) { first, _ in first }
    guard !arguments.positional.isEmpty else {
      throw machine.error("TypeError", "\(name) expected at least 1 argument, got 0")
    }
    let values =
      arguments.positional.count > 1
      ? arguments.positional : try machine.array(arguments.positional[0])
    guard var best = values.first else {
      if let fallback = keywords["default"] { return fallback }
      throw machine.error("ValueError", "\(name)() iterable argument is empty")
    }
    func measure(_ value: Value) throws(PyError) -> Value {
      guard let key = keywords["key"], case .object = key else { return value }
      return try machine.call(key, Arguments([value]))
    }
    var mark = try measure(best)
    for value in values.dropFirst() {
      try machine.step()
      let own = try measure(value)
      if try machine.isTrue(machine.binary(operation, own, mark)) { (best, mark) = (value, own) }
    }
    return best
  }

  /// Halves go to the even neighbor, by the number's exact value.
  private static func round(_ arguments: Arguments, _ machine: Machine) throws(PyError) -> Value {
    var digits = arguments.positional.dropFirst().first
    if let given = arguments.keywords.first(where: { $0.name == "ndigits" }) {
      digits = given.value
    }
    let value = arguments.positional.first ?? .none
    switch value {
    case .float(let number):
      guard let places = digits?.smallInt else {
        return try integer(number.rounded(.toNearestOrEven), machine)
      }
      if places > 323 || !number.isFinite { return value }
      if places < -308 { return .float(0) }
      if places >= 0 {
        return .float(
          Double(FloatText.printed(number, .fixed, precision: places)) ?? number)
      }
      var scale = 1.0
      for _ in 0..<(-places) { scale *= 10 }
      return .float((number / scale).rounded(.toNearestOrEven) * scale)
    case .int, .big, .bool:
      guard let places = digits?.smallInt, places < 0, let number = value.bigInt else {
        return .integer(value.bigInt ?? 0)
      }
      let scale = BigInt(10).power(-max(places, -10_000))
      let (whole, rest) = Machine.floorDivided(number, scale)
      let up = rest * 2 > scale || (rest * 2 == scale && whole % 2 != 0)
      return .integer((up ? whole + 1 : whole) * scale)
    case .object(let object):
      let given = digits.map { Arguments([$0]) } ?? Arguments()
      guard let method = try object.attribute("__round__", machine) else { fallthrough }
      return try machine.call(method, given)
    default:
      throw machine.error(
        "TypeError", "type \(machine.typeName(value)) doesn't define __round__ method")
    }
  }

  /// A float without its fraction as an integer.
  package static func integer(_ number: Double, _ machine: Machine) throws(PyError) -> Value {
    if number.isNaN { throw machine.error("ValueError", "cannot convert float NaN to integer") }
    if number.isInfinite {
      throw machine.error("OverflowError", "cannot convert float infinity to integer")
    }
    return .integer(BigInt(number.rounded(.towardZero)))
  }
}

extension Machine {
  /// The only argument of a call.
  func one(_ arguments: Arguments, _ name: String) throws(PyError) -> Value {
    try several(arguments, 1, name)[0]
  }

  /// Between so many and so many arguments.
  func several(
    _ arguments: Arguments, _ counts: ClosedRange<Int>, _ name: String
  ) throws(PyError) -> [Value] {
    let given = arguments.positional.count
    if !arguments.keywords.isEmpty {
      throw error("TypeError", "\(name)() takes no keyword arguments")
    }
    guard !counts.contains(given) else { return arguments.positional }
    let (bound, limit) =
      given < counts.lowerBound ? ("least", counts.lowerBound) : ("most", counts.upperBound)
    throw error(
      "TypeError",
      "\(name) expected at \(bound) \(limit) argument\(limit == 1 ? "" : "s"), got \(given)")
  }

  func several(_ arguments: Arguments, _ count: Int, _ name: String) throws(PyError) -> [Value] {
    let given = arguments.positional.count
    if !arguments.keywords.isEmpty {
      throw error("TypeError", "\(name)() takes no keyword arguments")
    }
    guard given == count else {
      if count == 1 {
        throw error("TypeError", "\(name)() takes exactly one argument (\(given) given)")
      }
      throw error("TypeError", "\(name) expected \(count) arguments, got \(given)")
    }
    return arguments.positional
  }

  /// `len(value)`: of texts the number of code points.
  ///
  /// - Throws: `TypeError` where it has none.
  package func length(_ value: Value) throws(PyError) -> Int {
    switch value {
    case .string(let text): return scalarCount(of: text)
    case .object(let object):
      if let length = try object.length(self) { return length }
      fallthrough
    default: throw error("TypeError", "object of type '\(typeName(value))' has no len()")
    }
  }
}
