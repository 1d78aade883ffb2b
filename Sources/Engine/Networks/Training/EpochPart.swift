/// Some of the batches of one pass over the data.
public struct EpochPart: Hashable, Sendable {
  /// The number of the pass, from 0, which the order of the samples is a function of.
  public let pass: Int
  /// Batches of the pass, from 0; those that the data doesn't have are left out.
  public let batches: Range<Int>

  /// A part of a pass; batches are those that the whole pass would have, in its order.
  public init(pass: Int, batches: Range<Int>) {
    (self.pass, self.batches) = (pass, batches)
  }
}
