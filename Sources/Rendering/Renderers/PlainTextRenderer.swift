/// Outputs as text for a terminal: tables aligned, figures by their alternative text.
public struct PlainTextRenderer: Renderer {
  public static let name = "txt"

  public init() {}

  public func files(for lesson: Lesson) -> [RenderedFile] {
    [RenderedFile(path: lesson.name + ".txt", text: "")]
  }
}
