internal import PythonRuntime

/// `pivot_table`, `pivot` and `melt`: from rows to a table and back.
enum PivotFunctions {
  private static let pivotParameters =
    "values=None, index=None, columns=None, aggfunc='mean', fill_value=None"
  private static let meltParameters =
    "id_vars=None, value_vars=None, var_name=None, value_name='value'"

  static var methods: [Method] {
    [
      .method("pivot_table", pivotParameters) { (frame: FrameObject, call) throws(PyError) in
        .object(try pivoted(frame, call, aggregates: true))
      },
      .method("pivot", "*, columns, index, values") { (frame: FrameObject, call) throws(PyError) in
        .object(try pivoted(frame, call, aggregates: false))
      },
      .method("melt", meltParameters) { (frame: FrameObject, call) throws(PyError) in
        .object(try melted(frame, call))
      },
    ]
  }

  static var functions: [BuiltinFunction] {
    [
      BuiltinFunction("pivot_table", "data, " + pivotParameters) { call throws(PyError) in
        .object(try pivoted(frame(call, "data"), call, aggregates: true))
      },
      BuiltinFunction("melt", "frame, " + meltParameters) { call throws(PyError) in
        .object(try melted(frame(call, "frame"), call))
      },
    ]
  }

  private static func frame(_ call: Call, _ name: String) throws(PyError) -> FrameObject {
    guard let frame: FrameObject = call.required(name).asObject() else {
      throw call.unsupported(name, call.required(name))
    }
    return frame
  }

  /// The one column that an argument names, in a list or not.
  private static func place(
    _ name: String, _ frame: FrameObject, _ call: Call
  ) throws(PyError) -> Int? {
    guard let value = call.given(name) else { return nil }
    let names = value.asObject(ListObject.self)?.items ?? [value]
    guard names.count == 1 else { throw call.unsupported(name, value) }
    return try frame.place(named: names[0], call.machine)
  }

  private static func pivoted(
    _ frame: FrameObject, _ call: Call, aggregates: Bool
  ) throws(PyError) -> FrameObject {
    guard let down = try place("index", frame, call), let given = call.given("values") else {
      throw call.error(
        "NotImplementedError",
        "\(call.name)() without index and values is not supported by Caderno")
    }
    let names = given.asObject(ListObject.self)?.items ?? [given]
    var values: [Int] = []
    for name in names { values.append(try frame.place(named: name, call.machine)) }
    let function = call["aggfunc"] ?? .string("mean")
    if let across = try place("columns", frame, call) {
      guard values.count == 1, given.asObject(ListObject.self) == nil else {
        throw call.unsupported("values", given)
      }
      let table = try CrossTable(frame.column(down), frame.column(across), call.machine)
      return try filled(
        table, frame, (down, across, values[0]), aggregates ? function : nil, call)
    }
    let groups = try LabelPlaces(frame.column(down), call.machine)
    var columns: [(name: Value, column: TableColumn)] = []
    for order in try ClassLabel.order(names, call.machine) {
      let place = values[order]
      var made: [Value] = []
      for label in groups.labels.indices {
        let rows = groups.places.indices.filter { groups.places[$0] == label }
        made.append(
          try Aggregation.value(
            function, of: .object(frame.series(place).taking(rows, call.machine)), call.machine))
      }
      columns.append((frame.columnIndex[place], try TableColumn.column(of: made, call.machine)))
    }
    let label = try call.machine.str(frame.columnIndex[down])
    return FrameObject(columns, TableIndex(.values(groups.labels), name: label))
  }

  /// A value for each pair of labels: what a function makes of its rows, or the one that it has.
  private static func filled(
    _ table: CrossTable, _ frame: FrameObject, _ places: (down: Int, across: Int, value: Int),
    _ function: Value?, _ call: Call
  ) throws(PyError) -> FrameObject {
    let machine = call.machine
    let series = frame.series(places.value)
    var cells: [[Value]] = []
    for row in table.rows.indices {
      var line: [Value] = []
      for column in table.columns.indices {
        let rows = table.members(row, column)
        if rows.isEmpty {
          line.append(.float(.nan))
        } else if let function {
          line.append(
            try Aggregation.value(function, of: .object(series.taking(rows, machine)), machine))
        } else {
          guard rows.count == 1 else {
            throw call.error("ValueError", "Index contains duplicate entries, cannot reshape")
          }
          line.append(try series.column.item(rows[0], machine))
        }
      }
      cells.append(line)
    }
    let fill = call.given("fill_value")
    var columns: [(name: Value, column: TableColumn)] = []
    for (place, label) in table.columns.enumerated() {
      let items = cells.map { $0[place] }
      // A table of means leaves out what has no mean at all.
      guard function == nil || items.contains(where: { !$0.isMissing }) else { continue }
      columns.append(
        (label, try TableColumn.column(of: items.map { $0.isMissing ? fill ?? $0 : $0 }, machine)))
    }
    let kept = cells.indices.filter { row in
      function == nil || cells[row].contains { !$0.isMissing }
    }
    let index = TableIndex(
      .values(table.rows), name: try machine.str(frame.columnIndex[places.down]))
    return try FrameObject(
      columns, index, columnName: machine.str(frame.columnIndex[places.across])
    ).taking(kept, machine)
  }

  /// Columns as rows: their names in one column, their values in another.
  private static func melted(_ frame: FrameObject, _ call: Call) throws(PyError) -> FrameObject {
    let machine = call.machine
    func places(_ name: String) throws(PyError) -> [Int]? {
      guard let value = call.given(name) else { return nil }
      var places: [Int] = []
      for name in value.asObject(ListObject.self)?.items ?? [value] {
        places.append(try frame.place(named: name, machine))
      }
      return places
    }
    let kept = try places("id_vars") ?? []
    let turned =
      try places("value_vars") ?? (0..<frame.columnIndex.count).filter { !kept.contains($0) }
    let height = frame.index.count
    let all = turned.flatMap { _ in 0..<height }
    var columns: [(name: Value, column: TableColumn)] = []
    for place in kept {
      columns.append(
        (frame.columnIndex[place], try frame.column(place).taking(all, machine)))
    }
    let names = turned.flatMap { [Value](repeating: frame.columnIndex[$0], count: height) }
    var values: [Value] = []
    for place in turned { values += try frame.column(place).items(machine) }
    let head = call.given("var_name") ?? .string(frame.columnName ?? "variable")
    columns.append((head, try TableColumn.column(of: names, machine)))
    columns.append(
      (call["value_name"] ?? .string("value"), try TableColumn.column(of: values, machine)))
    return FrameObject(columns, TableIndex(.range(all.count)))
  }
}
