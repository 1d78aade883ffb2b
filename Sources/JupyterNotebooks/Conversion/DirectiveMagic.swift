/// A code cell that is a directive: its first line is `%%caderno` and the fence's info string.
///
///     %%caderno yaml {.fit #treino}
///     model: cnn
///     epochs: 5
struct DirectiveMagic {
  static let word = "%%caderno"

  /// The fence's info string.
  let info: String
  /// All but the first line.
  let body: String

  init(info: String, body: String) {
    self.info = info
    self.body = body
  }

  /// Nil for other cells.
  init?(_ source: String) {
    guard source.hasPrefix(Self.word) else { return nil }
    let first = source.prefix { $0 != "\n" }
    let rest = first.dropFirst(Self.word.count)
    let info = String(rest).trimming(" \t")
    guard rest.first == " ", !info.isEmpty else { return nil }
    self.info = info
    body =
      first.endIndex < source.endIndex
      ? String(source[source.index(after: first.endIndex)...]) : ""
  }

  /// The cell's source.
  var source: String { body.isEmpty ? "\(Self.word) \(info)" : "\(Self.word) \(info)\n\(body)" }

  /// The name that the info string gives the directive.
  var name: String? {
    guard let start = info.firstIndex(of: "#"), info.contains("{") else { return nil }
    let name = info[info.index(after: start)...].prefix { $0 != " " && $0 != "}" && $0 != "\t" }
    return JupyterCell.isID(String(name)) ? String(name) : nil
  }
}
