internal import PythonRuntime
internal import Arrays

/// Methods that give a frame's values in another shape.
enum FrameShapes {
  static var methods: [Method] {
    [
      .method("transpose") { (frame: FrameObject, call) throws(PyError) in
        .object(try frame.transposed(call.machine))
      },
      .method("to_string", "buf=None, *, index=True") {
        (frame: FrameObject, call) throws(PyError) in
        if let value = call.given("buf") { throw call.unsupported("buf", value) }
        let text = FrameText(
          frame, call.machine, showsIndex: try call.bool("index", or: true))
        return .string(try text.whole())
      },
      .method("to_dict", "orient='dict'") { (frame: FrameObject, call) throws(PyError) in
        try dict(frame, try call.string("orient") ?? "dict", call)
      },
      .method("set_index", "keys, *, drop=True") { (frame: FrameObject, call) throws(PyError) in
        let key = call.required("keys")
        let place = try frame.place(named: key, call.machine)
        let index = TableIndex(
          .values(try frame.column(place).items(call.machine)), name: try call.machine.str(key))
        let others = (0..<frame.columnIndex.count).filter { $0 != place }
        let kept = try call.bool("drop", or: true) ? others : Array(0..<frame.columnIndex.count)
        return .object(FrameObject(kept.map { frame.named($0) }, index))
      },
      .method("reset_index", "*, drop=False") { (frame: FrameObject, call) throws(PyError) in
        var columns = (0..<frame.columnIndex.count).map { frame.named($0) }
        if try !call.bool("drop", or: false) {
          let name = Value.string(frame.index.name ?? "index")
          columns.insert(
            (name, try TableColumn.column(of: frame.index.values, call.machine)), at: 0)
        }
        return .object(
          FrameObject(
            columns, TableIndex(.range(frame.index.count)), columnName: frame.columnName))
      },
      .method("iterrows") { (frame: FrameObject, call) throws(PyError) in
        var pairs: [Value] = []
        for row in 0..<frame.index.count {
          let values = try frame.row(row, call.machine)
          pairs.append(.object(TupleObject([frame.index[row].plain, .object(values)])))
        }
        return .object(ListObject(pairs))
      },
      .method("items") { (frame: FrameObject, _) throws(PyError) in
        .object(
          ListObject(
            (0..<frame.columnIndex.count).map {
              .object(TupleObject([frame.columnIndex[$0], .object(frame.series($0))]))
            }))
      },
    ]
  }

  private static func dict(
    _ frame: FrameObject, _ form: String, _ call: Call
  ) throws(PyError) -> Value {
    let machine = call.machine
    let names = frame.columnIndex.values
    switch form {
    case "dict", "list":
      let all = DictObject()
      for (place, name) in names.enumerated() {
        let items = try frame.column(place).items(machine).map(\.plain)
        if form == "list" {
          try all.set(name, .object(ListObject(items)), machine)
          continue
        }
        let column = DictObject()
        for (label, item) in zip(frame.index.values, items) {
          try column.set(label.plain, item, machine)
        }
        try all.set(name, .object(column), machine)
      }
      return .object(all)
    case "records":
      var rows: [Value] = []
      for row in 0..<frame.index.count {
        let dict = DictObject()
        for (place, name) in names.enumerated() {
          try dict.set(name, try frame.column(place).item(row, machine).plain, machine)
        }
        rows.append(.object(dict))
      }
      return .object(ListObject(rows))
    default: throw call.unsupported("orient", .string(form))
    }
  }
}

extension FrameObject {
  /// A column with its name.
  func named(_ place: Int) -> (name: Value, column: TableColumn) {
    (columnIndex[place], column(place))
  }

  /// The place of a column that must be there.
  func place(named name: Value, _ machine: Machine) throws(PyError) -> Int {
    for (place, own) in columnIndex.values.enumerated() where try machine.isEqual(own, name) {
      return place
    }
    throw machine.error("KeyError", of: name)
  }

  /// Rows as columns; of columns of several kinds the values stay what they are.
  func transposed(_ machine: Machine) throws(PyError) -> FrameObject {
    let columns = (0..<columnIndex.count).map { column($0) }
    let areNumbers = columns.allSatisfy { $0.numbers.map { $0.dtype != .bool } ?? false }
    let isOne = Set(columns.map(\.dtypeName)).count <= 1
    var turned: [(name: Value, column: TableColumn)] = []
    for row in 0..<index.count {
      var items: [Value] = []
      for column in columns { items.append(try column.item(row, machine)) }
      let column: TableColumn =
        areNumbers || isOne ? try TableColumn.column(of: items, machine) : .objects(items)
      turned.append((index[row], column))
    }
    return FrameObject(turned, columnIndex, columnName: index.name)
  }
}
