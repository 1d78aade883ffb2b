/// What the program has to know of an output format.
public struct RendererFacts: Sendable {
  /// When a file of the format, whose name nobody gave, may be overwritten.
  public enum Overwriting: Sendable {
    /// It is made anew from its lesson.
    case always
    /// It may hold somebody's work, unless its mark says that Caderno made it as it is.
    case whereMarked
    /// It may be a lesson itself where it lies in the lesson's own folder.
    case elsewhere
  }

  public let overwriting: Overwriting
  /// Whether figures are files in a folder beside the main one.
  public let hasFilesBeside: Bool
  /// Whether readers see the images that a lesson names.
  public let showsImages: Bool
  /// Whether it shows regions of outputs as they stand in the lesson, typed or not.
  public let showsRegions: Bool

  public init(
    overwriting: Overwriting, hasFilesBeside: Bool, showsImages: Bool, showsRegions: Bool
  ) {
    (self.overwriting, self.hasFilesBeside) = (overwriting, hasFilesBeside)
    (self.showsImages, self.showsRegions) = (showsImages, showsRegions)
  }
}
