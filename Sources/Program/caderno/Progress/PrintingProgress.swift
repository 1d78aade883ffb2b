internal import Execution

/// Passes on what a script prints as it prints it, and all else to another display.
final class PrintingProgress: ProgressDisplay {
  private let other: any ProgressDisplay
  private let console: Console

  init(_ other: any ProgressDisplay, console: Console) {
    (self.other, self.console) = (other, console)
  }

  func show(_ event: RunEvent) {
    guard case .printed(let text, let isError) = event else { return other.show(event) }
    // A line that is redrawn would stand in the way.
    other.finish()
    console.print(printed: text, isError: isError)
  }

  func finish() { other.finish() }
}
