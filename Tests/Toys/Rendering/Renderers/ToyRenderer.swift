// toy: an output format | RendererCatalog.swift | ToyRenderer.self,
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
/// The lesson's name.
public struct ToyRenderer: Renderer {
  public static let name = "toy"
  public static let facts = RendererFacts(
    overwriting: .whereHeaded, hasFilesBeside: false, showsImages: false, showsRegions: false)

  public init() {}

  public func files(for lesson: Lesson) -> [RenderedFile] {
    [RenderedFile(path: lesson.name + ".toy", text: lesson.name)]
  }
}
