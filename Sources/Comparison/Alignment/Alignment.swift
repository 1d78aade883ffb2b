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
    // For each length the places where a run of that length ends; their steps of the first run go down.
    var ends: [[Int]] = []
    var before: [Int?] = []
    for (index, pair) in pairs.enumerated() {
      let length = ends.firstPlace { pairs[$0[$0.count - 1]].a >= pair.a }
      let shorter = length == 0 ? [] : ends[length - 1]
      before.append(shorter.isEmpty ? nil : shorter[shorter.firstPlace { pairs[$0].a < pair.a }])
      if length == ends.count { ends.append([]) }
      ends[length].append(index)
    }
    var moved = Set(pairs.indices)
    var next = ends.last?.first
    while let index = next {
      moved.remove(index)
      next = before[index]
    }
    return moved
  }
}

extension Array {
  /// The first place whose element fulfills what no element before it does; the end where none does.
  fileprivate func firstPlace(_ isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
