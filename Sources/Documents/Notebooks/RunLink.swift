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
  /// The link's title; nil where something stands there that is none.
  let title: LinkTitle?

  /// A text in the number's form, where the title has one: `[12](run:f.count "as 1,000")`.
  public var form: String? { title?.form }
}
