/// Lays an array's elements out in brackets, rows and lines.
struct ArrayLayout {
  /// The text of one element.
  let format: (ScalarValue) -> String
  let separator: String
  let isSummary: Bool
  let edge: Int

  /// The text of the axes from `axis` on.
  ///
  /// - Parameters:
  ///   - indent: what further lines start with.
  ///   - width: columns left for a line.
  func text(_ view: NumericArray, indent: String, width: Int) -> String {
    guard view.ndim > 0 else { return format(view.scalars()[0]) }
    let inner = view.ndim == 1 ? row(view, indent, width) : block(view, indent, width)
    return "[" + inner.dropFirst(indent.count) + "]"
  }

  private var trimmedSeparator: String {
    var text = separator
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  private func elides(_ view: NumericArray) -> Bool { isSummary && 2 * edge < view.shape[0] }

  private func row(_ view: NumericArray, _ indent: String, _ width: Int) -> String {
    let space = width - max(trimmedSeparator.count, 1)
    let shown = elides(view) ? view.edges(edge) : view
    var words = shown.scalars().map { format($0) }
    if elides(view) { words.insert("...", at: edge) }
    var (done, line) = ("", indent)
    for (place, word) in words.enumerated() {
      if line.count + word.count > space, line.count > indent.count {
        while line.last == " " { line.removeLast() }
        done += line + "\n"
        line = indent
      }
      line += word + (place < words.count - 1 ? separator : "")
    }
    return done + line
  }

  private func block(_ view: NumericArray, _ indent: String, _ width: Int) -> String {
    let shown = elides(view) ? view.edges(edge) : view
    var parts = (0..<shown.shape[0]).map {
      text(shown.selected($0), indent: indent + " ", width: width - 1)
    }
    if elides(view) { parts.insert("...", at: edge) }
    let end = trimmedSeparator + String(repeating: "\n", count: view.ndim - 1)
    return parts.map { indent + $0 }.joined(separator: end)
  }
}

extension NumericArray {
  /// The array at an index of the first axis, as a view.
  func selected(_ index: Int) -> NumericArray {
    view(
      shape: Array(shape.dropFirst()), strides: Array(strides.dropFirst()),
      offset: offset + index * strides[0])
  }

  /// The first and the last elements of the first axis, one after the other.
  func edges(_ count: Int) -> NumericArray {
    // Without memory for the middle: an index, as the edges have no common stride.
    let places = Array(0..<count) + Array((shape[0] - count)..<shape[0])
    return gathered(places)
  }
}
