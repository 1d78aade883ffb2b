internal import Diagnostics
internal import Rendering

/// Drawings of two notebooks laid over each other, so that all that they share vanishes.
struct JoinedDrawings {
  let language: Language

  /// Both drawings of one name in one; a sentence where their axes differ, since curves laid over each other
  /// would then say nothing. Empty where one is missing or both are the same.
  func html(_ old: [UInt8]?, _ new: [UInt8]?, name: String) -> String {
    guard let old, let new, old != new else { return "" }
    guard Self.axes(of: old) == Self.axes(of: new) else {
      return "<p class=\"missing\">\(DiffWords.otherAxes.text(in: language))</p>\n"
    }
    let words = DiffWords.drawings.text(in: language)
    let fragment = OutputFragment(language: language)
    let images = fragment.html(image: old, alt: "") + fragment.html(image: new, alt: words)
    return DiffRegion.html(
      "<figure><div class=\"blend\">\(images)</div><figcaption>\(words)</figcaption></figure>",
      name: "\(name): \(words)")
  }

  /// What tells a chart's axes in the files that this program draws: its frame's lines and the ticks' numbers.
  private static func axes(of file: [UInt8]) -> [Substring] {
    let marks = ["class=\"cf-axis\"", "class=\"cf-muted cf-end\""]
    return String(decoding: file, as: UTF8.self).split(separator: "\n").filter { line in
      marks.contains { line.contains($0) }
    }
  }
}
