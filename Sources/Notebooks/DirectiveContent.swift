/// The text inside a fence, and where each of its lines stands in the notebook.
public struct DirectiveContent: Hashable, Sendable {
  public let text: String

  func sourceOffset(of offset: Int) -> Int { 0 }
}
