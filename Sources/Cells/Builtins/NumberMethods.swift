internal import BigInt

/// Methods of numbers.
enum NumberMethods {
  static var int: [BuiltinFunction] {
    [
      BuiltinFunction("bit_length", binds: true) { arguments, _ in
        .int(arguments.positional[0].bigInt.map { $0.magnitude.bitWidth } ?? 0)
      },
      BuiltinFunction("__index__", binds: true) { arguments, _ in arguments.positional[0] },
    ]
  }

  static var float: [BuiltinFunction] {
    [
      BuiltinFunction("is_integer", binds: true) { arguments, _ in
        let number = arguments.positional[0].double ?? .nan
        return .bool(number.isFinite && number == number.rounded())
      },
      BuiltinFunction("item", binds: true) { arguments, _ in arguments.positional[0] },
    ]
  }
}
