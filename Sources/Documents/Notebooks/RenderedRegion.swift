/// Outputs that Rendering made for one directive, to be written into the notebook.
public struct RenderedRegion: Hashable, Sendable {
  /// The id of the directive that they are of.
  public var id: String
  /// The short hash of all that they depend on.
  public var key: String
  /// Markdown, lines ended by LF. Empty where the directive has no outputs: no region then.
  public var body: String

  /// Outputs of the directive `id`, made under `key`.
  public init(id: String, key: String, body: String) {
    self.id = id
    self.key = key
    self.body = body
  }
}
