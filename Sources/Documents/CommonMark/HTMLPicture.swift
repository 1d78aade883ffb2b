/// A picture that an author's HTML names.
public struct HTMLPicture: Hashable, Sendable {
  /// Its address without escapes.
  public let address: String
  /// Its alternative text, which is empty where it says that the picture shows nothing new; nil where there is none.
  public let alt: String?

  /// The pictures in a piece of HTML, in order. Cost: linear.
  public static func all(in html: String) -> [HTMLPicture] {
    guard html.contains("<img") || html.contains("<IMG") else { return [] }
    return (HTMLTree.steps(html) ?? []).compactMap { step in
      guard case .start("img", let attributes, _) = step,
        let address = attributes.first(where: { $0.name == "src" })?.value
      else { return nil }
      return HTMLPicture(
        address: address, alt: attributes.first { $0.name == "alt" }?.value)
    }
  }
}
