internal import JSON
internal import Notebooks

/// Directives that are plain code cells in a Jupyter notebook: Python without settings.
enum PlainCode {
  /// - Parameter runsPython: whether plain `python` fences run in the lesson.
  static func isPlain(_ directive: Directive, runsPython: Bool) -> Bool {
    runsPython
      ? directive.isPlainPython && !directive.isNamed && directive.options.isEmpty
      : directive.infoWithoutTags == "python {.keras}"
  }
}

extension JSONObject {
  /// A cell's tags, where its metadata has a list of texts for them.
  var tags: [String]? {
    guard let values = self["tags"]?.array else { return nil }
    let tags = values.compactMap(\.string)
    return tags.count == values.count ? tags : nil
  }

  /// With tags in place of those that are there.
  mutating func setTags(_ tags: [String]) { self["tags"] = .array(tags.map(JSONValue.string)) }
}
