internal import Notebooks

/// Prose between directives, in which markers tell where Markdown cells begin.
public enum CellProse {
  /// The prose without the cells whose tags take them out of pages. Cost: linear.
  public static func shown(_ markdown: String) -> String {
    guard markdown.contains("remove") else { return markdown }
    var lines: [Substring] = []
    var (isShown, fence) = (true, Substring())
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if fence.isEmpty, line.hasPrefix("<!--"), let marker = CellMarker(line: String(line)) {
        isShown = !CellTags(marker.metadata.tags ?? []).contains(.removesCell)
      }
      let mark = line.fenceMark ?? ""
      if fence.isEmpty { fence = mark } else if mark.hasPrefix(fence) { fence = "" }
      if isShown { lines.append(line) }
    }
    return lines.joined(separator: "\n")
  }
}

extension StringProtocol {
  /// The marks of a line that opens or closes a fence of Markdown.
  var fenceMark: SubSequence? {
    let text = drop { $0 == " " }
    for mark in ["`", "~"] as [Character] {
      let marks = text.prefix { $0 == mark }
      if marks.count >= 3 { return marks }
    }
    return nil
  }
}
