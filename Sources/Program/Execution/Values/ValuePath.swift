/// The name of a number that a directive published: `teste.accuracy`, `treino.loss[1]`.
struct ValuePath: Hashable, Sendable {
  /// The directive's id.
  var id: String
  /// The number's name within the directive.
  var name: String
  /// The row of a series, from 1; nil is the last.
  var row: Int?

  init(id: String, name: String, row: Int? = nil) {
    self.id = id
    self.name = name
    self.row = row
  }

  /// As a lesson writes it.
  var text: String { "\(id).\(name)" + (row.map { "[\($0)]" } ?? "") }

  /// Reads `id.name` or `id.name[row]`; nil where the text has another form.
  init?(_ text: some StringProtocol) {
    guard let dot = text.firstIndex(of: ".") else { return nil }
    let id = text[..<dot]
    var name = text[text.index(after: dot)...]
    var row: Int?
    if name.last == "]", let open = name.lastIndex(of: "[") {
      guard let number = Int(name[name.index(after: open)...].dropLast()), number >= 1 else {
        return nil
      }
      row = number
      name = name[..<open]
    }
    guard !id.isEmpty, !name.isEmpty else { return nil }
    self.init(id: String(id), name: String(name), row: row)
  }
}
