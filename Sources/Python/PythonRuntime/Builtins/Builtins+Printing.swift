extension Builtins {
  /// `print`, on standard output or on whatever can be written to.
  static func print(_ arguments: Arguments, _ machine: Machine) throws(PyError) -> Value {
    var (separator, end) = (" ", "\n")
    var file: Value?
    var isFlushed = false
    for (name, value) in arguments.keywords {
      switch (name, value) {
      case ("sep", .none), ("end", .none), ("file", .none): break
      case ("flush", _): isFlushed = try machine.isTrue(value)
      case ("file", _): file = value
      case ("sep", .string(let text)): separator = text
      case ("end", .string(let text)): end = text
      case ("sep", _), ("end", _):
        throw machine.error(
          "TypeError", "\(name) must be None or a string, not \(machine.typeName(value))")
      default:
        throw machine.error("TypeError", "'\(name)' is an invalid keyword argument for print()")
      }
    }
    var texts: [String] = []
    for value in arguments.positional { texts.append(try machine.str(value)) }
    let text = texts.joined(separator: separator) + end
    let stream: StreamObject? = file?.asObject()
    if file == nil || stream != nil {
      try machine.emit(text, toErrors: stream?.isErrors ?? false)
      if isFlushed { machine.flush?(stream?.isErrors ?? false) }
    } else if let file {
      _ = try machine.callMethod(file, "write", Arguments([.string(text)]))
    }
    return .none
  }
}
