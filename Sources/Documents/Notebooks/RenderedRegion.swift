/// Outputs that Rendering made for one directive, to be written into the notebook.
public struct RenderedRegion: Hashable, Sendable {
  public var id: String
  public var key: String
  /// Markdown, lines ended by LF. Empty where the directive has no outputs: no region then.
  public var body: String

  public init(id: String, key: String, body: String) {
    self.id = id
    self.key = key
    self.body = body
  }
}
