internal import Diagnostics

/// A line that opens or closes an output region.
enum RegionMarker: Equatable {
  case open(id: String, key: String)
  case close(sum: String, isTight: Bool)
  case malformed

  /// Nil where the line is no marker at all.
  init?(_ line: ArraySlice<UInt8>) {
    guard line.count < 1000 else { return nil }
    let text = String(decoding: line, as: UTF8.self)
    var words = text.split { $0 == " " || $0 == "\t" }.map(String.init)
    guard let first = words.first, first.hasPrefix("<!--") else { return nil }
    words[0] = String(first.dropFirst(4))
    if words[0].isEmpty { words.removeFirst() }
    guard let name = words.first, name.hasPrefix("caderno:out") || name.hasPrefix("/caderno:out")
    else { return nil }
    guard words.last == "-->", let marker = Self.read(name, Array(words.dropFirst().dropLast()))
    else {
      self = .malformed
      return
    }
    self = marker
  }

  /// The marker's line.
  var text: String {
    switch self {
    case .open(let id, let key): "<!-- caderno:out id=\(id) key=\(key) -->"
    case .close(let sum, let isTight): "<!-- /caderno:out sum=\(sum)\(isTight ? " tight" : "") -->"
    case .malformed: ""
    }
  }

  private static func read(_ name: String, _ words: [String]) -> Self? {
    if name == "caderno:out", words.count == 2, let id = value("id", words[0]),
      let key = value("key", words[1])
    {
      return .open(id: id, key: key)
    }
    if name == "/caderno:out", let first = words.first, let sum = value("sum", first) {
      if words.count == 1 { return .close(sum: sum, isTight: false) }
      if words == [first, "tight"] { return .close(sum: sum, isTight: true) }
    }
    return nil
  }

  private static func value(_ name: String, _ word: String) -> String? {
    word.hasPrefix(name + "=") && word.count > name.count + 1
      ? String(word.dropFirst(name.count + 1)) : nil
  }
}
