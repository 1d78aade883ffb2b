/// How a report marks its words.
struct ReportStyle: Sendable {
  let ink: ReportInk

  func bold(_ text: String) -> String { paint(text, "1") }
  func dim(_ text: String) -> String { paint(text, "2") }
  func removed(_ text: String) -> String {
    ink == .marks ? "\(ReportInk.removal.start)\(text)\(ReportInk.removal.end)" : paint(text, "31")
  }
  func added(_ text: String) -> String {
    ink == .marks
      ? "\(ReportInk.addition.start)\(text)\(ReportInk.addition.end)" : paint(text, "32")
  }
  /// A word within a line, which needs a sign where there is neither color nor mark.
  func removedWord(_ text: String) -> String { removed(ink == .marks ? text : "[-\(text)-]") }
  func addedWord(_ text: String) -> String { added(ink == .marks ? text : "{+\(text)+}") }

  func verdict(_ verdict: Verdict, _ text: String) -> String {
    switch verdict {
    case .equal: paint(text, "32")
    case .withinTolerance: paint(text, "33")
    case .different: paint(text, "1;31")
    case .incomparable: paint(text, "1;35")
    }
  }

  private func paint(_ text: String, _ code: String) -> String {
    ink == .terminal && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
