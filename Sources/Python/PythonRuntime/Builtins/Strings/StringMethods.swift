/// Methods of strings. The first argument is the string; places count code points, as in CPython.
enum StringMethods {
  typealias Scalars = [Unicode.Scalar]

  static var all: [Method] { cases + tests + searching + replacing + splitting + shaping + coding }

  /// A method that takes so many values behind the string, and no keywords.
  static func method(
    _ name: String, _ counts: ClosedRange<Int> = 0...0,
    _ body: @escaping @Sendable (String, [Value], Machine) throws(PyError) -> Value
  ) -> Method {
    Method(name) { arguments, machine throws(PyError) in
      let text = try receiver(name, arguments, machine)
      let values = Array(arguments.positional.dropFirst())
      if let given = arguments.keywords.first, !given.name.isEmpty {
        throw machine.error("TypeError", "str.\(name)() takes no keyword arguments")
      }
      if let message = miscount(name, values.count, counts) {
        throw machine.error("TypeError", message)
      }
      return try body(text, values, machine)
    }
  }

  /// A method whose arguments may have names.
  static func method(
    _ name: String, _ parameters: String,
    _ body: @escaping @Sendable (String, Call) throws(PyError) -> Value
  ) -> Method {
    Method(name, "self, \(parameters)") { call throws(PyError) in
      guard case .string(let text) = call.required("self") else {
        throw wrongReceiver(name, call.required("self"), call.machine)
      }
      return try body(text, call)
    }
  }

  static func receiver(
    _ name: String, _ arguments: Arguments, _ machine: Machine
  ) throws(PyError) -> String {
    guard let first = arguments.positional.first else {
      throw machine.error("TypeError", "unbound method str.\(name)() needs an argument")
    }
    guard case .string(let text) = first else { throw wrongReceiver(name, first, machine) }
    return text
  }

  private static func wrongReceiver(_ name: String, _ value: Value, _ machine: Machine) -> PyError {
    machine.error(
      "TypeError",
      "descriptor '\(name)' for 'str' objects doesn't apply to a '\(machine.typeName(value))' object"
    )
  }

  /// What CPython says of too few or too many values; nil where the count is right.
  private static func miscount(
    _ name: String, _ count: Int, _ counts: ClosedRange<Int>
  ) -> String? {
    if counts.contains(count) { return nil }
    if counts == 0...0 { return "str.\(name)() takes no arguments (\(count) given)" }
    if counts == 1...1 {
      return "str.\(name)() takes exactly one argument (\(count) given)"
    }
    let (bound, word) =
      count < counts.lowerBound
      ? (counts.lowerBound, "at least") : (counts.upperBound, "at most")
    return "\(name) expected \(word) \(bound) argument\(bound == 1 ? "" : "s"), got \(count)"
  }
}

extension Machine {
  /// A string among a method's arguments.
  func textArgument(_ values: [Value], _ index: Int, _ name: String) throws(PyError) -> String {
    guard case .string(let text) = values[index] else {
      let place = name.isEmpty ? "" : "\(name)() argument \(index + 1) "
      throw error("TypeError", "\(place)must be str, not \(typeName(values[index]))")
    }
    return text
  }

  /// The part of a sequence that a method is asked for by `start` and `end`, as slices take them.
  ///
  /// - Parameter values: start and end, each may be missing or None.
  /// - Returns: nil where the start lies behind the end.
  func searchRange(_ values: ArraySlice<Value>, count: Int) throws(PyError) -> Range<Int>? {
    func place(_ value: Value?, _ fallback: Int) throws(PyError) -> Int {
      guard let value else { return fallback }
      if case .none = value { return fallback }
      guard let number = value.smallInt ?? value.plain.bigInt.map({ $0 < 0 ? -count : count })
      else {
        throw error(
          "TypeError", "slice indices must be integers or None or have an __index__ method")
      }
      return number < 0 ? max(number + count, 0) : number
    }
    let start = try place(values.first, 0)
    let end = min(try place(values.dropFirst().first, count), count)
    return start <= end ? start..<end : nil
  }
}

extension String {
  /// Whether all code points are the same: a letter and its parts, which Swift takes for equal, are two
  /// texts in Python.
  func hasSameScalars(as other: String) -> Bool {
    utf8.count == other.utf8.count && self == other && utf8.elementsEqual(other.utf8)
  }

  init(scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self = String(view)
  }
}

extension Unicode.Scalar {
  /// What CPython takes for blank: the separators of Unicode's categories and of its bidirectional algorithm.
  var isPythonSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F,
      0x205F, 0x3000:
      true
    default: false
    }
  }

  /// Where `splitlines` ends a line.
  var isPythonLineEnd: Bool {
    switch value {
    case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
