internal import Diagnostics
internal import Execution

/// Bars on a terminal: one line that is redrawn while a directive works, one line that stays when
/// an epoch or a directive is done.
final class TerminalProgress: ProgressDisplay {
  private let console: Console
  private let text: ProgressText
  private var meter = ProgressMeter(start: .now)
  private var lastDrawn: ContinuousClock.Instant?
  private var lineIsOpen = false

  init(console: Console) {
    self.console = console
    text = ProgressText(language: console.language)
  }

  func show(_ event: RunEvent) {
    switch event {
    case .runStarted, .printed: break
    case .taskStarted(let id, let kind, _): begin(id, kind)
    case .progress(let progress): draw(progress)
    case .taskFinished(let id, let status, let seconds): end(id, status, seconds)
    case .notice(let message): draw("! \(message.text(in: console.language))", stays: true)
    }
  }

  func finish() {
    if lineIsOpen { console.redraw("") }
    lineIsOpen = false
  }

  private func begin(_ id: String, _ kind: String) {
    meter = ProgressMeter(start: .now)
    lastDrawn = nil
    var line = StyledText()
    line.add("  ", usesColor: console.usesColor)
    line.add(id, .bold, usesColor: console.usesColor)
    line.add("  .\(kind)", .dim, usesColor: console.usesColor)
    if line.width < console.terminalWidth { draw(line.text, stays: false) }
  }

  private func draw(_ progress: TaskProgress) {
    let now = ContinuousClock.now
    meter.follow(progress, at: now)
    if !progress.isEpochEnd, let lastDrawn, now - lastDrawn < .milliseconds(80) { return }
    lastDrawn = now
    let line = ProgressLine(
      language: console.language, usesColor: console.usesColor, width: console.terminalWidth)
    let seconds =
      progress.isEpochEnd
      ? meter.epochSeconds(at: now) : meter.secondsLeft(progress, at: now)
    draw(
      line.text(progress, rate: meter.rate(progress, at: now), seconds: seconds),
      stays: progress.isEpochEnd)
  }

  private func end(_ id: String, _ status: String, _ seconds: Double) {
    let failed = status == "error"
    var line = StyledText()
    line.add(failed ? "✗" : "✓", failed ? .red : .green, usesColor: console.usesColor)
    line.add(" \(id)", .bold, usesColor: console.usesColor)
    if status == "cached" {
      line.add("  \(text.status(status))", .dim, usesColor: console.usesColor)
    }
    // Directives that only declare something take no time worth a column.
    if seconds >= 0.01 {
      line.add("  \(text.seconds(seconds))", .dim, usesColor: console.usesColor)
    }
    draw(line.text, stays: true)
  }

  private func draw(_ line: String, stays: Bool) {
    console.redraw(line, stays: stays)
    lineIsOpen = !stays
  }
}
