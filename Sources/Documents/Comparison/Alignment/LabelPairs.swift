/// Equal labels of two lists, each with at most one of the other: those that keep an order first.
struct LabelPairs {
  private(set) var pairs: [(a: Int, b: Int)] = []
  private let a: [String]
  private let b: [String]

  /// Cost: n log n where few labels repeat.
  init(_ a: [String], _ b: [String]) {
    (self.a, self.b) = (a, b)
    matchInOrder(a.indices, b.indices)
    matchRest()
  }

  /// Equal ends, then labels that stand once on each side, then what is between those.
  private mutating func matchInOrder(_ a: Range<Int>, _ b: Range<Int>) {
    var (a, b) = (a, b)
    while let x = a.first, let y = b.first, self.a[x] == self.b[y] {
      pairs.append((x, y))
      (a, b) = (a.dropFirst(), b.dropFirst())
    }
    while let x = a.last, let y = b.last, self.a[x] == self.b[y] {
      pairs.append((x, y))
      (a, b) = (a.dropLast(), b.dropLast())
    }
    if a.isEmpty || b.isEmpty { return }
    let anchors = OrderedPairs.longest(of: unique(a, b))
    var (x, y) = (a.lowerBound, b.lowerBound)
    for anchor in anchors {
      matchInOrder(x..<anchor.a, y..<anchor.b)
      pairs.append(anchor)
      (x, y) = (anchor.a + 1, anchor.b + 1)
    }
    if !anchors.isEmpty { matchInOrder(x..<a.upperBound, y..<b.upperBound) }
  }

  /// Labels that stand just once in each range, in the order of the second.
  private func unique(_ a: Range<Int>, _ b: Range<Int>) -> [(a: Int, b: Int)] {
    func places(_ labels: [String], _ range: Range<Int>) -> [String: Int] {
      var places: [String: Int] = [:]
      for index in range { places[labels[index]] = places[labels[index]] == nil ? index : -1 }
      return places.filter { $0.value >= 0 }
    }
    let (first, second) = (places(self.a, a), places(self.b, b))
    return b.compactMap { index in
      guard second[self.b[index]] == index else { return nil }
      return first[self.b[index]].map { ($0, index) }
    }
  }

  /// Labels that changed their order, the first with the first.
  private mutating func matchRest() {
    let (takenA, takenB) = (Set(pairs.map(\.a)), Set(pairs.map(\.b)))
    var free: [String: [Int]] = [:]
    for index in a.indices.reversed() where !takenA.contains(index) {
      free[a[index], default: []].append(index)
    }
    for index in b.indices where !takenB.contains(index) {
      if let partner = free[b[index]]?.popLast() { pairs.append((partner, index)) }
    }
  }
}
