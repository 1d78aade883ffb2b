internal import Comparison
internal import Diagnostics
internal import Rendering

/// Old and new words as HTML that tells them apart for the eye, in print and for a screen reader.
struct DiffText {
  let language: Language

  /// A report's line whose marks become elements.
  func marked(_ line: String) -> String {
    let marks: [(Character, String)] = [
      (ReportInk.removal.start, "<del>\(label(DiffWords.old))"),
      (ReportInk.removal.end, "</del>"),
      (ReportInk.addition.start, "<ins>\(label(DiffWords.new))"),
      (ReportInk.addition.end, "</ins>"),
    ]
    return marks.reduce(OutputFragment.escaped(line)) { $0.replacing("\($1.0)", with: $1.1) }
      .replacing("</del><ins>", with: "</del> <ins>")
  }

  /// Both of a pair, the old one first.
  func pair(_ old: String, _ new: String) -> String {
    let (removal, addition) = (ReportInk.removal, ReportInk.addition)
    return marked(
      "\(removal.start)\(old)\(removal.end) → \(addition.start)\(new)\(addition.end)")
  }

  /// Unseen, but read aloud, and there where the text is copied.
  private func label(_ word: Message) -> String {
    "<span class=\"unseen\">[\(word.text(in: language)):] </span>"
  }
}
