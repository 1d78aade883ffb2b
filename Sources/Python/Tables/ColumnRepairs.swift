internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// Changes of each value by itself: limits, replacements, questions, places.
enum ColumnRepairs {
  static let all = [
    ColumnChange("abs") { column, call throws(PyError) in
      guard let object = try column.array(call.machine).asObject(),
        let made = try object.unary("abs", call.machine)
      else { return column }
      return try TableColumn(made, count: nil, call.machine)
    },
    ColumnChange("clip", "lower=None, upper=None") { column, call throws(PyError) in
      try clipped(column, call)
    },
    ColumnChange("isin", "values") { column, call throws(PyError) in
      let wanted = DictObject()
      for value in try call.machine.array(call.required("values")) {
        try wanted.set(value.plain, .none, call.machine)
      }
      return try column.tested(call.machine) { item throws(PyError) in
        try wanted.value(item.plain, call.machine) != nil
      }
    },
    ColumnChange("replace", "to_replace, value=None") { column, call throws(PyError) in
      try replaced(column, call)
    },
    ColumnChange("rank", "*, ascending=True") { column, call throws(PyError) in
      guard let array = column.numbers else {
        throw call.error("NotImplementedError", "rank() of texts is not supported by Caderno")
      }
      let rises = try call.bool("ascending", or: true)
      return try .reals(Ranks.average(array.reals(), rises: rises), call.machine)
    },
  ]

  /// Whole numbers stay whole where the limits that they meet are.
  private static func clipped(
    _ column: TableColumn, _ call: Call
  ) throws(PyError) -> TableColumn {
    guard let array = column.numbers, array.dtype != .bool else {
      throw call.error(
        "NotImplementedError", "clip() of texts and truth is not supported by Caderno")
    }
    let lower = try call.double("lower", or: -.infinity)
    let upper = try call.double("upper", or: .infinity)
    let numbers = array.reals()
    let clipped = numbers.map { $0.isNaN ? $0 : min(max($0, lower), upper) }
    guard clipped != numbers else { return column }
    let staysWhole = clipped.allSatisfy { $0 == $0.rounded() && $0.magnitude < 0x1p53 }
    let dtype: DType = array.dtype.isFloating || staysWhole ? array.dtype : .float64
    return try .reals(clipped, dtype: dtype, call.machine)
  }

  private static func replaced(
    _ column: TableColumn, _ call: Call
  ) throws(PyError) -> TableColumn {
    let machine = call.machine
    let table = DictObject()
    let old = call.required("to_replace")
    if let dict: DictObject = old.asObject(), !call.has("value") {
      for (key, value) in dict.pairs { try table.set(key.plain, value, machine) }
    } else {
      guard call.has("value") else { throw call.unsupported("to_replace", old) }
      let value = call.required("value")
      let keys = old.asObject(ListObject.self)?.items ?? [old]
      let values = value.asObject(ListObject.self)?.items
      guard values == nil || values?.count == keys.count else {
        throw call.error(
          "ValueError",
          "Replacement lists must match in length. Expecting \(keys.count) got \(values?.count ?? 0) "
        )
      }
      for (place, key) in keys.enumerated() {
        try table.set(key.plain, values?[place] ?? value, machine)
      }
    }
    var (items, isChanged): ([Value], Bool) = ([], false)
    for item in try column.items(machine) {
      let new = try table.value(item.plain, machine)
      isChanged = isChanged || new != nil
      items.append(new ?? item)
    }
    guard isChanged else { return column }
    let made = try TableColumn.column(of: items, machine)
    guard let own = column.numbers, let array = made.numbers, own.dtype.isFloating else {
      return made
    }
    return .numbers(try machine.raising { () throws(ArrayError) in try array.astype(own.dtype) })
  }
}

extension TableColumn {
  /// Whether each value passes a test.
  func tested(
    _ machine: Machine, _ test: (Value) throws(PyError) -> Bool
  ) throws(PyError) -> TableColumn {
    var flags: [Int] = []
    for item in try items(machine) { flags.append(try test(item) ? 1 : 0) }
    let all = flags
    return .numbers(
      try machine.raising { () throws(ArrayError) in
        try NumericArray(integers: all, dtype: .bool)
      })
  }
}
