/// What is wrong with one argument of a call.
public struct ArgumentError: Error, Hashable, Sendable {
  /// The facts of a mistake.
  public enum Problem: Hashable, Sendable {
    /// There is no such keyword; `known` lists those that exist.
    case unknownKeyword(known: [String])
    /// A required argument is absent.
    case missing
    /// More positional arguments than the call takes.
    case tooManyPositional(accepted: Int)
    /// The argument is given twice (by position and keyword, or under two spellings).
    case givenTwice
    case wrongType(got: ArgumentValue, expected: ParameterType)
    case outOfRange(got: ArgumentValue, range: ValueRange)
    case unknownChoice(got: String, choices: [String])
    /// No component (activation, loss, …) has this name; `known` lists those that exist.
    case unknownName(got: String, kind: ComponentKind, known: [String])
    /// A list of the wrong length.
    case wrongCount(got: Int, expected: Int)
    /// A list of numbers of which one isn't above the one before it.
    case notAscending
    /// Keras takes the value, but it can't be computed here.
    case unsupported(got: ArgumentValue)
    /// Two arguments that exclude each other; the text names both and says why.
    case conflict(with: String)
    /// A nested call (`RMSprop(lr=-1)`) is at fault itself.
    indirect case nested(ArgumentError)
  }

  /// The name of what was called, such as `Conv2D`.
  public let callee: String
  /// Keras' name of the parameter, or the author's spelling where there is none.
  public let parameter: String
  /// Which argument is at fault; nil where it is absent.
  public let place: ArgumentPlace?
  /// What is wrong, with the facts that a message needs.
  public let problem: Problem

  init(
    callee: String, parameter: String, place: ArgumentPlace?, problem: Problem
  ) {
    self.callee = callee
    self.parameter = parameter
    self.place = place
    self.problem = problem
  }
}
