internal import Networks
internal import Arrays

/// What arrays were read as, where they can't be lent as they lie, so that the next fit finds it.
package final class SampleMemory {
  /// What makes targets of arrays, and what they are known by.
  struct TargetKey: Hashable, Sendable {
    let arrays: [ArrayIdentity?]
    let forms: [LabelForm?]
  }

  private var targets = Recent<TargetKey, Samples.Targets>()
  private var copies = Recent<ArrayIdentity, ArraySource>()
  /// Numbers of arrays that were copied so far.
  package internal(set) var numbersCopied = 0

  /// A memory of nothing, for one run.
  package init() {}

  /// The targets that are known, or those that `read` gives.
  func targets<Failure: Error>(
    _ key: TargetKey, _ read: () throws(Failure) -> Samples.Targets
  ) throws(Failure) -> Samples.Targets {
    try targets.value(key, read)
  }

  /// The copy that is known, or the one that `copy` makes.
  func source<Failure: Error>(
    _ array: NumericArray, _ copy: () throws(Failure) -> ArraySource
  ) throws(Failure) -> ArraySource {
    try copies.value(ArrayIdentity(array), copy)
  }
}

/// The last few values; keys of arrays that are gone or were written to are nobody's.
private struct Recent<Key: Equatable, Value> {
  private var known: [(key: Key, value: Value)] = []

  /// Those of some fits that take turns; each is as large as its array.
  private static var limit: Int { 8 }

  mutating func value<Failure: Error>(
    _ key: Key, _ make: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    if let found = known.first(where: { $0.key == key }) { return found.value }
    let value = try make()
    // A key that isn't its own equal has lost an array.
    known.removeAll { $0.key != $0.key }
    known.append((key, value))
    if known.count > Self.limit { known.removeFirst() }
    return value
  }
}
