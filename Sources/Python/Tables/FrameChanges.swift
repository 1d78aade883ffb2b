internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// Methods that give a frame of the same shape with other values, or a number of each column or row.
enum FrameChanges {
  static var methods: [Method] {
    [
      .method("round", "decimals=0") { (frame: FrameObject, call) throws(PyError) in
        let decimals = call["decimals"] ?? .int(0)
        let each: DictObject? = decimals.asObject()
        return .object(
          try frame.mapped(call.machine) { name, column throws(PyError) in
            guard let array = column.numbers, array.dtype.isFloating else { return column }
            let own = try each?.value(name, call.machine)
            if each != nil, own == nil { return column }
            let rounded = try call.machine.call(
              call.machine.attribute(TableNumbers.value(array, call.machine), "round"),
              Arguments([own ?? decimals]))
            return try TableColumn(rounded, count: nil, call.machine)
          })
      },
      .method("astype", "dtype") { (frame: FrameObject, call) throws(PyError) in
        let dtype = call.required("dtype")
        let each: DictObject? = dtype.asObject()
        return .object(
          try frame.mapped(call.machine) { name, column throws(PyError) in
            let own = try each?.value(name, call.machine)
            if each != nil, own == nil { return column }
            let changed = try call.machine.call(
              call.machine.attribute(column.array(call.machine), "astype"),
              Arguments([own ?? dtype]))
            return try TableColumn(changed, count: nil, call.machine)
          })
      },
      .method("fillna", "value") { (frame: FrameObject, call) throws(PyError) in
        let value = call.required("value")
        return .object(
          try frame.mapped(call.machine) { _, column throws(PyError) in
            try column.filled(with: value, call.machine)
          })
      },
      .method("dropna") { (frame: FrameObject, call) throws(PyError) in
        let missing = (0..<frame.columnIndex.count).map { frame.column($0).missing }
        let kept = (0..<frame.index.count).filter { row in !missing.contains { $0[row] } }
        return .object(try frame.taking(kept, call.machine))
      },
      .method("assign", "**kwargs") { (frame: FrameObject, call) throws(PyError) in
        let changed = try frame.columns(Array(0..<frame.columnIndex.count))
        for (name, value) in call.others {
          let isFunction = value.asObject()?.isCallable(call.machine) ?? false
          let made =
            isFunction ? try call.machine.call(value, Arguments([.object(changed)])) : value
          try changed.setItem(.string(name), made, call.machine)
        }
        return .object(changed)
      },
      .method("apply", "func, axis=0") { (frame: FrameObject, call) throws(PyError) in
        try applied(frame, call)
      },
      .method("sort_index", "*, ascending=True") { (frame: FrameObject, call) throws(PyError) in
        let order = try ClassLabel.order(frame.index.values, call.machine)
        let rises = try call.bool("ascending", or: true)
        return .object(try frame.taking(rises ? order : order.reversed(), call.machine))
      },
      .method("groupby", "by") { (frame: FrameObject, call) throws(PyError) in
        .object(try FrameGroups.grouped(frame, call))
      },
      .method("info") { (frame: FrameObject, call) throws(PyError) in
        try call.machine.emit(FrameInfo(frame, call.machine).text() + "\n")
        return .none
      },
    ] + prefixes + missing + ends
  }

  private static var prefixes: [Method] {
    ["add_prefix", "add_suffix"].map { method in
      let parameter = method == "add_prefix" ? "prefix" : "suffix"
      return .method(method, parameter) { (frame: FrameObject, call) throws(PyError) in
        let added = try call.machine.str(call.required(parameter))
        var columns: [(name: Value, column: TableColumn)] = []
        for place in 0..<frame.columnIndex.count {
          let (name, column) = frame.named(place)
          let text = try call.machine.str(name)
          columns.append((.string(method == "add_prefix" ? added + text : text + added), column))
        }
        return .object(FrameObject(columns, frame.index))
      }
    }
  }

  private static var missing: [Method] {
    ["isna", "isnull", "notna", "notnull"].map { name in
      .method(name) { (frame: FrameObject, call) throws(PyError) in
        .object(
          try frame.mapped(call.machine) { _, column throws(PyError) in
            try column.missing(name.hasPrefix("is"), call.machine)
          })
      }
    }
  }

