internal import JSON

/// The comment that stands before a cell in Caderno's Markdown and keeps what only Jupyter knows.
///
///     <!-- cell id=0f9e8d7c end=1 {"metadata":{"tags":["a"]}} -->
///
/// No reader of Markdown shows it. Words come first, then one JSON object.
struct CellMarker: Hashable {
  /// What the marker says about what follows it.
  enum Role: String {
    /// Prose, or a directive.
    case cell
    /// Prose, even where there is none.
    case markdown
    /// A fence whose content is a cell's Markdown, because it would be read otherwise as prose.
    case markdownSource = "markdown-source"
    /// A fence that is a code cell though it isn't a directive.
    case code
    /// A fence whose content is a raw cell.
    case raw
    /// Nothing: the front matter before it is the cell.
    case front
  }

  var role = Role.cell
  var id: String?
  /// How many cells stand before the front matter's.
  var place = 0
  /// How many line breaks the cell's source ends with.
  var lineBreaks = 0
  /// What its line breaks are.
  var breaks = LineBreaks.lineFeeds
  /// What stands before a directive's info string in its cell, and the blanks behind; nil for the usual.
  var head: String?
  var tail: String?
  var metadata: JSONObject = [:]
  var attachments: JSONObject?

  /// Whether a marker says anything at all.
  var isNeeded: Bool { self != CellMarker() }

  init(role: Role = .cell) { self.role = role }

  /// Reads a line; nil for what isn't a marker.
  init?(line: String) {
    guard let content = MarkerText(line: line, name: "cell") else { return nil }
    for (name, value) in content.words {
      switch name {
      case "kind":
        guard let role = Role(rawValue: value) else { return nil }
        self.role = role
      case "id": id = JupyterCell.isID(value) ? value : nil
      case "breaks":
        guard let breaks = LineBreaks(word: value) else { return nil }
        self.breaks = breaks
      case "at": place = Int(value).map { min(max($0, 0), 10_000) } ?? 0
      case "end": lineBreaks = Int(value).map { min(max($0, 0), 10_000) } ?? 0
      default: return nil
      }
    }
    metadata = content.object["metadata"]?.object ?? [:]
    attachments = content.object["attachments"]?.object
    head = content.object["head"]?.string
    tail = content.object["tail"]?.string
  }

  /// The line, without its ending.
  var line: String {
    var words: [(String, String)] = role == .cell ? [] : [("kind", role.rawValue)]
    if let id { words.append(("id", id)) }
    if place > 0 { words.append(("at", String(place))) }
    if lineBreaks > 0 { words.append(("end", String(lineBreaks))) }
    if breaks != .lineFeeds { words.append(("breaks", breaks.letters)) }
    var object: JSONObject = [:]
    if let head { object["head"] = .string(head) }
    if let tail { object["tail"] = .string(tail) }
    if !metadata.isEmpty { object["metadata"] = .object(metadata) }
    if let attachments { object["attachments"] = .object(attachments) }
    return MarkerText(name: "cell", words: words, object: object).line
  }
}
