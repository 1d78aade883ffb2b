internal import Kernels

/// GFLOP/s of chains of multiply-adds in registers: what arithmetic in float32 can't exceed.
struct MachinePeak: Encodable {
  /// The best of several short trials, one thread alone.
  var oneThread: Double
  /// All threads of the run together.
  var allThreads: Double

  /// Takes about a third of a second.
  static func measured(threads: Int, kernels: KernelSet = .active) -> MachinePeak {
    MachinePeak(
      oneThread: best(threads: 1, kernels), allThreads: best(threads: threads, kernels))
  }

  private static func best(threads: Int, _ kernels: KernelSet) -> Double {
    let pool = ThreadPool(threads: threads)
    var rounds = 1000
    var trial = timed(pool, rounds, kernels)
    while trial.seconds < 0.01, rounds < 1 << 30 {
      rounds *= 4
      trial = timed(pool, rounds, kernels)
    }
    let trials = (0..<7).map { _ in timed(pool, rounds, kernels) }
    return trials.map { $0.operations / max($0.seconds, 1e-9) / 1e9 }.max() ?? 0
  }

  private static func timed(
    _ pool: ThreadPool, _ rounds: Int, _ kernels: KernelSet
  ) -> (operations: Double, seconds: Double) {
    let operations = kernels.multiplyAddRounds(1) * Double(rounds) * Double(pool.count)
    let seconds = Stopwatch.seconds {
      pool.run(chunks: pool.count) { _, _ in _ = kernels.multiplyAddRounds(rounds) }
    }
    return (operations, seconds)
  }
}
