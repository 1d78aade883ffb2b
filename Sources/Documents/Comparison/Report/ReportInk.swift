/// What a report's words are marked with.
public enum ReportInk: Sendable {
  /// Nothing: signs alone tell what was removed and added.
  case plain
  /// A terminal's colors.
  case terminal
  /// The characters of `removal` and `addition`, for who makes something else of them.
  case marks

  /// Unicode leaves these characters to the programs that use them.
  public static let removal: (start: Character, end: Character) = ("\u{E000}", "\u{E001}")
  /// The characters around what the second run has and the first had not, of the same kind.
  public static let addition: (start: Character, end: Character) = ("\u{E002}", "\u{E003}")
}
