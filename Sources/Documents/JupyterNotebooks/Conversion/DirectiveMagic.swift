/// A code cell that is a directive: its first line is `%%caderno` and the fence's info string.
///
///     %%caderno yaml {.fit #treino}
///     model: cnn
///     epochs: 5
///
/// As in IPython, blank lines may stand before it, and blanks or tabs part its words.
struct DirectiveMagic {
  static let word = "%%caderno"
  /// What stands before the info string where Caderno writes the cell.
  static let usualHead = "\(word) "

  /// What stands before the info string.
  let head: String
  /// The fence's info string.
  let info: String
  /// The blanks behind the info string.
  let tail: String
  /// All lines but the first; nil where there is no further one, empty where it is an empty one.
  let body: String?

  init(info: String, body: String?, head: String = usualHead, tail: String = "") {
    (self.head, self.info, self.tail, self.body) = (head, info, tail, body)
  }

  /// Nil for other cells. Line breaks count as line feeds, whatever they are.
  init?(_ source: String) {
    let source = LineBreaks.unified(source)
    var rest = Substring(source)
    while let end = rest.firstIndex(of: "\n"), rest[..<end].allSatisfy(\.isWhitespace) {
      rest = rest[rest.index(after: end)...]
    }
    guard rest.hasPrefix(Self.word) else { return nil }
    let line = rest.prefix { $0 != "\n" }
    let words = line.dropFirst(Self.word.count)
    var info = words.drop(while: Self.isBlank)
    while let last = info.last, Self.isBlank(last) { info.removeLast() }
    guard !info.isEmpty, info.startIndex > words.startIndex else { return nil }
    head = String(source[..<info.startIndex])
    self.info = String(info)
    tail = String(line[info.endIndex...])
    body =
      line.endIndex < source.endIndex ? String(source[source.index(after: line.endIndex)...]) : nil
  }

  private static func isBlank(_ character: Character) -> Bool {
    character == " " || character == "\t"
  }

  /// The cell's source.
  var source: String { head + info + tail + (body.map { "\n" + $0 } ?? "") }

  /// The name that the info string gives the directive.
  var name: String? {
    guard let start = info.firstIndex(of: "#"), info.contains("{") else { return nil }
    let name = info[info.index(after: start)...].prefix { $0 != " " && $0 != "}" && $0 != "\t" }
    return JupyterCell.isID(String(name)) ? String(name) : nil
  }
}
