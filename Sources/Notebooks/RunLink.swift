/// A number in prose that is tied to the run: `[98,9 %](run:teste.accuracy)`.
public struct RunLink: Hashable, Sendable {
  /// The text between the brackets.
  public let text: String
  /// Its bytes in the notebook.
  public let range: Range<Int>
  /// What stands after `run:`.
  public let target: String
  /// Its bytes in the notebook.
  public let targetRange: Range<Int>
}
