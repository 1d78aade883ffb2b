internal import Execution

/// Shows nothing: `--quiet`.
final class SilentProgress: ProgressDisplay {
  func show(_ event: RunEvent) {}
  func finish() {}
}
