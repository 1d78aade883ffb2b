internal import NumPyModule
internal import PythonRuntime
internal import NumPy
internal import Arrays

/// `pd.get_dummies`: a column of truth for each value of a Series, or of a frame's columns of texts.
enum Dummies {
  static var function: BuiltinFunction {
    BuiltinFunction("get_dummies", "data, prefix=None, *, dtype=None") { call throws(PyError) in
      let data = call.required("data")
      if let frame: FrameObject = data.asObject() {
        if let value = call.given("prefix") { throw call.unsupported("prefix", value) }
        return .object(try columns(of: frame, call))
      }
      let series: SeriesObject
      if let own: SeriesObject = data.asObject() {
        series = own
      } else {
        let column = try TableColumn(data, count: nil, call.machine)
        series = SeriesObject(column, TableIndex(.range(column.count)))
      }
      let prefix = try call.string("prefix")
      return .object(FrameObject(try columns(of: series.column, prefix, call), series.index))
    }
  }

  private static func columns(of frame: FrameObject, _ call: Call) throws(PyError) -> FrameObject {
    var (kept, made): ([(name: Value, column: TableColumn)], [(name: Value, column: TableColumn)]) =
      ([], [])
    for place in 0..<frame.columnIndex.count {
      let (name, column) = frame.named(place)
      if column.isNumeric {
        kept.append((name, column))
      } else {
        made += try columns(of: column, try call.machine.str(name), call)
      }
    }
    return FrameObject(kept + made, frame.index)
  }

  private static func columns(
    of column: TableColumn, _ prefix: String?, _ call: Call
  ) throws(PyError) -> [(name: Value, column: TableColumn)] {
    let machine = call.machine
    let given = try call.given("dtype").map { value throws(PyError) in
      try NumPyValue(value, machine)
    }
    let dtype = try machine.raising { () throws(ArrayError) in
      try given.map { value throws(ArrayError) in
        try NumPyLibrary.session(of: machine).dtype(value)
      }
    }
    let items = try column.items(machine)
    var (values, places): ([Value], [Int?]) = ([], [])
    let seen = DictObject()
    for item in items {
      if item.isMissing {
        places.append(nil)
      } else if let place = try seen.value(item.plain, machine)?.smallInt {
        places.append(place)
      } else {
        try seen.set(item.plain, .int(values.count), machine)
        places.append(values.count)
        // Names of columns are Python's own texts.
        if case .string = item.plain { values.append(item.plain) } else { values.append(item) }
      }
    }
    var columns: [(name: Value, column: TableColumn)] = []
    for place in try ClassLabel.order(values, machine) {
      let flags = places.map { $0 == place ? 1 : 0 }
      let array = try machine.raising { () throws(ArrayError) in
        try NumericArray(integers: flags, dtype: dtype ?? .bool)
      }
      let name = try prefix.map { prefix throws(PyError) in
        Value.string("\(prefix)_\(try machine.str(values[place]))")
      }
      columns.append((name ?? values[place].plain, .numbers(array)))
    }
    return columns
  }
}
