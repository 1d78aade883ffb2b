internal import ArgumentParser

/// `name=value` after `-P`.
struct ParameterArgument: Sendable {
  var name: String
  var value: String

  init(_ text: String) throws {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
      throw ValidationError("it needs a name, '=' and a value")
    }
    name = String(text[..<equals])
    value = String(text[text.index(after: equals)...])
  }
}
