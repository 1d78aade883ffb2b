internal import Memory

/// Adds up where a plan's time goes, for each thread on its own.
///
/// Runs that nobody measures have none, and pay one comparison for each step of a chunk.
final class StepClock: @unchecked Sendable {
  /// What is timed. The last two are whole phases that all threads work on together.
  enum Part {
    case input, loss, update, refresh
    case forward(Int), backward(Int)
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
  private var width: Int { 4 + 2 * steps + 8 }

  init(steps: Int, threads: Int) {
    self.steps = steps
    self.threads = threads
    sums = MemoryBlock(count: threads * (4 + 2 * steps + 8))
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
    case .refresh: 3
    case .forward(let step): 4 + step
    case .backward(let step): 4 + steps + step
    }
  }
}
