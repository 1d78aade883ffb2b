internal import PythonRuntime

/// The rows of `train_test_split(…, stratify=…)`: each class in both parts as in the whole.
struct StratifiedSplit {
  let train: [Int]
  let test: [Int]

  init(
    _ labels: [Int], of value: Value, train trainCount: Int, test testCount: Int,
    _ draws: SplitDraws, _ call: Call
  ) throws(PyError) {
    let machine = call.machine
    let classes = Set(labels).sorted()
    let groups = Dictionary(grouping: labels.indices) { labels[$0] }
    let rows = classes.map { groups[$0] ?? [] }
    let sizes = rows.map(\.count)
    if sizes.contains(where: { $0 < 2 }) {
      throw call.error(
        "ValueError",
        "The least populated classes in y have only 1 member, which is too few. The minimum number of groups for any class cannot be less than 2. Classes with too few members are: \(try Self.lonely(labels, sizes, value, machine))"
      )
    }
    for (count, name) in [(trainCount, "train"), (testCount, "test")] where count < classes.count {
      throw call.error(
        "ValueError",
        "The \(name)_size = \(count) should be greater or equal to the number of classes = \(classes.count)"
      )
    }
    let first = try Self.mode(sizes, trainCount, draws, machine)
    let rest = zip(sizes, first).map { $0 - $1 }
    let second = try Self.mode(rest, testCount, draws, machine)
    var (train, test): ([Int], [Int]) = ([], [])
    for (place, own) in rows.enumerated() {
      let order = try draws.permutation(own.count, machine).map { own[$0] }
      train += order[..<first[place]]
      test += order[first[place]..<first[place] + second[place]]
    }
    self.train = try draws.permuted(train, machine)
    self.test = try draws.permuted(test, machine)
  }

  /// The classes that have one member, as NumPy prints them.
  private static func lonely(
    _ labels: [Int], _ sizes: [Int], _ value: Value, _ machine: Machine
  ) throws(PyError) -> String {
    let items = try machine.array(value)
    var found: [ClassLabel] = []
    for (label, size) in zip(Set(labels).sorted(), sizes) where size < 2 {
      guard let row = labels.firstIndex(of: label) else { continue }
      found.append(try ClassLabel(items[row], machine))
    }
    return ClassTargets.list(found)
  }

  /// The most likely numbers of each class in a sample; ties are drawn.
  private static func mode(
    _ sizes: [Int], _ count: Int, _ draws: SplitDraws, _ machine: Machine
  ) throws(PyError) -> [Int] {
    let whole = Double(sizes.reduce(0, +))
    let wanted = sizes.map { Double($0) / whole * Double(count) }
    var floored = wanted.map { $0.rounded(.down) }
    var missing = Int(Double(count) - floored.reduce(0, +))
    guard missing > 0 else { return floored.map { Int($0) } }
    let rests = zip(wanted, floored).map { $0 - $1 }
    for value in Set(rests).sorted(by: >) where missing > 0 {
      let tied = rests.indices.filter { rests[$0] == value }
      let adding = min(tied.count, missing)
      for place in try draws.choice(tied, adding, machine) { floored[place] += 1 }
      missing -= adding
    }
    return floored.map { Int($0) }
  }
}
