/// How a report marks its words: with a terminal's colors, or not at all.
struct ReportStyle: Sendable {
  var usesColor: Bool

  func bold(_ text: String) -> String { paint(text, "1") }
  func removed(_ text: String) -> String { paint(text, "31") }
  func added(_ text: String) -> String { paint(text, "32") }
  func dim(_ text: String) -> String { paint(text, "2") }

  func verdict(_ verdict: Verdict, _ text: String) -> String {
    switch verdict {
    case .equal: paint(text, "32")
    case .withinTolerance: paint(text, "33")
    case .different: paint(text, "1;31")
    case .incomparable: paint(text, "1;35")
    }
  }

  private func paint(_ text: String, _ code: String) -> String {
    usesColor && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
