internal import RunRecords

extension OutputComparison {
  /// The second output, made of the first and the reported changes; nil where it was removed.
  func applied(to output: Output?) -> Output? {
    if isRemoved { return nil }
    if let replacement { return replacement }
    let leaves = Dictionary(
      changes.compactMap { change in change.index.map { ($0, change.b) } }
    ) { first, _ in first }
    var index = -1
    return output?.mapLeaves { _, leaf in
      index += 1
      return leaves[index] ?? leaf
    }
  }
}
