/// A picture where prose shows it.
public struct PictureTag: Hashable, Sendable {
  /// The address without escapes.
  public let address: String
  /// What readers have who don't see it.
  public let alt: String
  /// What is shown on pointing at it; empty where there is none.
  public let title: String
  /// How large it is to be.
  public let size: PictureSize

  /// A picture with its words; where nothing is said of its size, it has its own.
  public init(address: String, alt: String, title: String, size: PictureSize = PictureSize()) {
    (self.address, self.alt, self.title, self.size) = (address, alt, title, size)
  }
}
