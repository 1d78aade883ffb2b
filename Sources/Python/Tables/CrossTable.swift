internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// Rows by the values of one column and columns by those of another, with a value for each pair.
struct CrossTable {
  /// The labels, in order, and the rows of the data that belong to each pair of them.
  let rows, columns: [Value]
  private let members: [Int: [Int]]

  init(_ down: TableColumn, _ across: TableColumn, _ machine: Machine) throws(PyError) {
    let (first, second) = (try LabelPlaces(down, machine), try LabelPlaces(across, machine))
    (rows, columns) = (first.labels, second.labels)
    var members: [Int: [Int]] = [:]
    for (row, pair) in zip(first.places, second.places).enumerated() {
      guard let place = pair.0, let column = pair.1 else { continue }
      members[place * second.labels.count + column, default: []].append(row)
    }
    self.members = members
  }

  /// The rows of the data that belong to a pair of labels.
  func members(_ row: Int, _ column: Int) -> [Int] { members[row * columns.count + column] ?? [] }

  var counts: [[Int]] {
    rows.indices.map { row in columns.indices.map { members(row, $0).count } }
  }

  // MARK: crosstab

  static var function: BuiltinFunction {
    BuiltinFunction(
      "crosstab",
      "index, columns, values=None, rownames=None, colnames=None, aggfunc=None, margins=False, margins_name='All', dropna=True, normalize=False"
    ) { call throws(PyError) in
      for name in ["values", "aggfunc"] {
        if let value = call.given(name) { throw call.unsupported(name, value) }
      }
      if let drops = call["dropna"], try !call.machine.isTrue(drops) {
        throw call.unsupported("dropna", drops)
      }
      return .object(try counted(call))
    }
  }

  private static func counted(_ call: Call) throws(PyError) -> FrameObject {
    let machine = call.machine
    let (down, across) = (call.required("index"), call.required("columns"))
    let sides = try [down, across].map { side throws(PyError) in
      try TableColumn(side, count: nil, machine)
    }
    guard sides[0].count == sides[1].count else {
      throw call.error("ValueError", "All arrays must be of the same length")
    }
    if let first: SeriesObject = down.asObject(), let second: SeriesObject = across.asObject(),
      try !first.index.isSame(as: second.index, machine)
    {
      throw call.error(
        "NotImplementedError",
        "crosstab() of Series with other labels is not supported by Caderno")
    }
    let names = [
      try name("rownames", down, "row_0", call), try name("colnames", across, "col_0", call),
    ]
    let table = try CrossTable(sides[0], sides[1], machine)
    var (labels, heads) = (table.rows, table.columns)
    let shares = try table.shares(call)
    var counts = table.counts
    if try call.bool("margins", or: false) {
      guard shares == nil else { throw call.unsupported("margins", .bool(true)) }
      let total = Value.string(try call.string("margins_name") ?? "All")
      (labels, heads) = (labels + [total], heads + [total])
      counts = counts.map { $0 + [$0.reduce(0, +)] }
      counts.append(heads.indices.map { column in counts.reduce(0) { $0 + $1[column] } })
    }
    var made: [(name: Value, column: TableColumn)] = []
    for (place, head) in heads.enumerated() {
      let array = try machine.raising { () throws(ArrayError) -> NumericArray in
        if let shares { return try NumericArray(reals: shares.map { $0[place] }) }
        return try NumericArray(integers: counts.map { $0[place] })
      }
      made.append((head, .numbers(array)))
    }
    return FrameObject(
      made, TableIndex(.values(labels), name: names[0]), columnName: names[1])
  }

  private static func name(
    _ parameter: String, _ side: Value, _ otherwise: String, _ call: Call
  ) throws(PyError) -> String {
    if let given = call.given(parameter) {
      let names = try call.machine.array(given)
      guard names.count == 1 else {
        throw call.error("AssertionError", "arrays and names must have the same length")
      }
      return try call.machine.str(names[0])
    }
    guard let own = side.asObject(SeriesObject.self)?.name else { return otherwise }
    return try call.machine.str(own)
  }

  /// Counts as shares of all, of their row or of their column; nil where counts are wanted.
  private func shares(_ call: Call) throws(PyError) -> [[Double]]? {
    guard let given = call["normalize"] else { return nil }
    let counts = counts.map { $0.map(Double.init) }
    func share(_ part: Double, _ whole: Double) -> Double { whole == 0 ? 0 : part / whole }
    switch given {
    case .bool(false): return nil
    case .bool(true), .string("all"):
      let all = counts.joined().reduce(0, +)
      return counts.map { $0.map { share($0, all) } }
    case .string("index"), .int(0):
      return counts.map { row in row.map { share($0, row.reduce(0, +)) } }
    case .string("columns"), .int(1):
      let sums = columns.indices.map { column in counts.reduce(0) { $0 + $1[column] } }
      return counts.map { row in zip(row, sums).map { share($0, $1) } }
    default: throw call.error("ValueError", "Not a valid normalize argument")
    }
  }
}

/// The values of a column in order, each once, and the place of each row's; what is missing has none.
struct LabelPlaces {
  let labels: [Value]
  let places: [Int?]

  init(_ column: TableColumn, _ machine: Machine) throws(PyError) {
    let seen = DictObject()
    var (values, places): ([Value], [Int?]) = ([], [])
    for item in try column.items(machine) {
      if item.isMissing {
        places.append(nil)
      } else if let place = try seen.value(item.plain, machine)?.smallInt {
        places.append(place)
      } else {
        try seen.set(item.plain, .int(values.count), machine)
        places.append(values.count)
        values.append(item)
      }
    }
    let order = try ClassLabel.order(values, machine)
    var ranks = [Int](repeating: 0, count: order.count)
    for (rank, place) in order.enumerated() { ranks[place] = rank }
    labels = order.map { values[$0] }
    self.places = places.map { $0.map { ranks[$0] } }
  }
}
