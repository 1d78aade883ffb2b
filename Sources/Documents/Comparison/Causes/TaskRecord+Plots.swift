internal import RunRecords

extension TaskRecord {
  /// Whether the task only draws, so that no other can read anything of it.
  var isPlot: Bool { kind == "figure" || !outputs.isEmpty && outputs.allSatisfy(\.isDrawing) }
}

extension Output {
  /// Whether it is a figure, also as a notebook shows it: an image in a region, or the image's file.
  fileprivate var isDrawing: Bool {
    switch self {
    case .figure: true
    case .text(let text) where text.text.hasPrefix("<svg"): true
    case .text(let text):
      text.text.split(separator: "\n").allSatisfy { $0.hasPrefix("![") || $0.hasPrefix("*") }
    default: false
    }
  }
}
