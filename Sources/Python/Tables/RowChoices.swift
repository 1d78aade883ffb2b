internal import PythonRuntime

/// `sample`: rows that NumPy's generator draws.
enum RowSample {
  static let parameters = "n=None, frac=None, replace=False, *, random_state=None"

  static func rows(_ count: Int, _ call: Call) throws(PyError) -> [Int] {
    let machine = call.machine
    guard let random = machine.modules["numpy.random"]?.members else { return [] }
    if call.given("n") != nil, call.given("frac") != nil {
      throw call.error("ValueError", "Please enter a value for `frac` OR `n`, not both")
    }
    var size = try call.int("n", or: 1)
    if let share = try call.double("frac") {
      guard share >= 0, share.isFinite, share < 1e9 else {
        throw call.error(
          "ValueError",
          "A negative number of rows requested. Please provide `frac` >= 0.")
      }
      size = Int((share * Double(count)).rounded(.toNearestOrEven))
    }
    var choice = random["choice"] ?? .none
    if let state = call.given("random_state") {
      var generator = state
      if state.smallInt != nil, let make = random["RandomState"] {
        generator = try machine.call(make, Arguments([state]))
      }
      choice = try machine.attribute(generator, "choice")
    }
    let drawn = try machine.call(
      choice,
      Arguments(
        [.int(count), .int(size)], keywords: [("replace", call["replace"] ?? .bool(false))]))
    return try machine.array(drawn).compactMap(\.smallInt)
  }
}

/// Rows that have the values of an earlier one.
enum RowRepeats {
  /// The rows whose values come for the first time.
  static func firstRows(_ columns: [TableColumn], _ machine: Machine) throws(PyError) -> [Int] {
    var lists: [[Value]] = []
    for column in columns { lists.append(try column.items(machine)) }
    let seen = DictObject()
    var rows: [Int] = []
    for row in 0..<(columns.first?.count ?? 0) {
      // What is missing counts as one value.
      let key = Value.object(
        TupleObject(lists.map { $0[row].isMissing ? .none : $0[row].plain }))
      guard try seen.value(key, machine) == nil else { continue }
      try seen.set(key, .int(row), machine)
      rows.append(row)
    }
    return rows
  }

  static func flags(_ columns: [TableColumn], _ machine: Machine) throws(PyError) -> TableColumn {
    let first = Set(try firstRows(columns, machine))
    let rows = TableColumn.objects((0..<(columns.first?.count ?? 0)).map(Value.int))
    return try rows.tested(machine) { row in !first.contains(row.smallInt ?? 0) }
  }
}

/// The operators of a Series or a frame as methods: `add`, `gt` and the like.
enum FrameArithmetic {
  private static let operations: [(name: String, operation: Operation)] = [
    ("add", .add), ("sub", .subtract), ("subtract", .subtract), ("mul", .multiply),
    ("multiply", .multiply), ("div", .divide), ("divide", .divide), ("truediv", .divide),
    ("floordiv", .floorDivide), ("mod", .remainder), ("pow", .power), ("eq", .equal),
    ("ne", .notEqual), ("lt", .less), ("le", .lessOrEqual), ("gt", .greater),
    ("ge", .greaterOrEqual),
  ]

  static func methods<Receiver: Object>(
    _ body: @escaping @Sendable (Receiver, Operation, Call) throws(PyError) -> Value
  ) -> [Method] {
    operations.map { name, operation in
      .method(name, "other, axis=None") { (receiver: Receiver, call) throws(PyError) in
        try body(receiver, operation, call)
      }
    }
  }

  /// Whether a Series has a value for each row, not for each column.
  static func isByRows(_ call: Call) -> Bool {
    switch call["axis"] {
    case .int(0)?, .string("index")?: true
    default: false
    }
  }
}
