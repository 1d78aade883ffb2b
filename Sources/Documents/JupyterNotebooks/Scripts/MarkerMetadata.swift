internal import JSON

/// A title and `key=value` pairs, or one JSON object, in a percent script's marker.
enum MarkerMetadata {
  /// As Jupytext 1.19: a title goes up to the last word before the first `=`, or to the first `{`.
  static func titleAndMetadata(_ text: String) -> (title: String, metadata: JSONObject) {
    let text = text.trimming(" \t")
    let brace = text.firstIndex(of: "{")
    let equals = text.firstIndex(of: "=")
    if let brace, equals.map({ brace < $0 }) ?? true {
      let title = String(text[..<brace]).trimming(" \t")
      guard case .object(let object)? = JSONValue(json: Array(text[brace...].utf8)) else {
        return (title, unread(String(text[brace...])))
      }
      return (title, object)
    }
    var words = text[..<(equals ?? text.endIndex)].split(
      separator: " ", omittingEmptySubsequences: false)
    if equals != nil {
      while words.last?.isEmpty ?? false { words.removeLast() }
      _ = words.popLast()
    }
    while let last = words.last, last.isEmpty || last.hasPrefix(".") { words.removeLast() }
    let title = words.joined(separator: " ")
    return (title, pairs(String(text.dropFirst(title.count))))
  }

  /// `a=1 b="x" c`: the value of each key is the JSON behind its sign, as far as it goes.
  ///
  /// Each sign is tried from the right, so that a line may have so many and no more.
  private static func pairs(_ text: String) -> JSONObject {
    guard text.utf8.count <= 4096, text.utf8.count(where: { $0 == UInt8(ascii: "=") }) <= 64 else {
      return unread(text.trimming(" \t"))
    }
    var found: [JSONObject.Member] = []
    var rest = Substring(text.trimming(" \t"))
    while !rest.isEmpty {
      guard let (member, before) = lastPair(rest) else {
        return unread(String(text.trimming(" \t")))
      }
      found.append(member)
      rest = before
    }
    return JSONObject(found.reversed())
  }

  /// The pair at a text's end, and the text before it.
  private static func lastPair(_ text: Substring) -> (JSONObject.Member, Substring)? {
    let text = text.trimmingEnd
    let word = text.lastWord
    if isKey(word) { return (.init(String(word), .null), text[..<word.startIndex].trimmingEnd) }
    var end = text.endIndex
    while let equals = text[..<end].lastIndex(of: "=") {
      let key = text[..<equals].trimmingEnd.lastWord
      if isKey(key), let value = value(text[text.index(after: equals)...]) {
        return (.init(String(key), value), text[..<key.startIndex].trimmingEnd)
      }
      end = equals
    }
    return nil
  }

  /// JSON, or a string or list as Python writes it with single quotes.
  private static func value(_ text: Substring) -> JSONValue? {
    let text = String(text).trimming(" \t")
    if let value = JSONValue(json: Array(text.utf8)) { return value }
    let named: [String: JSONValue] = ["True": .bool(true), "False": .bool(false), "None": .null]
    if let value = named[text] { return value }
    guard text.contains("'"), !text.contains("\"") else { return nil }
    return JSONValue(json: Array(text.replacing("'", with: "\"").utf8))
  }

  private static func isKey(_ word: Substring) -> Bool {
    guard let first = word.first, first.isLetter || "_.".contains(first) else { return false }
    return word.allSatisfy { $0.isLetter || $0.isNumber || "_-.".contains($0) }
  }

  /// Where Jupytext keeps what it can't read.
  private static func unread(_ text: String) -> JSONObject {
    ["incorrectly_encoded_metadata": .string(text)]
  }
}

extension Substring {
  fileprivate var trimmingEnd: Substring {
    var text = self
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }

  fileprivate var lastWord: Substring {
    guard let blank = lastIndex(of: " ") else { return self }
    return self[index(after: blank)...]
  }
}
