internal import Texts

/// Writes JSON as Jupyter does: an indentation of one blank, `": "`, no escapes of what isn't ASCII.
public struct JSONWriter: Sendable {
  /// How values are laid out.
  public enum Layout: Hashable, Sendable {
    /// On one line, without blanks.
    case compact
    /// One value a line; `unit` is one level's indentation.
    case lines(unit: String)
  }

  /// Whether all stands on one line, or one value a line.
  public var layout: Layout
  /// Whether names are sorted by their code points, as Jupyter does.
  public var sortsNames: Bool
  /// Whether all but ASCII is escaped.
  public var isASCII = false
  /// What ends a line.
  public var lineBreak = "\n"

  /// A writer whose defaults are those of Jupyter's files: one blank a level, names sorted.
  public init(layout: Layout = .lines(unit: " "), sortsNames: Bool = true) {
    self.layout = layout
    self.sortsNames = sortsNames
  }

  /// The value's text, without a line break at its end.
  ///
  /// - Parameter level: how deep the value stands in the file that it is written into.
  public func text(_ value: JSONValue, level: Int = 0) -> String {
    var text = ""
    write(value, level, &text)
    return text
  }

  private func write(_ value: JSONValue, _ level: Int, _ text: inout String) {
    switch value {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let number): text += number
    case .string(let string): write(string, &text)
    case .array(let elements):
      list("[", "]", elements, level, &text) { element, text in write(element, level + 1, &text) }
    case .object(let object):
      let members = sortsNames ? Self.sorted(object.members) : object.members
      list("{", "}", members, level, &text) { member, text in
        write(member.name, &text)
        text += layout == .compact ? ":" : ": "
        write(member.value, level + 1, &text)
      }
    }
  }

  private func list<Element>(
    _ open: String, _ close: String, _ elements: [Element], _ level: Int, _ text: inout String,
    _ write: (Element, inout String) -> Void
  ) {
    text += open
    for (index, element) in elements.enumerated() {
      if index > 0 { text += "," }
      breakLine(level + 1, &text)
      write(element, &text)
    }
    if !elements.isEmpty { breakLine(level, &text) }
    text += close
  }

  private func breakLine(_ level: Int, _ text: inout String) {
    guard case .lines(let unit) = layout else { return }
    text += lineBreak
    for _ in 0..<level { text += unit }
  }

  private static func sorted(_ members: [JSONObject.Member]) -> [JSONObject.Member] {
    // UTF-8 sorts as code points do.
    members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private func write(_ string: String, _ text: inout String) {
    text += JSONQuotes.text(string, isASCII: isASCII)
  }
}
