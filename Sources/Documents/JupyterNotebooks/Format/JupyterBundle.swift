public import JSON

/// One thing in several forms, of which a reader shows the richest that it can.
public struct JupyterBundle: Hashable, Sendable {
  /// Media types to contents: text as one string, images in Base64 (SVG as text), JSON as it is.
  public var data: JSONObject
  /// What is said of single forms, by their media types, such as an image's size.
  public var metadata: JSONObject

  /// A bundle of forms in nbformat's spelling.
  public init(data: JSONObject, metadata: JSONObject = [:]) {
    self.data = data
    self.metadata = metadata
  }

  /// The content of a media type as text.
  public func text(_ mediaType: String) -> String? { data[mediaType]?.joinedText }

  /// Whether a media type's content is JSON rather than text.
  public static func isJSON(_ mediaType: String) -> Bool {
    mediaType == "application/json"
      || mediaType.hasPrefix("application/") && mediaType.hasSuffix("+json")
  }

  /// Whether Jupyter writes a media type's content as a list of lines.
  static func isLines(_ mediaType: String) -> Bool {
    mediaType.hasPrefix("text/") || mediaType == "application/javascript"
      || mediaType == "image/svg+xml"
  }
}
