internal import Diagnostics
internal import Execution

/// Sparse plain lines for logs: one for each epoch and one for each finished directive.
final class PlainProgress: ProgressDisplay {
  private let console: Console
  private let text: ProgressText

  init(console: Console) {
    self.console = console
    text = ProgressText(language: console.language)
  }

  func show(_ event: RunEvent) {
    switch event {
    case .runStarted, .taskStarted, .printed: break
    case .progress(let progress):
      guard progress.isEpochEnd else { return }
      console.write("\(progress.id): \(text.phase(progress)): \(text.metrics(progress))\n")
    case .taskFinished(let id, let status, let seconds):
      console.write("\(id): \(text.status(status)) (\(text.seconds(seconds)))\n")
    case .notice(let message):
      console.write("\(message.text(in: console.language))\n")
    }
  }

  func finish() {}
}
