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
      let (train, test) = try sizes(count, call)
      let (trainRows, testRows) = try rows(count, train, test, call)
      var parts: [Value] = []
      for value in call.rest {
        guard try machine.length(value) == count else {
          throw call.error(
            "ValueError", "Found input variables with inconsistent numbers of samples")
        }
        for rows in [trainRows, testRows] { parts.append(try picked(value, rows, machine)) }
      }
      return .object(ListObject(parts))
    }
  }

  /// How many examples each part has.
  private static func sizes(_ count: Int, _ call: Call) throws(PyError) -> (train: Int, test: Int) {
    func size(_ name: String, _ rule: FloatingPointRoundingRule) throws(PyError) -> Int? {
      guard let value = call.given(name) else { return nil }
      if case .int(let number) = value.plain, number > 0, number < count { return number }
      let share = try call.machine.number(value, name)
      guard share > 0, share < 1 else {
        throw call.error(
          "ValueError",
          "\(name)=\(try call.machine.repr(value)) should be either positive and smaller than the number of samples \(count) or a float in the (0, 1) range"
        )
      }
      return Int((share * Double(count)).rounded(rule))
    }
    let (given, wanted) = (try size("test_size", .up), try size("train_size", .down))
    let test = given ?? wanted.map { count - $0 } ?? Int((0.25 * Double(count)).rounded(.up))
    let train = wanted ?? count - test
    guard train > 0, test > 0, train + test <= count else {
      throw call.error(
        "ValueError",
        "With n_samples=\(count), test_size=\(test) and train_size=\(train) the resulting train set will be empty or too large"
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
    let draws = try SplitDraws(try call.int("random_state"), call.machine)
    if let value = call.given("stratify") {
      let labels = try TableNumbers.classes(value, call.machine)
      guard labels.count == count else {
        throw call.error(
          "ValueError",
          "Found input variables with inconsistent numbers of samples: [\(count), \(labels.count)]")
      }
      let split = try StratifiedSplit(labels, train: train, test: test, draws, call)
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
    let index = TableNumbers.value(
      try machine.raising { () throws(ArrayError) in try NumericArray(integers: rows) }, machine)
    return try machine.item(value, index)
  }
}
