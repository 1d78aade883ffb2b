internal import NumPyModule
internal import PythonRuntime
internal import NumPy
internal import Arrays

/// `train_test_split`: the same parts as scikit-learn's for an equal `random_state`.
enum SplitFunction {
  static var function: BuiltinFunction {
    BuiltinFunction(
      "train_test_split",
      "*arrays, test_size=None, train_size=None, random_state=None, shuffle=True, stratify=None"
    ) { call throws(PyError) in
      let machine = call.machine
      guard let first = call.rest.first else {
        throw call.error("ValueError", "At least one array required as input")
      }
      let count = try machine.length(first)
      var counts: [Int] = []
      for value in call.rest { counts.append(try machine.length(value)) }
      guard counts.allSatisfy({ $0 == count }) else {
        throw ClassTargets.inconsistent(counts, call)
      }
      let (train, test) = try sizes(count, call)
      let (trainRows, testRows) = try rows(count, train, test, call)
      var parts: [Value] = []
      for value in call.rest {
        for rows in [trainRows, testRows] { parts.append(try picked(value, rows, machine)) }
      }
      return .object(ListObject(parts))
    }.giving { known($0) }
  }

  /// Both parts of each argument are of its class, and of its shape but for their rows.
  private static func known(_ call: KnownCall) -> KnownResult {
    .items(
      call.positional.flatMap { given -> [KnownResult] in
        guard let array = given.array, let count = array.extents.first else {
          let part = given.type.map(KnownResult.object) ?? .unknown
          return [part, part]
        }
        return counts(of: count, call).map { NumPyTypes.known(array.rows($0)) }
      })
  }

  /// How many rows each part has, where just the test's share is given.
  private static func counts(of count: Int?, _ call: KnownCall) -> [Int?] {
    guard let count, call["train_size"] == nil else { return [nil, nil] }
    let test: Int
    switch call["test_size"]?.value {
    case .int(let number)?: test = number
    case .float(let share)?: test = Int((share * Double(count)).rounded(.up))
    case nil where call["test_size"] == nil: test = Int((0.25 * Double(count)).rounded(.up))
    default: return [nil, nil]
    }
    return (1..<count).contains(test) ? [count - test, test] : [nil, nil]
  }

  /// How many examples each part has.
  private static func sizes(_ count: Int, _ call: Call) throws(PyError) -> (train: Int, test: Int) {
    let (given, wanted) = (
      try SplitSize("test_size", count, call), try SplitSize("train_size", count, call)
    )
    if let given, let wanted { try SplitSize.checkSum(given, wanted, count, call) }
    let least = given?.rounded(.up) ?? wanted.map { count - $0.rounded(.down) }
    let test = least ?? Int((0.25 * Double(count)).rounded(.up))
    let train = wanted?.rounded(.down) ?? count - test
    guard train > 0 else {
      throw call.error(
        "ValueError",
        "With n_samples=\(count), test_size=\(given?.text ?? (wanted == nil ? "0.25" : "None")) and train_size=\(wanted?.text ?? "None"), the resulting train set will be empty. Adjust any of the aforementioned parameters."
      )
    }
    return (train, test)
  }

  /// The rows of both parts.
  private static func rows(
    _ count: Int, _ train: Int, _ test: Int, _ call: Call
  ) throws(PyError) -> (train: [Int], test: [Int]) {
    guard try call.bool("shuffle", or: true) else {
      if call.given("stratify") != nil {
        throw call.error(
          "ValueError", "Stratified train/test split is not implemented for shuffle=False")
      }
      return (Array(0..<train), Array(train..<train + test))
    }
    let draws = try SplitDraws(call.given("random_state"), call.name, call.machine)
    if let value = call.given("stratify") {
      let labels = try TableNumbers.classes(value, call.machine)
      guard labels.count == count else {
        throw ClassTargets.inconsistent([count, labels.count], call)
      }
      let split = try StratifiedSplit(labels, of: value, train: train, test: test, draws, call)
      return (split.train, split.test)
    }
    let order = try draws.permutation(count, call.machine)
    return (Array(order[test..<test + train]), Array(order[..<test]))
  }

  private static func picked(
    _ value: Value, _ rows: [Int], _ machine: Machine
  ) throws(PyError) -> Value {
    if let frame: FrameObject = value.asObject() { return .object(try frame.taking(rows, machine)) }
    if let series: SeriesObject = value.asObject() {
      return .object(try series.taking(rows, machine))
    }
    if let list: ListObject = value.asObject() {
      return .object(ListObject(rows.map { list.items[$0] }))
    }
    if let tuple: TupleObject = value.asObject() {
      return .object(ListObject(rows.map { tuple.items[$0] }))
    }
    let index = TableNumbers.value(
      try machine.raising { () throws(ArrayError) in try NumericArray(integers: rows) }, machine)
    return try machine.item(value, index)
  }
}
