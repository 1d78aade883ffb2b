internal import Execution

/// Measures how fast a directive goes and how long it will still take.
struct ProgressMeter {
  private var start: ContinuousClock.Instant
  private var epochStart: ContinuousClock.Instant
  private var epoch = 0
  private var phase: TaskProgress.Phase?

  /// Starts to measure a directive.
  init(start: ContinuousClock.Instant) {
    self.start = start
    epochStart = start
  }

  /// Notes which phase and epoch a report is of.
  mutating func follow(_ progress: TaskProgress, at now: ContinuousClock.Instant) {
    if progress.phase != phase {
      phase = progress.phase
      (start, epochStart, epoch) = (now, now, progress.epoch)
    } else if progress.epoch != epoch {
      (epochStart, epoch) = (now, progress.epoch)
    }
  }

  /// Seconds of the epoch, or of a phase without epochs.
  func epochSeconds(at now: ContinuousClock.Instant) -> Double { seconds(now - epochStart) }

  /// Examples or bytes in a second; nil where there is nothing to tell yet.
  func rate(_ progress: TaskProgress, at now: ContinuousClock.Instant) -> Double? {
    let elapsed = epochSeconds(at: now)
    let done = progress.phase == .load ? progress.done : progress.examples
    return elapsed > 0 && done > 0 ? Double(done) / elapsed : nil
  }

  /// Seconds until the last epoch ends, if it goes on as it went so far.
  func secondsLeft(_ progress: TaskProgress, at now: ContinuousClock.Instant) -> Double? {
    guard let total = progress.total, total > 0 else { return nil }
    let done = Double(max(0, progress.epoch - 1)) + Double(progress.done) / Double(total)
    let all = Double(max(1, progress.epochs))
    return done > 0 ? seconds(now - start) * max(0, all - done) / done : nil
  }

  private func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }
}