  private static var ends: [Method] {
    ["nlargest", "nsmallest"].map { name in
      .method(name, "n, columns") { (frame: FrameObject, call) throws(PyError) in
        let place = try frame.place(named: call.required("columns"), call.machine)
        let order = try RowOrder.rows(
          [frame.column(place)], rises: [name == "nsmallest"], call.machine)
        return .object(
          try frame.taking(Array(order.prefix(max(0, try call.int("n", or: 5)))), call.machine))
      }
    }
      + ["idxmax", "idxmin"].map { name in
        .method(name, "axis=0") { (frame: FrameObject, call) throws(PyError) in
          let turned =
            FrameMethods.isColumns(call["axis"]) ? try frame.transposed(call.machine) : frame
          var labels: [Value] = []
          for place in 0..<turned.columnIndex.count {
            let row = try SeriesParts.extreme(
              turned.column(place), isMaximum: name == "idxmax", call)
            labels.append(turned.index[row])
          }
          return .object(
            SeriesObject(try TableColumn.column(of: labels, call.machine), turned.columnIndex))
        }
      }
  }

  /// What a function makes of each column, or of each row.
  private static func applied(_ frame: FrameObject, _ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    let byRows = FrameMethods.isColumns(call["axis"])
    let count = byRows ? frame.index.count : frame.columnIndex.count
    var results: [Value] = []
    for place in 0..<count {
      let part = byRows ? try frame.row(place, machine) : frame.series(place)
      results.append(try machine.call(call.required("func"), Arguments([.object(part)])))
    }
    let labels = byRows ? frame.index : frame.columnIndex
    guard results.contains(where: { $0.asObject(SeriesObject.self) != nil }) else {
      return .object(SeriesObject(try TableColumn.column(of: results, machine), labels))
    }
    guard !byRows else { throw call.unsupported("func", call.required("func")) }
    var columns: [(name: Value, column: TableColumn)] = []
    for (name, result) in zip(labels.values, results) {
      columns.append((name, try TableColumn(result, count: nil, machine)))
    }
    return .object(FrameObject(columns, frame.index))
  }
}

extension FrameObject {
  /// The same frame with what a function makes of each column.
  func mapped(
    _ machine: Machine, _ change: (Value, TableColumn) throws(PyError) -> TableColumn
  ) throws(PyError) -> FrameObject {
    var columns: [(name: Value, column: TableColumn)] = []
    for place in 0..<columnIndex.count {
      let (name, column) = named(place)
      columns.append((name, try change(name, column)))
    }
    return FrameObject(columns, index, columnName: columnName)
  }
}

extension TableColumn {
  /// Whether each value is missing, or is there.
  func missing(_ isMissing: Bool, _ machine: Machine) throws(PyError) -> TableColumn {
    let flags = missing.map { $0 == isMissing ? 1 : 0 }
    return .numbers(
      try machine.raising { () throws(ArrayError) in
        try NumericArray(integers: flags, dtype: .bool)
      })
  }

  /// The column with a value in place of those that are missing.
  func filled(with value: Value, _ machine: Machine) throws(PyError) -> TableColumn {
    let missing = missing
    guard missing.contains(true) else { return self }
    let items = try items(machine)
    return try Self.column(of: zip(missing, items).map { $0 ? value : $1 }, machine)
  }
}

/// Rows in the order of several columns.
enum RowOrder {
  /// Rows with the same values keep their order, as with a stable sort; what is missing comes last.
  static func rows(
    _ columns: [TableColumn], rises: [Bool], _ machine: Machine
  ) throws(PyError) -> [Int] {
    var labels: [[ClassLabel?]] = []
    for column in columns {
      labels.append(
        try column.items(machine).map { item throws(PyError) in
          item.isMissing ? nil : try ClassLabel(item, machine)
        })
    }
    let count = labels.first?.count ?? 0
    return (0..<count).sorted { a, b in
      for (own, rises) in zip(labels, rises) where own[a] != own[b] {
        guard let first = own[a], let second = own[b] else { return own[b] == nil }
        return (first < second) == rises
      }
      return a < b
    }
  }
}
