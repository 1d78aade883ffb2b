internal import BigInt

/// Methods of numbers.
enum NumberMethods {
  static var int: [Method] {
    [
      Method("conjugate") { arguments, _ in plain(arguments.positional[0]) },
      Method("as_integer_ratio") { arguments, _ in
        .object(TupleObject([plain(arguments.positional[0]), .int(1)]))
      },
      Method("bit_count") { arguments, _ in
        .int(
          arguments.positional[0].bigInt?.magnitude.words.reduce(0) { $0 + $1.nonzeroBitCount } ?? 0
        )
      },
      Method("to_bytes", "self, length=1, byteorder='big', *, signed=False", bytes),
      Method("bit_length") { arguments, _ in
        .int(arguments.positional[0].bigInt.map { $0.magnitude.bitWidth } ?? 0)
      },
      Method("__index__") { arguments, _ in arguments.positional[0] },
    ]
  }

  static var float: [Method] {
    [
      Method("conjugate") { arguments, _ in arguments.positional[0] },
      Method("as_integer_ratio") { arguments, machine throws(PyError) in
        try ratio(arguments.positional[0].double ?? .nan, machine)
      },
      Method("is_integer") { arguments, _ in
        let number = arguments.positional[0].double ?? .nan
        return .bool(number.isFinite && number == number.rounded())
      },
      Method("item") { arguments, _ in arguments.positional[0] },
    ]
  }

  /// The parts that a number has as attributes; nil for other names and values.
  static func part(_ name: String, of value: Value) -> Value? {
    switch (value, name) {
    case (.int, "real"), (.big, "real"), (.bool, "real"), (.int, "numerator"), (.big, "numerator"),
      (.bool, "numerator"):
      plain(value)
    case (.int, "imag"), (.big, "imag"), (.bool, "imag"): .int(0)
    case (.int, "denominator"), (.big, "denominator"), (.bool, "denominator"): .int(1)
    case (.float, "real"): value
    case (.float, "imag"): .float(0)
    default: nil
    }
  }

  /// An integer that is no bool.
  private static func plain(_ value: Value) -> Value {
    value.bigInt.map { Value.integer($0) } ?? value
  }

  private static func ratio(_ number: Double, _ machine: Machine) throws(PyError) -> Value {
    guard number.isFinite else {
      let (kind, word) = number.isNaN ? ("ValueError", "NaN") : ("OverflowError", "Infinity")
      throw machine.error(kind, "cannot convert \(word) to integer ratio")
    }
    if number == 0 { return .object(TupleObject([.int(0), .int(1)])) }
    // The significand without its lower zeros, times a power of two.
    let places = number.significandWidth - Int(number.exponent)
    let whole = BigInt(
      number.significand * Double(sign: .plus, exponent: number.significandWidth, significand: 1))
    let top = number < 0 ? -whole : whole
    return .object(
      TupleObject(
        places > 0
          ? [.integer(top), .integer(BigInt(1) << places)] : [.integer(top << -places), .int(1)]))
  }

  @Sendable private static func bytes(_ call: Call) throws(PyError) -> Value {
    guard let number = call.required("self").bigInt else {
      throw call.error("TypeError", "descriptor 'to_bytes' requires a 'int' object")
    }
    let (length, order) = (try call.int("length", or: 1), try call.string("byteorder") ?? "big")
    let isSigned = try call.bool("signed", or: false)
    guard length >= 0 else {
      throw call.error("ValueError", "length argument must be non-negative")
    }
    guard order == "big" || order == "little" else {
      throw call.error("ValueError", "byteorder must be either 'little' or 'big'")
    }
    if number < 0 && !isSigned {
      throw call.error("OverflowError", "can't convert negative int to unsigned")
    }
    try call.machine.spend(memory: length)
    let room = 8 * length - (isSigned ? 1 : 0)
    guard (number < 0 ? (-number - 1).magnitude : number.magnitude).bitWidth <= max(room, 0) else {
      throw call.error("OverflowError", "int too big to convert")
    }
    var rest = number < 0 ? (BigInt(1) << (8 * length)) + number : number
    var bytes: [UInt8] = []
    for _ in 0..<length {
      bytes.append(UInt8(truncatingIfNeeded: rest.words.first ?? 0))
      rest >>= 8
    }
    return .object(BytesObject(order == "big" ? bytes.reversed() : bytes))
  }
}
