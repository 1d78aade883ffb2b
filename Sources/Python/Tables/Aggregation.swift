internal import PythonRuntime

/// What `agg` is asked for: the names of methods, functions, lists of them, and these by columns.
enum Aggregation {
  static var ofSeries: Method {
    .method("agg", "func") { (series: SeriesObject, call) throws(PyError) in
      let function = call.required("func")
      guard let (names, functions) = try parts(function, call.machine) else {
        return try value(function, of: .object(series), call.machine)
      }
      var values: [Value] = []
      for function in functions {
        values.append(try value(function, of: .object(series), call.machine))
      }
      return .object(
        SeriesObject(
          try TableColumn.column(of: values, call.machine), TableIndex(.values(names)),
          name: series.name))
    }
  }

  static var ofFrames: Method {
    .method("agg", "func, axis=0") { (frame: FrameObject, call) throws(PyError) in
      let function = call.required("func")
      if FrameMethods.isColumns(call["axis"]) {
        throw call.unsupported("axis", call["axis"] ?? .none)
      }
      if let dict: DictObject = function.asObject() { return try each(dict, frame, call) }
      guard let (names, functions) = try parts(function, call.machine) else {
        if case .string = function {
          return try value(function, of: .object(frame), call.machine)
        }
        return try call.machine.callMethod(.object(frame), "apply", Arguments([function]))
      }
      var columns: [(name: Value, column: TableColumn)] = []
      for place in 0..<frame.columnIndex.count {
        var values: [Value] = []
        for function in functions {
          values.append(try value(function, of: .object(frame.series(place)), call.machine))
        }
        columns.append(
          (frame.columnIndex[place], try TableColumn.column(of: values, call.machine)))
      }
      return .object(FrameObject(columns, TableIndex(.values(names))))
    }
  }

  /// A number of each column by a function of its own.
  private static func each(
    _ dict: DictObject, _ frame: FrameObject, _ call: Call
  ) throws(PyError) -> Value {
    let machine = call.machine
    var values: [Value] = []
    for (name, function) in dict.pairs {
      guard try parts(function, machine) == nil else {
        throw call.unsupported("func", .object(dict))
      }
      let series = frame.series(try frame.place(named: name, machine))
      values.append(try value(function, of: .object(series), machine))
    }
    return .object(
      SeriesObject(
        try TableColumn.column(of: values, machine), TableIndex(.values(dict.pairs.map(\.key)))))
  }

  /// The functions of a list or dict with the labels of their results; nil for one function.
  static func parts(
    _ function: Value, _ machine: Machine
  ) throws(PyError) -> (names: [Value], functions: [Value])? {
    if let dict: DictObject = function.asObject() {
      return (dict.pairs.map(\.key), dict.pairs.map(\.value))
    }
    guard let list: ListObject = function.asObject() else { return nil }
    return (try list.items.map { item throws(PyError) in try name(item, machine) }, list.items)
  }

  /// The label of a function's result.
  private static func name(_ function: Value, _ machine: Machine) throws(PyError) -> Value {
    if case .string = function { return function }
    return try machine.attribute(function, "__name__")
  }

  /// What a function, or the method of its name, makes of an object.
  static func value(
    _ function: Value, of object: Value, _ machine: Machine
  ) throws(PyError) -> Value {
    if case .string(let name) = function {
      return try machine.callMethod(object, name, Arguments())
    }
    return try machine.call(function, Arguments([object]))
  }
}
