internal import JSON

/// The comment at the top of Caderno's Markdown that keeps a Jupyter notebook's own metadata.
struct NotebookMarker: Hashable {
  var minorVersion = JupyterNotebook.currentMinorVersion
  var metadata = Self.python

  /// What a notebook for Python has where nothing else is known.
  static let python: JSONObject = [
    "kernelspec": .object([
      "display_name": .string("Python 3"), "language": .string("python"),
      "name": .string("python3"),
    ]),
    "language_info": .object(["name": .string("python")]),
  ]

  var isNeeded: Bool { self != NotebookMarker() }

  init() {}

  /// Reads a line; nil for what isn't a marker.
  init?(line: String) {
    guard let content = MarkerText(line: line, name: "notebook") else { return nil }
    for (name, value) in content.words {
      guard name == "nbformat", value.hasPrefix("4."), let minor = Int(value.dropFirst(2)),
        (0...100).contains(minor)
      else { return nil }
      minorVersion = minor
    }
    metadata = content.object["metadata"]?.object ?? [:]
  }

  var line: String {
    let object: JSONObject = metadata.isEmpty ? [:] : ["metadata": .object(metadata)]
    return MarkerText(
      name: "notebook", words: [("nbformat", "4.\(minorVersion)")], object: object
    ).line
  }
}
