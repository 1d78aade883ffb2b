internal import Networks

/// Which batches come next where a program says how many an epoch has.
///
/// As in Keras an epoch goes on where the one before stopped, and ends early where the data does;
/// the next one then begins anew.
struct BatchCourse {
  /// The batches of a pass over the data.
  let batches: Int
  /// The batches of an epoch; nil for a pass.
  let steps: Int?
  private var pass: Int
  private var next = 0

  /// - Parameter pass: the number of the first pass over the data.
  init(batches: Int, steps: Int?, pass: Int) {
    (self.batches, self.steps, self.pass) = (batches, steps, pass)
  }

  /// The batches of a number of samples, the last of which may have fewer.
  static func count(of samples: Int, by size: Int) -> Int {
    // A huge size must not overflow.
    let size = min(size, max(samples, 1))
    return (samples + size - 1) / size
  }

  /// The batches of the next epoch; nil for a pass of its own.
  mutating func advance() -> EpochPart? {
    guard let steps else { return nil }
    let end = min(next + steps, batches)
    let part = EpochPart(pass: pass, batches: next..<end)
    (pass, next) = end == batches ? (pass + 1, 0) : (pass, end)
    return part
  }
}
