internal import Memory

/// Adds up where a plan's time goes, for each thread on its own.
///
/// Runs that nobody measures have none, and pay one comparison for each step of a chunk. It is sendable since each thread
/// writes to its own counters, which are read when no thread works.
final class StepClock: @unchecked Sendable {
  /// What is timed, the last four for each step.
  enum Part {
    case input, loss, update
    case forward(Int), backward(Int)
    /// What of a weight's gradient is left to do when all chunks are through.
    case gradient(Int)
    /// Forms derived from new weights.
    case form(Int)
  }

  /// One thread's sums.
  struct Lane {
    /// Seconds.
    let sums: MutableElements<Double>
    let steps: Int

    func measure(_ part: Part, _ work: () -> Void) {
      let start = ContinuousClock.now
      work()
      sums[StepClock.place(part, steps: steps)] += start.duration(to: .now) / .seconds(1)
    }
  }

  private let steps: Int
  private let threads: Int
  private let sums: MemoryBlock<Double>
  /// Sums of one thread, with room that keeps threads off each other's cache lines.
  private let width: Int

  init(steps: Int, threads: Int) {
    self.steps = steps
    self.threads = threads
    width = 3 + 4 * steps + 8
    sums = MemoryBlock(count: threads * width)
  }

  func lane(_ thread: Int) -> Lane { Lane(sums: sums.elements[(thread * width)...], steps: steps) }

  /// Seconds of a part, added up over all threads.
  func seconds(_ part: Part) -> Double {
    let place = Self.place(part, steps: steps)
    return (0..<threads).reduce(0) { $0 + sums.elements[$1 * width + place] }
  }

  private static func place(_ part: Part, steps: Int) -> Int {
    switch part {
    case .input: 0
    case .loss: 1
    case .update: 2
    case .forward(let step): 3 + step
    case .backward(let step): 3 + steps + step
    case .gradient(let step): 3 + 2 * steps + step
    case .form(let step): 3 + 3 * steps + step
    }
  }
}
