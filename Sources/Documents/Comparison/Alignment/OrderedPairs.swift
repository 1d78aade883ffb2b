/// The longest run of pairs that keep their order.
enum OrderedPairs {
  /// A longest run; of those one with the most pairs that are as far from the start on both sides, so
  /// that what changed places around others counts as moved, not the others.
  ///
  /// - Parameter pairs: sorted by `b`. Cost: n log n.
  static func longest(of pairs: [(a: Int, b: Int)]) -> [(a: Int, b: Int)] {
    let order = pairs.indices.sorted { pairs[$0].a < pairs[$1].a }
    var ranks = [Int](repeating: 0, count: pairs.count)
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    // A Fenwick tree: at each rank the best run that ends at one before it.
    var tree = [Best?](repeating: nil, count: pairs.count + 1)
    var before = [Int?](repeating: nil, count: pairs.count)
    var best: Best?
    for (index, rank) in ranks.enumerated() {
      var longest: Best?
      var node = rank
      while node > 0 {
        if let other = tree[node], other.isBetter(than: longest) { longest = other }
        node &= node - 1
      }
      before[index] = longest?.end
      let own = Best(
        length: (longest?.length ?? 0) + 1, still: (longest?.still ?? 0) + (rank == index ? 1 : 0),
        end: index)
      if own.isBetter(than: best) { best = own }
      node = rank + 1
      while node <= pairs.count {
        if own.isBetter(than: tree[node]) { tree[node] = own }
        node += node & -node
      }
    }
    var run: [(a: Int, b: Int)] = []
    var next = best?.end
    while let index = next {
      run.append(pairs[index])
      next = before[index]
    }
    return run.reversed()
  }

  private struct Best {
    var length: Int
    /// How many pairs of the run are as far from the start on both sides.
    var still: Int
    var end: Int

    func isBetter(than other: Best?) -> Bool {
      guard let other else { return true }
      return (length, still) > (other.length, other.still)
    }
  }
}

extension Alignment {
  /// Places in `pairs` of the tasks that changed their order: all but a longest run in order; of two
  /// neighbours that changed places with each other alone, both.
  var moved: Set<Int> {
    let kept = Set(OrderedPairs.longest(of: pairs).map(\.b))
    var moved = Set(pairs.indices.filter { !kept.contains(pairs[$0].b) })
    let sorted = pairs.map(\.a).sorted()
    var greatest = -1
    for index in pairs.indices.dropLast() {
      let isSwapped =
        pairs[index].a == sorted[index + 1] && pairs[index + 1].a == sorted[index]
        && (index == 0 || greatest == sorted[index - 1])
      if isSwapped { moved.formUnion([index, index + 1]) }
      greatest = max(greatest, pairs[index].a)
    }
    return moved
  }
}
