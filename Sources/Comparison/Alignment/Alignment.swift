internal import RunRecords

/// Which steps of two runs are each other's: by the name that the author gave, then by source, then by
/// position. What kept its order is found before what moved.
struct Alignment {
  /// Indices of partners, in the order of the second run.
  private(set) var pairs: [(a: Int, b: Int)] = []
  /// Steps of the first run without a partner.
  private(set) var onlyInA: [Int] = []
  /// Steps of the second run without a partner.
  private(set) var onlyInB: [Int] = []

  /// - Parameter isByPosition: whether steps of one kind at one place are partners though neither name
  ///   nor source is the same.
  init(_ a: [StepRecord], _ b: [StepRecord], isByPosition: Bool = true) {
    var partners: [Int: Int] = [:]
    var places: [Int: Int] = [:]
    func match(_ label: (StepRecord) -> String) {
      let first = a.indices.filter { places[$0] == nil }
      let second = b.indices.filter { partners[$0] == nil }
      let found = LabelPairs(first.map { label(a[$0]) }, second.map { label(b[$0]) })
      for pair in found.pairs {
        (partners[second[pair.b]], places[first[pair.a]]) = (first[pair.a], second[pair.b])
      }
    }
    match { $0.givenName.map { "#\($0)" } ?? "\($0.kind) \($0.sourceSHA256)" }
    match { "\($0.kind) \($0.sourceSHA256)" }
    if isByPosition {
      let first = Self.positions(a) { places[$0] == nil ? nil : $0 }
      let second = Self.positions(b) { partners[$0] }
      let byPosition = Dictionary(first.map { ($1, $0) }) { min($0, $1) }
      for (index, name) in second {
        if let place = byPosition[name] { partners[index] = place }
      }
    }
    pairs = b.indices.compactMap { index in partners[index].map { ($0, index) } }
    let taken = Set(pairs.map(\.a))
    onlyInA = a.indices.filter { !taken.contains($0) }
    onlyInB = b.indices.filter { partners[$0] == nil }
  }

  /// For each step without a partner its kind, and how many of its kind stand behind which partner.
  private static func positions(_ steps: [StepRecord], _ partner: (Int) -> Int?) -> [Int: String] {
    var names: [Int: String] = [:]
    var anchor = -1
    var counts: [String: Int] = [:]
    for (index, step) in steps.enumerated() {
      if let place = partner(index) {
        (anchor, counts) = (place, [:])
      } else {
        counts[step.kind, default: 0] += 1
        names[index] = "\(anchor) \(counts[step.kind] ?? 0) \(step.kind)"
      }
    }
    return names
  }
}
