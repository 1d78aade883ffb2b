/// One self-contained page: no request to anywhere, no scripts.
public struct HTMLPageRenderer: Renderer {
  public static let name = "html"

  public init() {}

  public func files(for lesson: Lesson) -> [RenderedFile] {
    [RenderedFile(path: lesson.name + ".html", text: "")]
  }
}
