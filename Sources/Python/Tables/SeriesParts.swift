internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// Methods of a Series that order its rows, pick some of them, or give them another form.
enum SeriesParts {
  static var methods: [Method] {
    ordered + forms + [
      .method("sample", RowSample.parameters) { (series: SeriesObject, call) throws(PyError) in
        .object(try series.taking(RowSample.rows(series.column.count, call), call.machine))
      },
      .method("quantile", "q=0.5") { (series: SeriesObject, call) throws(PyError) in
        let shares = try Quantiles.shares(call)
        let numbers = try Quantiles.numbers(series.column, shares.values, call.machine)
        guard shares.isOne else {
          return .object(SeriesObject(.numbers(numbers), shares.index, name: series.name))
        }
        return try TableColumn.numbers(numbers).item(0, call.machine)
      },
      .method("between", "left, right, inclusive='both'") {
        (series: SeriesObject, call) throws(PyError) in
        let ends = try call.string("inclusive") ?? "both"
        let machine = call.machine
        let above = try machine.binary(
          ends == "both" || ends == "left" ? .greaterOrEqual : .greater, .object(series),
          call.required("left"))
        let below = try machine.binary(
          ends == "both" || ends == "right" ? .lessOrEqual : .less, .object(series),
          call.required("right"))
        return try machine.binary(.bitAnd, above, below)
      },
      .method("duplicated") { (series: SeriesObject, call) throws(PyError) in
        .object(series.with(try RowRepeats.flags([series.column], call.machine)))
      },
      .method("drop_duplicates") { (series: SeriesObject, call) throws(PyError) in
        .object(
          try series.taking(RowRepeats.firstRows([series.column], call.machine), call.machine))
      },
      .method("mode") { (series: SeriesObject, call) throws(PyError) in
        let groups = try LabelPlaces(series.column, call.machine)
        var counts = [Int](repeating: 0, count: groups.labels.count)
        for place in groups.places { if let place { counts[place] += 1 } }
        let modes = groups.labels.indices.filter { counts[$0] == counts.max() }
        let column = try TableColumn.column(of: modes.map { groups.labels[$0] }, call.machine)
        return .object(
          SeriesObject(column, TableIndex(.range(column.count)), name: series.name))
      },
    ]
      + FrameArithmetic.methods { (series: SeriesObject, operation, call) throws(PyError) in
        try call.machine.binary(operation, .object(series), call.required("other"))
      }
  }

  private static var ordered: [Method] {
    [
      .method("sort_values", "*, ascending=True, ignore_index=False") {
        (series: SeriesObject, call) throws(PyError) in
        let rises = try call.bool("ascending", or: true)
        let rows = try RowOrder.rows([series.column], rises: [rises], call.machine)
        let sorted = try series.taking(rows, call.machine)
        guard try call.bool("ignore_index", or: false) else { return .object(sorted) }
        return .object(
          SeriesObject(sorted.column, TableIndex(.range(rows.count)), name: series.name))
      }
    ]
      + ["nlargest", "nsmallest"].map { name in
        .method(name, "n=5") { (series: SeriesObject, call) throws(PyError) in
          let missing = series.column.missing
          let rows = try RowOrder.rows(
            [series.column], rises: [name == "nsmallest"], call.machine
          ).filter { !missing[$0] }
          let count = max(0, try call.int("n", or: 5))
          return .object(try series.taking(Array(rows.prefix(count)), call.machine))
        }
      }
      + ["argmax", "argmin"].map { name in
        .method(name) { (series: SeriesObject, call) throws(PyError) in
          .int(try extreme(series.column, isMaximum: name == "argmax", call))
        }
      }
      + ["idxmax", "idxmin"].map { name in
        .method(name) { (series: SeriesObject, call) throws(PyError) in
          series.index[try extreme(series.column, isMaximum: name == "idxmax", call)]
        }
      }
  }

  /// The first row with the greatest or the least value, missing ones aside.
  static func extreme(
    _ column: TableColumn, isMaximum: Bool, _ call: Call
  ) throws(PyError) -> Int {
    var best: (row: Int, label: ClassLabel)?
    for (row, item) in try column.items(call.machine).enumerated() where !item.isMissing {
      let label = try ClassLabel(item, call.machine)
      if let known = best, isMaximum ? label <= known.label : label >= known.label { continue }
      best = (row, label)
    }
    guard let best else {
      throw call.error(
        "ValueError",
        column.count == 0
          ? "attempt to get \(call.name.replacing("idx", with: "arg")) of an empty sequence"
          : "Encountered all NA values")
    }
    return best.row
  }

  private static var forms: [Method] {
    [
      .method("to_dict") { (series: SeriesObject, call) throws(PyError) in
        let dict = DictObject()
        for (label, item) in zip(series.index.values, try series.column.items(call.machine)) {
          try dict.set(label.plain, item.plain, call.machine)
        }
        return .object(dict)
      },
      .method("to_frame", "name=None") { (series: SeriesObject, call) throws(PyError) in
        let name = call["name"] ?? series.name ?? .int(0)
        return .object(FrameObject([(name, series.column)], series.index))
      },
      .method("reset_index", "*, drop=False, name=None") {
        (series: SeriesObject, call) throws(PyError) in
        let index = TableIndex(.range(series.column.count))
        if try call.bool("drop", or: false) {
          return .object(SeriesObject(series.column, index, name: series.name))
        }
        let name = call["name"] ?? series.name ?? .int(0)
        let labels = try TableColumn.column(of: series.index.values, call.machine)
        let head = Value.string(series.index.name ?? "index")
        return .object(FrameObject([(head, labels), (name, series.column)], index))
      },
      .method("rename", "index=None") { (series: SeriesObject, call) throws(PyError) in
        let given = call["index"] ?? .none
        let isMapping =
          given.asObject(DictObject.self) != nil
          || given.asObject()?.isCallable(call.machine) == true
        guard isMapping else {
          return .object(SeriesObject(series.column, series.index, name: call.given("index")))
        }
        return .object(
          SeriesObject(series.column, try series.index.renamed(call, "index"), name: series.name))
      },
      .method("keys") { (series: SeriesObject, _) in .object(IndexObject(series.index)) },
      .method("items") { (series: SeriesObject, call) throws(PyError) in
        let items = try series.column.items(call.machine)
        return .object(
          ListObject(
            zip(series.index.values, items).map {
              .object(TupleObject([$0.plain, $1.plain]))
            }))
      },
    ]
  }
}

extension SeriesObject {
  /// The Series as the only column of a frame.
  var frame: FrameObject { FrameObject([(name ?? .none, column)], index) }
}
