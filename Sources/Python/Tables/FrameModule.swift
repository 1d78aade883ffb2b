internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// `pandas`.
enum FrameModule {
  static func members(isScript: Bool) -> [String: Value] {
    let options = TableOptions(isScript: isScript)
    var members: [String: Value] = [
      "DataFrame": .object(FrameObject.frameType), "Series": .object(SeriesObject.seriesType),
      "__version__": .string("3.1.1"), "__options__": .object(options),
    ]
    let own = [
      ConcatFunction.function, Dummies.function, CrossTable.function, MergeFunction.function,
    ]
    for function in own + PivotFunctions.functions + MissingFunctions.all + options.functions {
      members[function.name] = .object(function)
    }
    return members
  }

  /// `DataFrame(…)`: of a dict of columns, a matrix, or rows.
  static func frame(_ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    var index = try call.given("index").map { value throws(PyError) in
      try TableIndex(value, machine)
    }
    let names = try call.given("columns").map { value throws(PyError) in
      try TableIndex(value, machine)
    }
    guard let data = call.given("data") else {
      let columns = (names?.values ?? []).map { (name: $0, column: TableColumn.objects([])) }
      return .object(FrameObject(columns, index ?? TableIndex(.range(0))))
    }
    if let frame: FrameObject = data.asObject() {
      guard index == nil, names == nil else { throw call.unsupported("data", data) }
      return .object(try frame.columns(Array(0..<frame.columnIndex.count)))
    }
    var columns: [(name: Value, column: TableColumn)] = []
    if let dict: DictObject = data.asObject() {
      columns = try self.columns(of: dict, names, index, call)
    } else if let list: ListObject = data.asObject(), list.items.contains(where: \.isDict) {
      columns = try self.columns(ofRows: list.items, names, call)
    } else {
      columns = try self.columns(of: data, names, machine)
    }
    if index == nil, let dict: DictObject = data.asObject() {
      index = dict.pairs.lazy.compactMap { $0.value.asObject(SeriesObject.self)?.index }.first
    }
    let height = columns.first?.column.count ?? index?.count ?? 0
    let labels = index ?? TableIndex(.range(height))
    guard columns.allSatisfy({ $0.column.count == height }) else {
      throw call.error("ValueError", "All arrays must be of the same length")
    }
    guard labels.count == height else {
      throw call.error(
        "ValueError",
        "Shape of passed values is (\(height), \(columns.count)), indices imply (\(labels.count), \(columns.count))"
      )
    }
    return .object(FrameObject(columns, labels))
  }

  private static func columns(
    of dict: DictObject, _ names: TableIndex?, _ index: TableIndex?, _ call: Call
  ) throws(PyError) -> [(name: Value, column: TableColumn)] {
    let machine = call.machine
    var count = index?.count
    for (_, value) in dict.pairs where count == nil {
      if case .object = value { count = try? machine.length(value) }
    }
    guard dict.count == 0 || count != nil else {
      throw call.error(
        "ValueError", "If using all scalar values, you must pass an index")
    }
    var columns: [(name: Value, column: TableColumn)] = []
    for (name, value) in dict.pairs {
      columns.append((name, try TableColumn(value, count: count, machine)))
    }
    guard let names else { return columns }
    var chosen: [(name: Value, column: TableColumn)] = []
    for name in names.values {
      guard let value = try dict.value(name, machine) else {
        throw call.unsupported("columns", call.required("columns"))
      }
      chosen.append((name, try TableColumn(value, count: count, machine)))
    }
    return chosen
  }

  /// The columns of rows that are dicts, in the order in which their names come; what a row lacks is missing.
  private static func columns(
    ofRows rows: [Value], _ names: TableIndex?, _ call: Call
  ) throws(PyError) -> [(name: Value, column: TableColumn)] {
    let machine = call.machine
    let order = DictObject()
    for row in rows {
      guard let dict: DictObject = row.asObject() else {
        throw call.unsupported("data", call.required("data"))
      }
      for (name, _) in dict.pairs { try order.set(name, .none, machine) }
    }
    var columns: [(name: Value, column: TableColumn)] = []
    for name in names?.values ?? order.pairs.map(\.key) {
      var items: [Value] = []
      for row in rows {
        let dict: DictObject? = row.asObject()
        items.append(try dict?.value(name, machine) ?? .float(.nan))
      }
      columns.append((name, try TableColumn.column(of: items, machine)))
    }
    return columns
  }

  /// The columns of a matrix, or of rows one after the other.
  private static func columns(
    of data: Value, _ names: TableIndex?, _ machine: Machine
  ) throws(PyError) -> [(name: Value, column: TableColumn)] {
    var columns: [TableColumn] = []
    if let array = data.asObject(NumPyObject.self)?.array {
      guard array.ndim == 1 || array.ndim == 2 else {
        throw machine.error("ValueError", "Must pass 2-d input. shape=\(array.shape)")
      }
      let parts = try machine.raising { () throws(ArrayError) in
        array.ndim == 1 ? [array] : try array.transposed().elements()
      }
      columns = parts.map { .numbers($0) }
    } else {
      var rows: [[Value]] = []
      for item in try machine.array(data) {
        let isRow = item.asObject(ListObject.self) != nil || item.asObject(TupleObject.self) != nil
        rows.append(isRow ? try machine.array(item) : [item])
      }
      let width = rows.first?.count ?? 0
      guard rows.allSatisfy({ $0.count == width }) else {
        throw machine.error(
          "NotImplementedError",
          "DataFrame() of rows of different lengths is not supported by Caderno")
      }
      for place in 0..<width {
        columns.append(try TableColumn.column(of: rows.map { $0[place] }, machine))
      }
    }
    if let names, names.count != columns.count {
      throw machine.error(
        "ValueError", "\(names.count) columns passed, passed data had \(columns.count) columns")
    }
    return columns.enumerated().map { place, column in (names?[place] ?? .int(place), column) }
  }
}

extension Value {
  fileprivate var isDict: Bool { asObject(DictObject.self) != nil }
}
