internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// What `groupby` gives: the rows of a frame by the values of one column.
final class FrameGroups: HostObject {
  private let frame: FrameObject
  private let key: Int
  /// The groups in the order of their values.
  private let groups: [(value: Value, rows: [Int])]
  /// The columns that a program picked, and whether it was one by its name.
  private let picked: (places: [Int], isOne: Bool)?

  private init(
    _ frame: FrameObject, _ key: Int, _ groups: [(value: Value, rows: [Int])],
    _ picked: (places: [Int], isOne: Bool)?
  ) { (self.frame, self.key, self.groups, self.picked) = (frame, key, groups, picked) }

  deinit { LettingGo.hold((frame, groups)) }

  override var hostType: TypeObject { Self.groupsType }

  /// The groups of a call of `groupby`.
  static func grouped(_ frame: FrameObject, _ call: Call) throws(PyError) -> FrameGroups {
    let machine = call.machine
    var by = call.required("by")
    if let list: ListObject = by.asObject() {
      guard list.items.count == 1 else { throw call.unsupported("by", by) }
      by = list.items[0]
    }
    let key = try frame.place(named: by, machine)
    let seen = DictObject()
    var groups: [(value: Value, rows: [Int])] = []
    for (row, item) in try frame.column(key).items(machine).enumerated() {
      if item.isMissing { continue }
      if let place = try seen.value(item.plain, machine)?.smallInt {
        groups[place].rows.append(row)
      } else {
        try seen.set(item.plain, .int(groups.count), machine)
        groups.append((item, [row]))
      }
    }
    let order = try ClassLabel.order(groups.map(\.value), machine)
    return FrameGroups(frame, key, order.map { groups[$0] }, nil)
  }

  override func item(_ name: Value, _ machine: Machine) throws(PyError) -> Value {
    let list: ListObject? = name.asObject()
    var places: [Int] = []
    for name in list?.items ?? [name] { places.append(try frame.place(named: name, machine)) }
    return .object(FrameGroups(frame, key, groups, (places, list == nil)))
  }

  override func attribute(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    if let found = try super.attribute(name, machine) { return found }
    guard (try? frame.place(named: .string(name), machine)) != nil else { return nil }
    return try item(.string(name), machine)
  }

  override func length(_ machine: Machine) -> Int? { groups.count }

  override func iterator(_ machine: Machine) throws(PyError) -> IteratorObject? {
    var pairs: [Value] = []
    for group in groups {
      let part = try frame.taking(group.rows, machine)
      pairs.append(.object(TupleObject([group.value.plain, .object(part)])))
    }
    return try machine.iterator(.object(ListObject(pairs)))
  }

  private func index(_ machine: Machine) throws(PyError) -> TableIndex {
    TableIndex(
      .values(groups.map(\.value)), name: try machine.str(frame.columnIndex[key]))
  }

  /// A number of each group and column.
  private func summed(_ name: String, _ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    let all = (0..<frame.columnIndex.count).filter { $0 != key }
    let wanted = picked?.places ?? all
    let onlyNumbers = try call.bool("numeric_only", or: false)
    var columns: [(name: Value, column: TableColumn)] = []
    for place in wanted where !onlyNumbers || frame.column(place).isNumeric {
      var values: [Value] = []
      for group in groups {
        let part = try frame.column(place).taking(group.rows, machine)
        values.append(try TableSummary.value(name, part, call))
      }
      columns.append((frame.columnIndex[place], try TableColumn.column(of: values, machine)))
    }
    let index = try index(machine)
    if picked?.isOne == true, let first = columns.first {
      return .object(SeriesObject(first.column, index, name: first.name))
    }
    return .object(FrameObject(columns, index))
  }

  /// What a function makes of each group's rows, or of those of a picked column.
  private func applied(_ function: Value, _ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    var values: [Value] = []
    for group in groups {
      values.append(try machine.call(function, Arguments([part(group.rows, machine)])))
    }
    guard
      !values.contains(where: {
        $0.asObject(SeriesObject.self) != nil || $0.asObject(FrameObject.self) != nil
      })
    else {
      throw call.error(
        "NotImplementedError",
        "apply() with a function that gives tables is not supported by Caderno")
    }
    let name = picked.flatMap { $0.isOne ? frame.columnIndex[$0.places[0]] : nil }
    return .object(
      SeriesObject(try TableColumn.column(of: values, machine), try index(machine), name: name))
  }

