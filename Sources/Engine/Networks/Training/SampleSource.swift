public import Memory

/// Numbers that samples are read from where they lie: the seam for sources of data.
///
/// A fit reads each sample anew in each epoch, in an order of its own, and never asks for a copy of all. The
/// numbers stay the same for as long as the source lives.
public protocol SampleSource: Sendable {
  /// How many numbers there are.
  var count: Int { get }
  /// What plain bytes are divided by; nil where the numbers lie in another form, or not in one run.
  var divisor: Float? { get }
  /// What the bytes mean, for digests: equal bytes of equal meaning are equal numbers.
  var meaning: String { get }
  /// Tells the numbers from all others without a look at them; nil where nothing does.
  var identity: (any Hashable & Sendable)? { get }
  /// The bytes that some of the numbers lie in; nil where they don't lie in one run.
  func bytes(_ range: Range<Int>) -> Elements<UInt8>?
  /// Some of the numbers; called by several threads at once.
  func read(_ range: Range<Int>, into row: MutableElements<Float>)
}
