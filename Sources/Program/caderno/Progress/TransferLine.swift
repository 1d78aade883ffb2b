internal import Datasets

/// Shows a download: a line that is redrawn on a terminal, one line for each tenth elsewhere.
struct TransferLine {
  let console: Console
  private var name = ""
  private var tenth = -1
  private var isDrawn = false

  init(console: Console) { self.console = console }

  mutating func show(_ progress: TransferProgress) {
    if console.isQuiet { return }
    let share = progress.expected.map { $0 > 0 ? progress.received * 10 / $0 : 10 } ?? 0
    if progress.name != name {
      finish()
      name = progress.name
      tenth = -1
    }
    if !console.isTerminal && share == tenth { return }
    tenth = share
    isDrawn = console.isTerminal
    if isDrawn { console.redraw(text(progress)) } else { console.write(text(progress) + "\n") }
  }

  /// Ends the line that is being redrawn.
  mutating func finish() {
    if isDrawn { console.write("\n") }
    isDrawn = false
  }

  private func text(_ progress: TransferProgress) -> String {
    let received = "\(progress.name): \(progress.received / 1000) kB"
    return progress.expected.map { "\(received) / \($0 / 1000) kB" } ?? received
  }
}
