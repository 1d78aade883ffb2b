internal import NumPyModule
internal import PythonRuntime
internal import NumPy
internal import Arrays

/// `KFold` and `StratifiedKFold`: the rows of each part, as scikit-learn draws them.
final class FoldObject: HostObject {
  private let count: Int
  private let shuffles: Bool
  private let state: Value?
  private let name: String
  private let isStratified: Bool

  private init(_ call: Call, isStratified: Bool) throws(PyError) {
    self.isStratified = isStratified
    count = try call.int("n_splits", or: 5)
    shuffles = try call.bool("shuffle", or: false)
    state = call.given("random_state")
    name = call.name
    guard count > 1 else {
      throw call.error(
        "ValueError",
        "k-fold cross-validation requires at least one train/test split by setting n_splits=2 or more, got n_splits=\(count)."
      )
    }
    guard shuffles || state == nil else {
      throw call.error(
        "ValueError",
        "Setting a random_state has no effect since shuffle is False. You should leave random_state to its default (None), or set shuffle=True."
      )
    }
  }

  override var hostType: TypeObject { isStratified ? Self.stratified : Self.plain }

  deinit { LettingGo.hold(state) }

  override func repr(_ machine: Machine) throws(PyError) -> String {
    "\(hostType.name)(n_splits=\(count), random_state=\(try machine.repr(state ?? .none)), "
      + "shuffle=\(shuffles ? "True" : "False"))"
  }

  /// The part that each row is tested in.
  private func parts(_ call: Call) throws(PyError) -> [Int] {
    let machine = call.machine
    let rows = try machine.length(call.required("X"))
    guard count <= rows else {
      throw call.error(
        "ValueError",
        "Cannot have number of splits n_splits=\(count) greater than the number of samples: n_samples=\(rows)."
      )
    }
    guard !isStratified else { return try stratifiedParts(call) }
    let order = shuffles ? try permutation(rows, machine) : Array(0..<rows)
    var parts = [Int](repeating: 0, count: rows)
    var place = 0
    for part in 0..<count {
      let size = rows / count + (part < rows % count ? 1 : 0)
      for row in order[place..<place + size] { parts[row] = part }
      place += size
    }
    return parts
  }

  private func permutation(_ rows: Int, _ machine: Machine) throws(PyError) -> [Int] {
    let draws = try SplitDraws(state, name, machine)
    var order = Array(0..<rows)
    try draws.shuffle(&order, machine)
    return order
  }

  /// Each class dealt out over the parts, as its rows would lie in the sorted list of all.
  private func stratifiedParts(_ call: Call) throws(PyError) -> [Int] {
    let machine = call.machine
    guard let y = call.given("y") else {
      throw call.error("TypeError", "split() missing 1 required positional argument: 'y'")
    }
    let kind = try ClassColumn(y, machine).kind
    guard kind == .binary || kind == .multiclass else {
      throw call.error(
        "ValueError",
        "Supported target types are: ('binary', 'multiclass'). Got '\(kind.rawValue)' instead.")
    }
    let labels = try TableNumbers.classes(y, machine)
    // Classes are numbered in the order in which they come.
    var numbers: [Int: Int] = [:]
    for label in labels where numbers[label] == nil { numbers[label] = numbers.count }
    let encoded = labels.map { numbers[$0] ?? 0 }
    var rows = [[Int]](repeating: [], count: numbers.count)
    for (row, number) in encoded.enumerated() { rows[number].append(row) }
    let sizes = rows.map(\.count)
    guard let largest = sizes.max(), count <= largest else {
      throw call.error(
        "ValueError",
        "n_splits=\(count) cannot be greater than the number of members in each class.")
    }
    // The part of each place in the sorted list of all, class by class.
    var start = 0
    let draws = shuffles ? try SplitDraws(state, name, machine) : nil
    var parts = [Int](repeating: 0, count: labels.count)
    for number in sizes.indices {
      var dealt = (start..<start + sizes[number]).map { $0 % count }.sorted()
      start += sizes[number]
      if let draws { try draws.shuffle(&dealt, machine) }
      for (row, part) in zip(rows[number], dealt) { parts[row] = part }
    }
    return parts
  }

  private static var methods: [Method] {
    [
      .method("split", "X, y=None, groups=None") { (folds: FoldObject, call) throws(PyError) in
        let parts = try folds.parts(call)
        var part = 0
        return .object(
          FoldIterator { machine throws(PyError) in
            guard part < folds.count else { return nil }
            defer { part += 1 }
            func rows(_ holds: (Int) -> Bool) throws(PyError) -> Value {
              let chosen = parts.indices.filter { holds(parts[$0]) }
              return TableNumbers.value(
                try machine.raising { () throws(ArrayError) in
                  try NumericArray(integers: chosen)
                }, machine)
            }
            return .object(TupleObject([try rows { $0 != part }, try rows { $0 == part }]))
          })
      },
      .method("get_n_splits", "X=None, y=None, groups=None") {
        (folds: FoldObject, _) throws(PyError) in .int(folds.count)
      },
    ]
  }

  static let plain = SharedType(
    "KFold", module: "sklearn.model_selection", "n_splits=5, *, shuffle=False, random_state=None",
    methods: methods
  ) { call throws(PyError) in .object(try FoldObject(call, isStratified: false)) }

  static let stratified = SharedType(
    "StratifiedKFold", module: "sklearn.model_selection",
    "n_splits=5, *, shuffle=False, random_state=None", methods: methods
  ) { call throws(PyError) in .object(try FoldObject(call, isStratified: true)) }
}

/// An iterator made of a closure.
final class FoldIterator: IteratorObject {
  private let body: (Machine) throws(PyError) -> Value?
  init(_ body: @escaping (Machine) throws(PyError) -> Value?) { self.body = body }

  deinit { LettingGo.hold(body) }

  override func next(_ machine: Machine) throws(PyError) -> Value? { try body(machine) }
}
