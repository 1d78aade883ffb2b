internal import BigInt

/// Methods of numbers.
enum NumberMethods {
  static var int: [Method] {
    [
      Method("bit_length") { arguments, _ in
        .int(arguments.positional[0].bigInt.map { $0.magnitude.bitWidth } ?? 0)
      },
      Method("__index__") { arguments, _ in arguments.positional[0] },
    ]
  }

  static var float: [Method] {
    [
      Method("is_integer") { arguments, _ in
        let number = arguments.positional[0].double ?? .nan
        return .bool(number.isFinite && number == number.rounded())
      },
      Method("item") { arguments, _ in arguments.positional[0] },
    ]
  }
}
