internal import CKernels
public import Memory

/// Random numbers, and what noise makes of numbers.
extension KernelSet {
  /// Fills memory with the numbers of Philox 4x32-10 from an index on, uniform over the multiples of 2^-24 in `[0, 1)`.
  ///
  /// - Parameters:
  ///   - first: the index of the first number; four share a counter, whose lower half is the index's quarter.
  ///   - seed: the generator's key.
  ///   - stream: the upper half of its counters.
  public func fillUniform(_ values: Floats, from first: UInt64, seed: UInt64, stream: UInt64) {
    note(values.count)
    table.uniform(values.count, first, seed, stream, values.start)
  }

  /// Turns numbers below a rate into 0 and the others into the scale.
  public func keepOrDrop(_ values: Floats, rate: Float, scale: Float) {
    note(values.count)
    table.keep_or_drop(values.count, rate, scale, values.start)
  }

  /// `y = a · b`
  public func multiply(_ a: ConstantFloats, _ b: ConstantFloats, into y: Floats) {
    note(y.count)
    let name: StaticString = "multiply"
    table.multiply(y.count, a.address(y.count, name), b.address(y.count, name), y.start)
  }
}
