public import Notebooks
internal import RunRecords

/// The notebook with outputs written into it, and the figures beside it.
public struct MarkdownRenderer: Renderer {
  public static let name = "md"
  public static let facts = RendererFacts(
    overwriting: .whereLessonStands, hasFilesBeside: true, showsImages: false, showsRegions: true)

  public init() {}

  public func files(for lesson: Lesson) throws(WriteRefusal) -> [RenderedFile] {
    let regions = RegionRenderer(lessonName: lesson.name, language: lesson.language)
    let bytes = try lesson.notebook.writing(
      lesson.record.tasks.filter { !$0.isLeftAlone }.map(regions.region(of:)), links: lesson.links,
      force: true)
    return [RenderedFile(path: lesson.name + ".md", bytes: bytes)]
      + lesson.record.tasks.flatMap(regions.figures(of:))
  }
}
