internal import Diagnostics

/// Text for a terminal that knows how many columns it takes.
struct StyledText {
  private(set) var text = ""
  /// Columns, with one for each character: what stands here is Latin letters, digits and lines.
  private(set) var width = 0

  /// What a piece looks like, as the number of a terminal's style.
  enum Style: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case cyan = "36"
  }

  /// Adds a piece, styled where `usesColor`; it stays on the line.
  mutating func add(_ piece: String, _ style: Style? = nil, usesColor: Bool) {
    let piece = VisibleText.escaping(piece, as: .line)
    width += piece.count
    if let style, usesColor, !piece.isEmpty {
      text += "\u{1B}[\(style.rawValue)m\(piece)\u{1B}[0m"
    } else {
      text += piece
    }
  }
}
