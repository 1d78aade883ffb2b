/// What the program has to know of an output format.
public struct RendererFacts: Sendable {
  /// What tells of a file, whose name nobody gave, that Caderno made it and may make it anew.
  public enum Overwriting: Sendable {
    /// A checksum in it: nobody changed anything since.
    case whereMarked
    /// A note beside it tells, or it holds the lesson's text as a run left it and lies elsewhere than the
    /// lesson.
    case whereLessonStands
    /// It names Caderno as what made the page.
    case whereGenerated
    /// It begins with a directive's name and kind.
    case whereHeaded
  }

  /// What allows to make a file anew under a name that nobody gave.
  public let overwriting: Overwriting
  /// Whether figures are files in a folder beside the main one.
  public let hasFilesBeside: Bool
  /// Whether readers see the images that a lesson names.
  public let showsImages: Bool
  /// Whether it shows regions of outputs as they stand in the lesson, typed or not.
  public let showsRegions: Bool

  /// The facts of a format, which stand with its renderer.
  public init(
    overwriting: Overwriting, hasFilesBeside: Bool, showsImages: Bool, showsRegions: Bool
  ) {
    (self.overwriting, self.hasFilesBeside) = (overwriting, hasFilesBeside)
    (self.showsImages, self.showsRegions) = (showsImages, showsRegions)
  }
}
