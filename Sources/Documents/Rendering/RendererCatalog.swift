/// The output formats that exist.
public enum RendererCatalog {
  /// One for each name of `--to`, in the order in which the program lists them.
  public static let all: [any Renderer.Type] = [
    MarkdownRenderer.self,
    HTMLPageRenderer.self,
    PlainTextRenderer.self,
    JupyterRenderer.self,
  ]
}
