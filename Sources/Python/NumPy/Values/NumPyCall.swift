internal import Arrays

/// The arguments of one call, by parameter.
struct NumPyCall {
  let session: NumPySession
  /// The function's name without its module.
  let name: String
  /// Whether it is a method of an array that was called.
  let isMethod: Bool
  private var values: [String: NumPyValue] = [:]

  /// Gives each argument to its parameter.
  init(
    _ function: NumPyFunction, _ positional: [NumPyValue], _ keywords: [(String, NumPyValue)],
    _ session: NumPySession, isMethod: Bool = false
  ) throws(ArrayError) {
    (self.session, self.isMethod) = (session, isMethod)
    name = String(function.name.split(separator: ".").last ?? "")
    try bind(function.parameters, positional)
    for (key, value) in keywords {
      guard function.parameters.contains(where: { $0.name == key && !$0.isVariadic }) else {
        throw ArrayError(.typeError, "\(name)() got an unexpected keyword argument '\(key)'")
      }
      guard values.updateValue(value, forKey: key) == nil else {
        throw ArrayError(.typeError, "\(name)() got multiple values for argument '\(key)'")
      }
    }
    let missing = function.parameters.filter { $0.isRequired && values[$0.name] == nil }
    if !missing.isEmpty { throw Self.missing(name, missing.map(\.name)) }
  }

  private mutating func bind(
    _ parameters: [NumPyFunction.Parameter], _ positional: [NumPyValue]
  ) throws(ArrayError) {
    var rest = positional[...]
    for parameter in parameters where !rest.isEmpty && !parameter.isKeywordOnly {
      values[parameter.name] = parameter.isVariadic ? .tuple(Array(rest)) : rest[rest.startIndex]
      rest = parameter.isVariadic ? [] : rest.dropFirst()
    }
    guard rest.isEmpty else {
      let allowed = parameters.filter { !$0.isKeywordOnly }
      let least = allowed.filter(\.isRequired).count
      let range = least == allowed.count ? "\(least)" : "from \(least) to \(allowed.count)"
      throw ArrayError(
        .typeError,
        "\(name)() takes \(range) positional argument\(allowed.count == 1 ? "" : "s") but "
          + "\(positional.count) \(positional.count == 1 ? "was" : "were") given")
    }
  }

  private static func missing(_ name: String, _ names: [String]) -> ArrayError {
    let quoted = names.map { "'\($0)'" }
    let list =
      quoted.count < 3
      ? quoted.joined(separator: " and ")
      : quoted.dropLast().joined(separator: ", ") + ", and " + quoted[quoted.count - 1]
    return ArrayError(
      .typeError,
      "\(name)() missing \(names.count) required positional argument"
        + "\(names.count == 1 ? "" : "s"): \(list)")
  }

  /// An argument, or nil when it wasn't given or is `None`.
  subscript(_ name: String) -> NumPyValue? {
    if case .none? = values[name] { return nil }
    return values[name]
  }

  /// Whether an argument was given, be it `None`.
  func wasGiven(_ name: String) -> Bool { values[name] != nil }

  /// The same call with one more argument.
  func with(_ name: String, _ value: NumPyValue) -> NumPyCall {
    var call = self
    call.values[name] = value
    return call
  }
}
