/// What a parameter accepts.
public enum ParameterType: Hashable, Sendable {
  case bool
  case int(ValueRange)
  /// An integer or a decimal number.
  case number(ValueRange)
  /// A number, or a name or a call from one of the catalogs.
  case numberOr(ValueRange, ComponentKind)
  /// A list of numbers that isn't empty.
  case numbers(ValueRange)
  /// A number for what lies between it and its negative, or a pair (lower, upper).
  case span(ValueRange)
  /// The number of an axis, or a list of such.
  case axes
  /// A number, or a list of numbers that isn't empty.
  case numberOrNumbers(ValueRange)
  case text
  /// A list of strings.
  case texts
  /// One of these strings.
  case choice([String])
  /// One integer for both axes, or a pair (height, width).
  case pair(ValueRange)
  /// One integer for all sides, a pair (height, width), or ((top, bottom), (left, right)).
  case margins(ValueRange)
  /// A list of extents without the batch axis.
  case shape
  /// A name or a call from one of the catalogs.
  case component(ComponentKind)
}

extension ParameterType: CustomStringConvertible {
  /// What is accepted, in English, for a message that begins with "expected".
  public var description: String {
    switch self {
    case .bool: "True or False"
    case .int(let range): "an integer, \(range)"
    case .number(let range): "a number, \(range)"
    case .numberOr(let range, let kind):
      "a number, \(range), or a call that makes \(kind.withArticle)"
    case .numbers(let range): "a list of numbers, each \(range)"
    case .span(let range): "a number or a pair of numbers, each \(range)"
    case .axes: "an integer or a list of integers"
    case .numberOrNumbers(let range): "a number or a list of numbers, each \(range)"
    case .text: "a string"
    case .texts: "a list of strings"
    case .choice(let choices): "one of " + choices.map { "'\($0)'" }.joined(separator: ", ")
    case .pair(let range): "an integer or a pair of integers, each \(range)"
    case .margins(let range):
      "an integer, a pair of integers or a pair of such pairs, each \(range)"
    case .shape: "a tuple of positive integers"
    case .component(let kind): "the name of \(kind.withArticle) or a call that makes one"
    }
  }
}
