internal import Diagnostics
internal import Execution

/// Bars on a terminal: one line that is redrawn while a directive works, one line that stays when
/// an epoch or a directive is done.
final class TerminalProgress: ProgressDisplay {
  private let console: Console
  private let text: ProgressText
  private var meter = RateMeter()
  private var lastDrawn: ContinuousClock.Instant?
  private var lineIsOpen = false

  init(console: Console) {
    self.console = console
    text = ProgressText(language: console.language)
  }

  func show(_ event: RunEvent) {
    switch event {
    case .runStarted: break
    case .stepStarted(let id, _, _):
      meter.follow("step \(id)")
    case .progress(let progress): draw(progress)
    case .stepFinished(let id, let status, let seconds):
      erase()
      let mark = status == "error" ? style("✗", "31") : style("✓", "32")
      console.write("\(mark) \(id) \(style("\(text.fixed(seconds, digits: 2)) s", "2"))\n")
    case .notice(let message):
      erase()
      console.write("! \(message.text(in: console.language))\n")
    }
  }

  func finish() { erase() }

  private func draw(_ progress: StepProgress) {
    meter.follow("\(progress.id) \(progress.phase) \(progress.epoch)")
    let now = ContinuousClock.now
    if !progress.isEpochEnd, let lastDrawn, now - lastDrawn < .milliseconds(80) { return }
    lastDrawn = now
    erase()
    console.write(line(progress))
    lineIsOpen = true
    if progress.isEpochEnd { endLine() }
  }

  private func line(_ progress: StepProgress) -> String {
    let rate = style(text.rate(progress, seconds: meter.seconds), "2")
    let head = "  \(style(progress.id, "1")) \(text.phase(progress))"
    let metrics = text.metrics(progress)
    let pieces = progress.isEpochEnd ? [] : [bar(progress)]
    let whole = join([head] + pieces + [metrics, rate, timeLeft(progress)])
    guard visibleLength(whole) >= console.terminalWidth else { return whole }
    let short = join([head, metrics, timeLeft(progress)])
    guard visibleLength(short) >= console.terminalWidth else { return short }
    return String("  \(progress.id) \(text.phase(progress))".prefix(console.terminalWidth - 1))
  }

  private func join(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// Characters without escape sequences: a line that wraps can't be redrawn.
  private func visibleLength(_ line: String) -> Int {
    var count = 0
    var inEscape = false
    for character in line {
      if character == "\u{1B}" { inEscape = true }
      if !inEscape { count += 1 }
      if inEscape, character == "m" { inEscape = false }
    }
    return count
  }

  private func bar(_ progress: StepProgress) -> String {
    guard let total = progress.total, total > 0 else { return "" }
    let width = 24
    let filled = min(width, progress.done * width / total)
    return style(String(repeating: "━", count: filled), "36")
      + style(String(repeating: "━", count: width - filled), "2")
  }

  private func timeLeft(_ progress: StepProgress) -> String {
    guard !progress.isEpochEnd, let total = progress.total else {
      return text.duration(meter.seconds)
    }
    let rest = total * max(1, progress.epochs - progress.epoch + 1) - progress.done
    return meter.secondsLeft(done: progress.done, rest: rest).map { "–\(text.duration($0))" } ?? ""
  }

  private func erase() {
    if lineIsOpen { console.write("\r\u{1B}[2K") }
    lineIsOpen = false
  }

  private func endLine() {
    console.write("\n")
    lineIsOpen = false
  }

  private func style(_ text: String, _ code: String) -> String {
    console.usesColor && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
