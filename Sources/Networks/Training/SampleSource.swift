public import Memory

/// Numbers that samples are read from where they lie: the seam for sources of data.
public protocol SampleSource: Sendable {
  /// How many numbers there are.
  var count: Int { get }
  /// What plain bytes are divided by; nil where the numbers lie in another form.
  var divisor: Float? { get }
  /// What the bytes mean, for digests: equal bytes of equal meaning are equal numbers.
  var meaning: String { get }
  /// Tells the numbers from all others without a look at them; nil where nothing does.
  var identity: (any Hashable & Sendable)? { get }
  /// The bytes that some of the numbers lie in.
  func bytes(_ range: Range<Int>) -> Elements<UInt8>
  /// Some of the numbers; called by several threads at once.
  func read(_ range: Range<Int>, into row: MutableElements<Float>)
}
