/// What tells an array's numbers from others without a look at them: where they lie, and how often
/// somebody wrote there.
package struct ArrayIdentity: Hashable, Sendable {
  // The system guards weak references; what it refers to is only compared, on the thread of its machine.
  private nonisolated(unsafe) weak var storage: ArrayStorage?
  private let place: ObjectIdentifier
  private let writes: Int
  private let shape: [Int]
  private let strides: [Int]
  private let offset: Int

  /// What an array is now; a write to its storage makes it another.
  package init(_ array: NumericArray) {
    storage = array.storage
    place = ObjectIdentifier(array.storage)
    writes = array.storage.writes
    (shape, strides, offset) = (array.shape, array.strides, array.offset)
  }

  /// Storage that is gone is nobody's: another may lie there since.
  package static func == (one: ArrayIdentity, other: ArrayIdentity) -> Bool {
    guard let storage = one.storage, storage === other.storage else { return false }
    return one.writes == other.writes && one.shape == other.shape
      && one.strides == other.strides && one.offset == other.offset
  }

  /// Combines only what stays the same for storage that is gone.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(place)
    hasher.combine(writes)
  }
}
