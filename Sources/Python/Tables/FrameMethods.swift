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
    } + summaries + changes + [
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

  /// One number of each column.
  private static var summaries: [Method] {
    TableSummary.names.map { name in
      .method(name, name == "std" || name == "var" ? "ddof=1" : "") {
        (frame: FrameObject, call) throws(PyError) in
        var values: [Value] = []
        for place in 0..<frame.columnIndex.count {
          values.append(try TableSummary.value(name, frame.column(place), call))
        }
        return .object(
          SeriesObject(try TableColumn.column(of: values, call.machine), frame.columnIndex))
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
      .method("reset_index", "*, drop=False") { (frame: FrameObject, call) throws(PyError) in
        var columns = frame.columnIndex.values.enumerated().map { place, name in
          (name: name, column: frame.column(place))
        }
        if try !call.bool("drop", or: false) {
          columns.insert(
            (.string("index"), try TableColumn.column(of: frame.index.values, call.machine)), at: 0)
        }
        return .object(FrameObject(columns, TableIndex(.range(frame.index.count))))
      },
      .method("sort_values", "by, *, ascending=True") {
        (frame: FrameObject, call) throws(PyError) in
        let machine = call.machine
        let by = call.required("by").asObject(ListObject.self)?.items ?? [call.required("by")]
        guard by.count == 1,
          let numbers = try machine.item(.object(frame), by[0])
            .asObject(SeriesObject.self)?.column.numbers?.reals()
        else { throw call.unsupported("by", call.required("by")) }
        let rises = try call.bool("ascending", or: true)
        let rows = numbers.indices.sorted { a, b in
          numbers[a] == numbers[b] ? a < b : (numbers[a] < numbers[b]) == rises
        }
        return .object(try frame.taking(rows, machine))
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

  private static func isColumns(_ axis: Value?) -> Bool {
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
