public import Notebooks
internal import RunRecords

/// The notebook with outputs written into it, and the figures beside it.
public struct MarkdownRenderer: Renderer {
  /// `md`, for `--to` and as the extension.
  public static let name = "md"
  /// Figures are files beside the notebook, to which its regions refer.
  public static let facts = RendererFacts(
    overwriting: .whereLessonStands, hasFilesBeside: true, showsImages: false, showsRegions: true)

  /// A renderer without settings: all of the regions follows from the lesson.
  public init() {}

  /// `NAME.md`, in which only regions and numbers in prose differ from the notebook, then the files
  /// of the figures and the pictures that the prose names.
  public func files(for lesson: Lesson) throws(WriteRefusal) -> [RenderedFile] {
    let regions = RegionRenderer(lessonName: lesson.name, language: lesson.language)
    let bytes = try lesson.notebook.writing(
      lesson.record.tasks.filter { !$0.isLeftAlone }.map(regions.region(of:)), links: lesson.links,
      force: true)
    return [RenderedFile(path: lesson.name + ".md", bytes: bytes)]
      + lesson.record.tasks.flatMap(regions.figures(of:)) + lesson.copies
  }
}
