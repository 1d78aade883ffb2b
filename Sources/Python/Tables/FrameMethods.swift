internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// The methods of a frame.
enum FrameMethods {
  static var all: [Method] {
    ["head", "tail"].map { name in
      .method(name, "n=5") { (frame: FrameObject, call) throws(PyError) in
        let rows = try TableSummary.ends(name, frame.index.count, call)
        return .object(try frame.taking(rows, call.machine))
      }
    } + summaries + changes + FrameShapes.methods + FrameChanges.methods + [
      .method("describe") { (frame: FrameObject, call) throws(PyError) in
        var columns: [(name: Value, column: TableColumn)] = []
        for (place, name) in frame.columnIndex.values.enumerated() {
          guard let array = frame.column(place).numbers, array.dtype != .bool else { continue }
          columns.append((name, .numbers(try TableSummary.numbers(array, call.machine))))
        }
        guard !columns.isEmpty else {
          throw call.error(
            "NotImplementedError", "describe() of texts is not supported by Caderno")
        }
        return .object(FrameObject(columns, TableSummary.index))
      },
      .method("to_numpy") { (frame: FrameObject, call) throws(PyError) in
        TableNumbers.value(try frame.asArray(call.machine), call.machine)
      },
      .method("plot", FrameObject.plotParameters) { (frame: FrameObject, call) throws(PyError) in
        try frame.plot(call, showsLegend: true)
        return .none
      },
    ]
  }

  /// One number of each column, or of each row.
  private static var summaries: [Method] {
    TableSummary.names.map { name in
      let extra = name == "std" || name == "var" ? ", ddof=1" : ""
      return .method(name, "axis=0, *, numeric_only=False\(extra)") {
        (frame: FrameObject, call) throws(PyError) in
        let machine = call.machine
        let onlyNumbers = try call.bool("numeric_only", or: false)
        let places = (0..<frame.columnIndex.count).filter {
          !onlyNumbers || frame.column($0).isNumeric
        }
        let given = try frame.columns(places)
        let part = isColumns(call["axis"]) ? try given.transposed(machine) : given
        var values: [Value] = []
        for place in 0..<part.columnIndex.count {
          values.append(try TableSummary.value(name, part.column(place), call))
        }
        return .object(
          SeriesObject(try TableColumn.column(of: values, machine), part.columnIndex))
      }
    }
  }

  private static var changes: [Method] {
    [
      .method("copy", "deep=True") { (frame: FrameObject, _) throws(PyError) in
        .object(try frame.columns(Array(0..<frame.columnIndex.count)))
      },
      .method("drop", "labels=None, *, axis=0, columns=None") {
        (frame: FrameObject, call) throws(PyError) in
        let isColumn = call.given("columns") != nil || isColumns(call["axis"])
        guard let labels = call.given("columns") ?? call.given("labels") else {
          throw call.error(
            "ValueError", "Need to specify at least one of 'labels', 'index' or 'columns'")
        }
        let machine = call.machine
        let given = labels.asObject(ListObject.self)?.items ?? [labels]
        let index = isColumn ? frame.columnIndex : frame.index
        var gone: Set<Int> = []
        for label in given { gone.insert(try index.row(of: label, machine)) }
        let kept = (0..<index.count).filter { !gone.contains($0) }
        return .object(isColumn ? try frame.columns(kept) : try frame.taking(kept, machine))
      },
      .method("sort_values", "by, *, ascending=True") {
        (frame: FrameObject, call) throws(PyError) in
        let machine = call.machine
        let by = call.required("by").asObject(ListObject.self)?.items ?? [call.required("by")]
        let given = call["ascending"]?.asObject(ListObject.self)?.items
        var (columns, rises): ([TableColumn], [Bool]) = ([], [])
        for (place, name) in by.enumerated() {
          columns.append(frame.column(try frame.place(named: name, machine)))
          if let given {
            rises.append(try machine.isTrue(place < given.count ? given[place] : .bool(true)))
          } else {
            rises.append(try call.bool("ascending", or: true))
          }
        }
        return .object(
          try frame.taking(RowOrder.rows(columns, rises: rises, machine), machine))
      },
      .method("rename", "*, columns") { (frame: FrameObject, call) throws(PyError) in
        guard let names: DictObject = call.required("columns").asObject() else {
          throw call.unsupported("columns", call.required("columns"))
        }
        var columns: [(name: Value, column: TableColumn)] = []
        for (place, name) in frame.columnIndex.values.enumerated() {
          columns.append((try names.value(name, call.machine) ?? name, frame.column(place)))
        }
        return .object(FrameObject(columns, frame.index))
      },
    ]
  }

  static func isColumns(_ axis: Value?) -> Bool {
    switch axis {
    case .string("columns")?: true
    default: axis?.smallInt == 1
    }
  }
}

extension FrameObject {
  static let plotParameters =
    "*, figsize=None, title=None, grid=None, xlabel=None, ylabel=None, ylim=None, xlim=None, legend=None"

  /// Draws each column as a line of a new figure.
  func plot(_ call: Call, showsLegend: Bool) throws(PyError) {
    let machine = call.machine
    guard let pyplot = machine.modules["matplotlib.pyplot"] else { return }
    func tell(_ name: String, _ values: [Value], _ keywords: [(name: String, value: Value)] = [])
      throws(PyError)
    {
      guard let function = pyplot.members[name] else { return }
      _ = try machine.call(function, Arguments(values, keywords: keywords))
    }
    try tell("figure", [], call.given("figsize").map { [("figsize", $0)] } ?? [])
    for place in 0..<columnIndex.count {
      let label = try machine.str(columnIndex[place])
      try tell("plot", [try column(place).array(machine)], [("label", .string(label))])
    }
    if try call.bool("legend", or: showsLegend) { try tell("legend", []) }
    for name in ["title", "xlabel", "ylabel", "ylim", "xlim"] {
      if let value = call.given(name) { try tell(name, [value]) }
    }
    if try call.bool("grid", or: false) { try tell("grid", [.bool(true)]) }
  }
}
