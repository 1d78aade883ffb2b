/// Measures how fast a phase goes and how long it will still take.
struct RateMeter {
  private var start: ContinuousClock.Instant
  private var key = ""

  init() { start = .now }

  /// Starts anew where `key` names another phase than before.
  mutating func follow(_ key: String) {
    if key != self.key {
      self.key = key
      start = .now
    }
  }

  /// Seconds since the phase began.
  var seconds: Double {
    let elapsed = ContinuousClock.now - start
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
  }

  /// Seconds that `rest` more units take, if it goes on as for the `done` units so far.
  func secondsLeft(done: Int, rest: Int) -> Double? {
    done > 0 ? seconds * Double(rest) / Double(done) : nil
  }
}
