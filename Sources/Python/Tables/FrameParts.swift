internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// Methods of a frame that pick rows or columns, or change which there are.
enum FrameParts {
  static var methods: [Method] {
    rows + columns + [
      .method("quantile", "q=0.5, *, numeric_only=False") {
        (frame: FrameObject, call) throws(PyError) in try quantiles(frame, call)
      },
      .method("map", "func") { (frame: FrameObject, call) throws(PyError) in
        .object(
          try frame.mapped(call.machine) { _, column throws(PyError) in
            var made: [Value] = []
            for item in try column.items(call.machine) {
              made.append(try call.machine.call(call.required("func"), Arguments([item.plain])))
            }
            return try TableColumn.column(of: made, call.machine)
          })
      },
      .method("pipe", "func") { (frame: FrameObject, call) throws(PyError) in
        try call.machine.call(call.required("func"), Arguments([.object(frame)]))
      },
    ]
      + FrameArithmetic.methods { (frame: FrameObject, operation, call) throws(PyError) in
        let other = call.required("other")
        guard let series: SeriesObject = other.asObject(), FrameArithmetic.isByRows(call) else {
          return try call.machine.binary(operation, .object(frame), other)
        }
        return .object(
          try frame.mapped(call.machine) { _, column throws(PyError) in
            let own = Value.object(SeriesObject(column, frame.index))
            return try TableColumn(
              call.machine.binary(operation, own, .object(series)), count: nil, call.machine)
          })
      }
  }

  private static var rows: [Method] {
    [
      .method("query", "expr") { (frame: FrameObject, call) throws(PyError) in
        try FrameQuery(frame, call.required("expr"), call).rows()
      },
      .method("sample", RowSample.parameters) { (frame: FrameObject, call) throws(PyError) in
        .object(try frame.taking(RowSample.rows(frame.index.count, call), call.machine))
      },
      .method("duplicated", "subset=None") { (frame: FrameObject, call) throws(PyError) in
        .object(
          SeriesObject(try RowRepeats.flags(subset(frame, call), call.machine), frame.index))
      },
      .method("drop_duplicates", "subset=None") { (frame: FrameObject, call) throws(PyError) in
        .object(
          try frame.taking(
            RowRepeats.firstRows(subset(frame, call), call.machine), call.machine))
      },
    ]
  }

  private static func subset(_ frame: FrameObject, _ call: Call) throws(PyError) -> [TableColumn] {
    guard let given = call.given("subset") else {
      return (0..<frame.columnIndex.count).map { frame.column($0) }
    }
    var columns: [TableColumn] = []
    for name in given.asObject(ListObject.self)?.items ?? [given] {
      columns.append(frame.column(try frame.place(named: name, call.machine)))
    }
    return columns
  }

  private static var columns: [Method] {
    [
      .method("keys") { (frame: FrameObject, _) in .object(IndexObject(frame.columnIndex)) },
      .method("get", "key, default=None") { (frame: FrameObject, call) throws(PyError) in
        let key = call.required("key")
        guard try frame.contains(key, call.machine) == true else { return call["default"] ?? .none }
        return try frame.item(key, call.machine)
      },
      .method("pop", "item") { (frame: FrameObject, call) throws(PyError) in
        let series = frame.series(try frame.place(named: call.required("item"), call.machine))
        frame.remove(try frame.place(named: call.required("item"), call.machine))
        return .object(series)
      },
      .method("insert", "loc, column, value") { (frame: FrameObject, call) throws(PyError) in
        let name = call.required("column")
        guard try frame.contains(name, call.machine) != true else {
          throw call.error(
            "ValueError", "cannot insert \(try call.machine.str(name)), already exists")
        }
        let place = try call.int("loc", or: 0)
        guard (0...frame.columnIndex.count).contains(place) else {
          throw call.error(
            "IndexError",
            "index \(place) is out of bounds for axis 0 with size \(frame.columnIndex.count)")
        }
        try frame.setItem(name, call.required("value"), call.machine)
        frame.moveLast(to: place)
        return .none
      },
      .method("select_dtypes", "include=None, exclude=None") {
        (frame: FrameObject, call) throws(PyError) in
        let wanted = try kinds("include", call)
        let unwanted = try kinds("exclude", call)
        return .object(
          try frame.columns(
            (0..<frame.columnIndex.count).filter { place in
              let name = frame.column(place).dtypeName
              return (wanted?.contains { $0(name) } ?? true)
                && !(unwanted?.contains { $0(name) } ?? false)
            }))
      },
      .method("filter", "items=None, like=None") { (frame: FrameObject, call) throws(PyError) in
        var places: [Int] = []
        if let items = call.given("items") {
          for name in try call.machine.array(items)
          where try frame.contains(name, call.machine) == true {
            places.append(try frame.place(named: name, call.machine))
          }
        } else {
          let part = try call.string("like") ?? ""
          for (place, name) in frame.columnIndex.values.enumerated() {
            let name = try call.machine.str(name)
            if part.isEmpty || name.contains(part) { places.append(place) }
          }
        }
        return .object(try frame.columns(places))
      },
    ]
  }

