/// Why a formula is shown as its source.
struct MathProblem: Error, Hashable {
  enum Kind: Hashable {
    case unknownCommand(String)
    case unknownEnvironment(String)
    /// What stands where it can't.
    case unexpected(String)
    /// What the formula ends without.
    case missing(String)
    /// An argument that a command can't have.
    case badArgument(of: String)
    case tooDeep
    case tooLong
  }

  let kind: Kind
  /// UTF-8 offsets in the formula.
  let range: Range<Int>

  init(_ kind: Kind, at range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