  /// A group as functions are handed it: without the column of the groups.
  private func part(_ rows: [Int], _ machine: Machine) throws(PyError) -> Value {
    if let picked, picked.isOne {
      return .object(try frame.series(picked.places[0]).taking(rows, machine))
    }
    let places = picked?.places ?? (0..<frame.columnIndex.count).filter { $0 != key }
    return .object(try frame.columns(places).taking(rows, machine))
  }

  /// `agg`: a function for all columns, one for each by its name, or several for a picked column.
  private func aggregated(_ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    var wanted: [(name: Value, place: Int, function: Value)] = []
    let own = picked?.places ?? (0..<frame.columnIndex.count).filter { $0 != key }
    let function = call.given("func")
    if let function, let parts = try Aggregation.parts(function, machine) {
      let isDict = function.asObject(DictObject.self) != nil
      guard isDict || picked?.isOne == true else { throw call.unsupported("func", function) }
      for (name, function) in zip(parts.names, parts.functions) {
        guard try Aggregation.parts(function, machine) == nil else {
          throw call.unsupported("func", function)
        }
        wanted.append((name, isDict ? try frame.place(named: name, machine) : own[0], function))
      }
    } else if let function {
      wanted = own.map { (frame.columnIndex[$0], $0, function) }
    } else {
      for (name, value) in call.others {
        guard let pair = value.asObject(TupleObject.self)?.items, pair.count == 2 else {
          throw call.error("TypeError", "Must provide 'func' or tuples of '(column, aggfunc).")
        }
        wanted.append((.string(name), try frame.place(named: pair[0], machine), pair[1]))
      }
    }
    var columns: [(name: Value, column: TableColumn)] = []
    for (name, place, function) in wanted {
      var values: [Value] = []
      for group in groups {
        let part = try frame.series(place).taking(group.rows, machine)
        values.append(try Aggregation.value(function, of: .object(part), machine))
      }
      columns.append((name, try TableColumn.column(of: values, machine)))
    }
    if picked?.isOne == true, let function, try Aggregation.parts(function, machine) == nil {
      return .object(SeriesObject(columns[0].column, try index(machine), name: columns[0].name))
    }
    return .object(FrameObject(columns, try index(machine)))
  }

  /// `transform`: for each row what a method or function makes of its group.
  private func transformed(_ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    guard let picked, picked.isOne else {
      throw call.error(
        "NotImplementedError", "transform() of several columns is not supported by Caderno")
    }
    let series = frame.series(picked.places[0])
    var values = [Value](repeating: .float(.nan), count: frame.index.count)
    for group in groups {
      let made = try Aggregation.value(
        call.required("func"), of: .object(series.taking(group.rows, machine)), machine)
      let own = try made.asObject(SeriesObject.self)?.column.items(machine)
      for (order, row) in group.rows.enumerated() { values[row] = own?[order] ?? made }
    }
    return .object(series.with(try TableColumn.column(of: values, machine)))
  }

  private static let groupsType = SharedType(
    "DataFrameGroupBy", module: "pandas.api.typing",
    methods: (TableSummary.names + ["first", "last"]).map { name in
      .method(name, "numeric_only=False") { (groups: FrameGroups, call) throws(PyError) in
        try groups.summed(name, call)
      }
    } + [
      .method("agg", "func=None, **kwargs") { (groups: FrameGroups, call) throws(PyError) in
        try groups.aggregated(call)
      },
      .method("apply", "func") { (groups: FrameGroups, call) throws(PyError) in
        try groups.applied(call.required("func"), call)
      },
      .method("transform", "func") { (groups: FrameGroups, call) throws(PyError) in
        try groups.transformed(call)
      },
      .method("get_group", "name") { (groups: FrameGroups, call) throws(PyError) in
        for group in groups.groups
        where try call.machine.isEqual(group.value.plain, call.required("name")) {
          return .object(try groups.frame.taking(group.rows, call.machine))
        }
        throw call.machine.error("KeyError", of: call.required("name"))
      },
      .method("size") { (groups: FrameGroups, call) throws(PyError) in
        let counts = groups.groups.map { Value.int($0.rows.count) }
        return .object(
          SeriesObject(
            try TableColumn.column(of: counts, call.machine), try groups.index(call.machine)))
      },
    ])
}

extension ClassLabel {
  /// The places of values in rising order, numbers before texts.
  static func order(_ values: [Value], _ machine: Machine) throws(PyError) -> [Int] {
    var labels: [ClassLabel] = []
    for value in values { labels.append(try ClassLabel(value, machine)) }
    return labels.indices.sorted { (labels[$0], $0) < (labels[$1], $1) }
  }
}
