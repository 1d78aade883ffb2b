internal import RunRecords

/// Which steps of two runs are each other's: by id, then by source, then by position.
struct Alignment {
  /// Indices of partners, in the order of the second run.
  private(set) var pairs: [(a: Int, b: Int)] = []
  /// Steps of the first run without a partner.
  private(set) var onlyInA: [Int] = []
  /// Steps of the second run without a partner.
  private(set) var onlyInB: [Int] = []

  init(_ a: [StepRecord], _ b: [StepRecord]) {
    var partners: [Int: Int] = [:]
    var taken: Set<Int> = []
    func match(_ names: ([StepRecord], (Int) -> Int?) -> [Int: String]) {
      let first = names(a) { taken.contains($0) ? $0 : nil }
      let second = names(b) { partners[$0] }
      let places = Dictionary(first.map { ($1, $0) }) { min($0, $1) }
      for (index, name) in second.sorted(by: { $0.key < $1.key }) {
        guard partners[index] == nil, let place = places[name], !taken.contains(place) else {
          continue
        }
        partners[index] = place
        taken.insert(place)
      }
    }
    match { steps, isTaken in Self.names(steps, isTaken) { $0.id } }
    match { steps, isTaken in Self.names(steps, isTaken) { "\($0.kind) \($0.sourceSHA256)" } }
    match { steps, isTaken in Self.positions(steps, isTaken) }
    pairs = b.indices.compactMap { index in partners[index].map { ($0, index) } }
    onlyInA = a.indices.filter { !taken.contains($0) }
    onlyInB = b.indices.filter { partners[$0] == nil }
  }

  /// A name for each step that has no partner yet; the same name again is numbered.
  private static func names(
    _ steps: [StepRecord], _ partner: (Int) -> Int?, _ name: (StepRecord) -> String
  ) -> [Int: String] {
    var seen: [String: Int] = [:]
    var names: [Int: String] = [:]
    for (index, step) in steps.enumerated() where partner(index) == nil {
      let text = name(step)
      seen[text, default: 0] += 1
      names[index] = "\(text) \(seen[text] ?? 0)"
    }
    return names
  }

  /// For each step without a partner its kind, and how many steps after which partner it stands.
  private static func positions(_ steps: [StepRecord], _ partner: (Int) -> Int?) -> [Int: String] {
    var names: [Int: String] = [:]
    var anchor = -1
    var distance = 0
    for (index, step) in steps.enumerated() {
      if let place = partner(index) {
        (anchor, distance) = (place, 0)
      } else {
        distance += 1
        names[index] = "\(anchor) \(distance) \(step.kind)"
      }
    }
    return names
  }

  /// Places in `pairs` of the steps that changed their order: all but a longest run in order.
  var moved: Set<Int> {
    var best: [Int] = []
    var before: [Int?] = []
    for index in pairs.indices {
      let candidates = (0..<index).filter { pairs[$0].a < pairs[index].a }
      let previous = candidates.max { best[$0] < best[$1] }
      best.append((previous.map { best[$0] } ?? 0) + 1)
      before.append(previous)
    }
    var moved = Set(pairs.indices)
    var next = pairs.indices.max { best[$0] < best[$1] }
    while let index = next {
      moved.remove(index)
      next = before[index]
    }
    return moved
  }
}
