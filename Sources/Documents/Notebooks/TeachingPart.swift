/// A part of a lesson that is an exercise, or an exercise's solution.
public struct TeachingPart: Hashable, Sendable {
  /// What a part is; the word is its class and its tag.
  public enum Kind: String, CaseIterable, Sendable { case exercise, solution }

  /// What it is.
  public let kind: Kind
  /// All of it in the notebook's bytes, whole lines with their endings.
  public let range: Range<Int>
  /// The lines that only mark a part's beginning and end, as `::: solution` and `:::` do; empty where a fence
  /// or a cell is marked itself.
  public let markers: [Range<Int>]
}
