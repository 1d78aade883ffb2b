internal import Execution

/// Something that shows the events of a run.
protocol ProgressDisplay: AnyObject {
  func show(_ event: RunEvent)
  /// Leaves the screen tidy, whatever was going on.
  func finish()
}
