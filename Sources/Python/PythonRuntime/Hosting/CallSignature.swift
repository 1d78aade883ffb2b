/// The parameters of a host's function, read from what Python would write:
/// `"x, y=None, *rest, verbose=0, **others"`.
///
/// Default values are for readers of help and documentation; a body asks its ``Call`` for what was
/// given and chooses its own default.
package struct CallSignature: Sendable {
  /// A parameter that has a name.
  package struct Parameter: Sendable, Equatable {
    /// The keyword that calls may use.
    package let name: String
    /// Whether it has no default value.
    package let isRequired: Bool
    /// Whether it stands behind a `*`, so that its value needs its name.
    package let isKeywordOnly: Bool
  }

  /// As it was written.
  package let text: String
  /// In the order in which they were written, `*args` and `**kwargs` left out.
  package private(set) var parameters: [Parameter] = []
  /// Whether further values are taken, as `*args` does.
  package private(set) var takesMoreValues = false
  /// Whether other keywords are taken, as `**kwargs` does.
  package private(set) var takesMoreKeywords = false

  /// Reads parameters with commas between them; a default value can't have one.
  package init(_ text: String) {
    self.text = text
    var isKeywordOnly = false
    // Bytes: each machine reads the signatures of all its classes, and characters cost many times that.
    for piece in text.utf8.split(separator: UInt8(ascii: ",")) {
      let part = piece.withoutBlanks
      switch part.prefix(while: { $0 == UInt8(ascii: "*") }).count {
      case 0:
        let name = part.prefix { $0 != UInt8(ascii: "=") }
        guard !name.isEmpty else { continue }
        parameters.append(
          Parameter(
            name: String(Substring(name)), isRequired: name.endIndex == part.endIndex,
            isKeywordOnly: isKeywordOnly))
      case 1:
        takesMoreValues = takesMoreValues || part.count > 1
        isKeywordOnly = true
      default: takesMoreKeywords = true
      }
    }
  }

  /// The names that a keyword may have.
  package var names: [String] { parameters.map(\.name) }
  /// The names of those that may be given without one.
  var placeNames: [String] { parameters.filter { !$0.isKeywordOnly }.map(\.name) }
  /// The most values that may be given without a name.
  var placeCount: Int { parameters.count { !$0.isKeywordOnly } }

  /// Puts the arguments of a call in their places.
  ///
  /// - Parameter text: what errors call the function; its name where nothing else is given.
  /// - Throws: `TypeError` with the text that Python has for a function of its own.
  func bind(
    _ arguments: Arguments, to function: String, shownAs text: String? = nil, _ machine: Machine
  ) throws(PyError) -> Call {
    let name = text ?? function
    var values: [String: Value] = [:]
    let places = parameters.filter { !$0.isKeywordOnly }
    for (parameter, value) in zip(places, arguments.positional) { values[parameter.name] = value }
    let rest = Array(arguments.positional.dropFirst(places.count))
    if !rest.isEmpty && !takesMoreValues { throw tooMany(arguments, name, machine) }
    var others: [(name: String, value: Value)] = []
    for (keyword, value) in arguments.keywords {
      if parameters.contains(where: { $0.name == keyword }) {
        if values[keyword] != nil {
          throw machine.error(
            "TypeError", "\(name)() got multiple values for argument '\(keyword)'")
        }
        values[keyword] = value
      } else if takesMoreKeywords {
        others.append((keyword, value))
      } else {
        throw machine.error(
          "TypeError", "\(name)() got an unexpected keyword argument '\(keyword)'")
      }
    }
    let missing = parameters.filter { $0.isRequired && values[$0.name] == nil }
    if !missing.isEmpty { throw absent(missing.map(\.name), name, machine) }
    return Call(
      name: function, values: values, rest: rest, others: others, machine: machine,
      positionalCount: arguments.positional.count)
  }

  private func absent(_ names: [String], _ function: String, _ machine: Machine) -> PyError {
    let listed = Machine.listed(names.map { "'\($0)'" })
    let noun = names.count == 1 ? "argument" : "arguments"
    return machine.error(
      "TypeError",
      "\(function)() missing \(names.count) required positional \(noun): \(listed)")
  }

  private func tooMany(_ arguments: Arguments, _ name: String, _ machine: Machine) -> PyError {
    let least = parameters.count { !$0.isKeywordOnly && $0.isRequired }
    let takes = least == placeCount ? "\(placeCount)" : "from \(least) to \(placeCount)"
    let noun = placeCount == 1 && least == placeCount ? "argument" : "arguments"
    let given = arguments.positional.count
    return machine.error(
      "TypeError",
      "\(name)() takes \(takes) positional \(noun) but \(given) \(given == 1 ? "was" : "were") given"
    )
  }
}

extension Substring.UTF8View {
  /// Without blanks at both ends.
  fileprivate var withoutBlanks: Substring.UTF8View {
    let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
    guard let last = lastIndex(where: { !isBlank($0) }) else { return self[endIndex...] }
    return self[...last].drop(while: isBlank)
  }
}
