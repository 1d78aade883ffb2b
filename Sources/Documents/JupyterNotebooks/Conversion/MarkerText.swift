internal import JSON

/// A comment of one line with a name, words `name=value` and one JSON object.
struct MarkerText {
  let name: String
  let words: [(String, String)]
  let object: JSONObject

  init(name: String, words: [(String, String)], object: JSONObject) {
    self.name = name
    self.words = words
    self.object = object
  }

  /// Reads a line; nil where it is no comment of that name or can't be read.
  init?(line: String, name: String) {
    let line = line.trimming(" \t\r\n")
    guard line.hasPrefix("<!--"), line.hasSuffix("-->"), line.utf8.count >= 7 else { return nil }
    let content = String(line.dropFirst(4).dropLast(3)).trimming(" \t")
    guard content == name || content.hasPrefix(name + " ") else { return nil }
    let rest = content.dropFirst(name.count)
    let brace = rest.firstIndex(of: "{") ?? rest.endIndex
    var words: [(String, String)] = []
    for word in rest[..<brace].split(separator: " ") {
      guard let sign = word.firstIndex(of: "=") else { return nil }
      words.append((String(word[..<sign]), String(word[word.index(after: sign)...])))
    }
    var object: JSONObject = [:]
    if brace < rest.endIndex {
      guard let read = JSONValue(json: Array(rest[brace...].utf8))?.object else { return nil }
      object = read
    }
    self.init(name: name, words: words, object: object)
  }

  var line: String {
    var parts = [name] + words.map { "\($0.0)=\($0.1)" }
    if !object.isEmpty { parts.append(Self.safe(object)) }
    return "<!-- \(parts.joined(separator: " ")) -->"
  }

  /// JSON in which nothing ends a comment: hyphens after one another and `>` stand in strings only,
  /// where they can be escaped.
  private static func safe(_ object: JSONObject) -> String {
    JSONWriter(layout: .compact, sortsNames: false).text(.object(object))
      .replacing("--", with: "-\\u002d").replacing("--", with: "-\\u002d")
      .replacing(">", with: "\\u003e")
  }
}

extension String {
  /// Without any of these characters at its ends.
  func trimming(_ marks: String) -> String {
    var rest = Substring(self).unicodeScalars
    let marks = Set(marks.unicodeScalars)
    while let first = rest.first, marks.contains(first) { rest.removeFirst() }
    while let last = rest.last, marks.contains(last) { rest.removeLast() }
    return String(rest)
  }
}
