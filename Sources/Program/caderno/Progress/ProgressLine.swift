internal import Diagnostics
internal import Execution

/// Lays out one progress line for a width: what matters least goes first where room is short.
struct ProgressLine {
  var language: Language
  var usesColor: Bool
  /// Columns of the terminal. A line keeps one free: a full one would wrap.
  var width: Int

  /// A line for a report; the figures are as measured by a `ProgressMeter`.
  ///
  /// - Parameters:
  ///   - rate: examples or bytes in a second.
  ///   - seconds: those left, or those taken where the report ends an epoch.
  func text(_ progress: TaskProgress, rate: Double?, seconds: Double?) -> String {
    let words = ProgressText(language: language)
    let time = seconds.map { progress.isEpochEnd ? words.duration($0) : words.left($0) } ?? ""
    let speed = rate.map { words.rate($0, of: progress.phase) } ?? ""
    let (all, first) = (words.metrics(progress), words.metrics(progress, limit: 1))
    let layouts: [(bar: Int, metrics: String, rate: String, time: String)] = [
      (24, all, speed, time), (12, all, speed, time), (12, all, "", time), (0, all, "", time),
      (12, first, "", time), (0, first, "", time), (6, "", "", time), (0, "", "", time),
      (0, "", "", ""),
    ]
    let lines = layouts.lazy.map { layout in
      var line = head(progress, words)
      addBar(progress, width: layout.bar, to: &line)
      add(layout.metrics, nil, to: &line)
      add(layout.rate, .dim, to: &line)
      add(layout.time, .dim, to: &line)
      return line
    }
    // An epoch's last line keeps the room of "left", so that it looks like those before it.
    let reserve = progress.isEpochEnd ? words.left(seconds ?? 0).count - time.count : 0
    return lines.first { $0.width + reserve < width }?.text ?? clipped(progress, words)
  }

  private func head(_ progress: TaskProgress, _ words: ProgressText) -> StyledText {
    var line = StyledText()
    add(progress.id, .bold, to: &line)
    add(words.phase(progress), nil, to: &line)
    return line
  }

  private func clipped(_ progress: TaskProgress, _ words: ProgressText) -> String {
    let line = VisibleText.escaping("  \(progress.id)  \(words.phase(progress))", as: .line)
    return String(line.prefix(max(0, width - 1)))
  }

  /// A bar, thick as far as the work has come and thin beyond, so that it needs no color.
  private func addBar(_ progress: TaskProgress, width: Int, to line: inout StyledText) {
    guard width > 0, let total = progress.total, total > 0 else { return }
    let filled = Int(Double(width) * min(1, Double(progress.done) / Double(total)))
    add(String(repeating: "━", count: filled), .cyan, to: &line)
    let gap = filled == 0 ? "  " : ""
    line.add(
      gap + String(repeating: "─", count: width - filled), .dim, usesColor: usesColor)
  }

  /// Adds a piece after two blanks; nothing for an empty one.
  private func add(_ piece: String, _ style: StyledText.Style?, to line: inout StyledText) {
    guard !piece.isEmpty else { return }
    line.add("  ", usesColor: usesColor)
    line.add(piece, style, usesColor: usesColor)
  }
}