  /// Tests of dtypes' names, as `select_dtypes` calls them.
  private static func kinds(_ name: String, _ call: Call) throws(PyError) -> [(String) -> Bool]? {
    guard let given = call.given(name) else { return nil }
    var tests: [(String) -> Bool] = []
    for value in given.asObject(ListObject.self)?.items ?? [given] {
      let name = value.asObject(TypeObject.self)?.name
      let kind = if let name { name } else { try call.machine.str(value) }
      switch kind {
      case "number":
        tests.append { $0.contains("int") || $0.contains("float") }
      case "object", "str": tests.append { $0 == "object" || $0 == "str" }
      case "int": tests.append { $0 == "int64" }
      case "float": tests.append { $0 == "float64" }
      default: tests.append { $0 == kind }
      }
    }
    return tests
  }

  private static func quantiles(_ frame: FrameObject, _ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    let shares = try Quantiles.shares(call)
    let onlyNumbers = try call.bool("numeric_only", or: false)
    var columns: [(name: Value, column: TableColumn)] = []
    for place in 0..<frame.columnIndex.count
    where !onlyNumbers || frame.column(place).isNumeric {
      columns.append(
        (
          frame.columnIndex[place],
          .numbers(try Quantiles.numbers(frame.column(place), shares.values, machine))
        ))
    }
    let all = FrameObject(columns, shares.index)
    guard shares.isOne else { return .object(all) }
    return .object(try all.row(0, machine))
  }
}

/// What `quantile` asks for.
enum Quantiles {
  static func shares(_ call: Call) throws(PyError) -> (
    values: [Double], isOne: Bool, index: TableIndex
  ) {
    let given = call["q"] ?? .float(0.5)
    let isOne = given.double != nil
    var values: [Double] = []
    for value in isOne ? [given] : try call.machine.array(given) {
      let share = try call.machine.number(value, "q")
      guard (0...1).contains(share) else {
        throw call.error("ValueError", "percentiles should all be in the interval [0, 1]")
      }
      values.append(share)
    }
    return (values, isOne, TableIndex(.values(values.map(Value.float))))
  }

  /// The quantiles of a column's numbers, missing ones aside.
  static func numbers(
    _ column: TableColumn, _ shares: [Double], _ machine: Machine
  ) throws(PyError) -> NumericArray {
    guard let array = column.numbers, array.dtype != .bool else {
      throw machine.error("TypeError", "quantile() of texts is not supported by Caderno")
    }
    let present = array.reals().filter { !$0.isNaN }
    return try machine.raising { () throws(ArrayError) in
      guard !present.isEmpty else {
        return try NumericArray(reals: shares.map { _ in .nan })
      }
      let numbers = try NumericArray(reals: present)
      var parts: [NumericArray] = []
      for share in shares { parts.append(try numbers.percentile(share * 100)) }
      return try NumericArray.stack(parts)
    }
  }
}
