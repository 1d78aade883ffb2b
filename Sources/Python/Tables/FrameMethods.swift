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
    } + summaries + changes + FrameShapes.methods + FrameChanges.methods + ColumnChange.ofFrames
      + Correlation.ofFrames + PivotFunctions.methods + FrameParts.methods + [
        MergeFunction.method, Aggregation.ofFrames,
        ExponentialWindow.starter { (frame: FrameObject) in .frame(frame) },
      ] + RollingObject.starters { (frame: FrameObject) in .frame(frame) } + [
        .method("describe") { (frame: FrameObject, call) throws(PyError) in
          .object(try TableSummary.described(frame, call.machine))
        },
        .method("to_numpy") { (frame: FrameObject, call) throws(PyError) in
          TableNumbers.value(try frame.asArray(call.machine), call.machine)
        },
        PlotAccessor.method { (frame: FrameObject) in frame },
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
      .method("drop", "labels=None, *, axis=0, index=None, columns=None") {
        (frame: FrameObject, call) throws(PyError) in
        let isColumn = call.given("columns") != nil || isColumns(call["axis"])
        if call.given("columns") != nil, let value = call.given("index") {
          throw call.unsupported("index", value)
        }
        guard let labels = call.given("columns") ?? call.given("index") ?? call.given("labels")
        else {
          throw call.error(
            "ValueError", "Need to specify at least one of 'labels', 'index' or 'columns'")
        }
        let machine = call.machine
        let given = labels.asObject(ListObject.self)?.items ?? [labels]
        let index = isColumn ? frame.columnIndex : frame.index
        var gone: Set<Int> = []
        for label in given { gone.formUnion(try index.rows(droppedAs: label, machine)) }
        let kept = (0..<index.count).filter { !gone.contains($0) }
        return .object(isColumn ? try frame.columns(kept) : try frame.taking(kept, machine))
      },
      .method("sort_values", "by, *, ascending=True, ignore_index=False") {
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
        let sorted = try frame.taking(RowOrder.rows(columns, rises: rises, machine), machine)
        return .object(try call.bool("ignore_index", or: false) ? sorted.renumbered : sorted)
      },
      .method("rename", "*, columns=None, index=None") {
        (frame: FrameObject, call) throws(PyError) in
        let names = try frame.columnIndex.renamed(call, "columns").values
        let columns = names.enumerated().map { ($1, frame.column($0)) }
        return .object(
          FrameObject(
            columns, try frame.index.renamed(call, "index"), columnName: frame.columnName))
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
