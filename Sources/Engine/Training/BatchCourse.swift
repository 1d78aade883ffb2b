package import Networks

/// Which batches come next where a program says how many an epoch has.
///
/// As in Keras an epoch goes on where the one before stopped, and ends early where the data does;
/// the next one then begins anew.
package struct BatchCourse {
  /// The batches of a pass over the data.
  package let batches: Int
  /// The batches of an epoch; nil for a pass.
  package let steps: Int?
  /// The number of the first pass over the data.
  package let first: Int

  /// - Parameter steps: more than a pass has count as a whole pass; nil for passes of their own.
  package init(batches: Int, steps: Int?, first: Int) {
    // No epoch has more batches than there are.
    let steps = steps.map { min($0, max(batches, 1)) }
    (self.batches, self.steps, self.first) = (batches, steps, first)
  }

  /// The batches of a number of samples, the last of which may have fewer.
  package static func count(of samples: Int, by size: Int) -> Int {
    // A huge size must not overflow.
    let size = min(size, max(samples, 1))
    return (samples + size - 1) / size
  }

  /// The batches of an epoch, from 0; nil for a pass of its own.
  package func part(ofEpoch epoch: Int) -> EpochPart? {
    guard let steps else { return nil }
    let epochs = max((batches + steps - 1) / steps, 1)
    let start = epoch % epochs * steps
    return EpochPart(
      pass: first + epoch / epochs, batches: start..<min(start + steps, batches))
  }
}
