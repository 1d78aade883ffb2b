/// The output formats that exist.
public enum RendererCatalog {
  public static let all: [any Renderer.Type] = [
    MarkdownRenderer.self,
    HTMLPageRenderer.self,
    PlainTextRenderer.self,
    JupyterRenderer.self,
  ]
}
