internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// The methods of a Series.
enum SeriesMethods {
  static var all: [Method] {
    numbers + missing + rows + [
      .method("value_counts", "normalize=False, sort=True, ascending=False, dropna=True") {
        (series: SeriesObject, call) throws(PyError) in
        .object(try ValueCounts(series, call).series)
      },
      .method("unique") { (series: SeriesObject, call) throws(PyError) in
        let rows = try firstRows(series, call.machine)
        return try series.column.taking(rows, call.machine).values(call.machine)
      },
      .method("describe") { (series: SeriesObject, call) throws(PyError) in
        .object(try TableSummary.described(series, call.machine))
      },
      PlotAccessor.method { (series: SeriesObject) in series.frame },
      Aggregation.ofSeries,
      ExponentialWindow.starter { (series: SeriesObject) in .series(series) },
    ] + ColumnChange.ofSeries + Correlation.ofSeries + SeriesParts.methods
      + RollingObject.starters { (series: SeriesObject) in .series(series) }
      + ["map", "apply"].map { name in
        .method(name, name == "map" ? "func" : "func") {
          (series: SeriesObject, call) throws(PyError) in
          let function = call.required("func")
          var results: [Value] = []
          for item in try series.column.items(call.machine) {
            if let dict: DictObject = function.asObject() {
              results.append(try dict.value(item.plain, call.machine) ?? .float(.nan))
            } else {
              results.append(try call.machine.call(function, Arguments([item.plain])))
            }
          }
          return .object(
            SeriesObject(
              try TableColumn.column(of: results, call.machine), series.index, name: series.name))
        }
      }
  }

  /// Where each value is seen first.
  private static func firstRows(
    _ series: SeriesObject, _ machine: Machine
  ) throws(PyError) -> [Int] {
    let seen = DictObject()
    var rows: [Int] = []
    for (row, item) in try series.column.items(machine).enumerated()
    where try seen.value(item.plain, machine) == nil {
      try seen.set(item.plain, .int(row), machine)
      rows.append(row)
    }
    return rows
  }

  private static var numbers: [Method] {
    TableSummary.names.map { name in
      .method(name, name == "std" || name == "var" ? "ddof=1" : "") {
        (series: SeriesObject, call) throws(PyError) in
        try TableSummary.value(name, series.column, call)
      }
    }
      + ["round", "astype"].map { name in
        .method(name, name == "round" ? "decimals=0" : name == "astype" ? "dtype" : "") {
          (series: SeriesObject, call) throws(PyError) in
          let array = try series.column.array(call.machine)
          let given = call["decimals"] ?? call["dtype"]
          let result = try call.machine.call(
            call.machine.attribute(array, name), Arguments(given.map { [$0] } ?? []))
          return .object(
            SeriesObject(
              try TableColumn(result, count: nil, call.machine), series.index, name: series.name))
        }
      }
  }

  private static var missing: [Method] {
    ["isna", "isnull", "notna", "notnull"].map { name in
      .method(name) { (series: SeriesObject, call) throws(PyError) in
        let column = try series.column.missing(name.hasPrefix("is"), call.machine)
        return .object(SeriesObject(column, series.index, name: series.name))
      }
    } + [
      .method("fillna", "value") { (series: SeriesObject, call) throws(PyError) in
        let column = try series.column.filled(with: call.required("value"), call.machine)
        return .object(SeriesObject(column, series.index, name: series.name))
      },
      .method("dropna") { (series: SeriesObject, call) throws(PyError) in
        let missing = series.column.missing
        return .object(try series.taking(missing.indices.filter { !missing[$0] }, call.machine))
      },
    ]
  }

  private static var rows: [Method] {
    ["head", "tail"].map { name in
      .method(name, "n=5") { (series: SeriesObject, call) throws(PyError) in
        let rows = try TableSummary.ends(name, series.column.count, call)
        return .object(try series.taking(rows, call.machine))
      }
    } + [
      .method("tolist") { (series: SeriesObject, call) throws(PyError) in
        .object(ListObject(try series.column.items(call.machine).map(\.plain)))
      },
      .method("to_list") { (series: SeriesObject, call) throws(PyError) in
        .object(ListObject(try series.column.items(call.machine).map(\.plain)))
      },
      .method("to_numpy") { (series: SeriesObject, call) throws(PyError) in
        try series.column.array(call.machine)
      },
      .method("copy") { (series: SeriesObject, _) throws(PyError) in .object(series) },
      .method("sort_index", "*, ascending=True") { (series: SeriesObject, call) throws(PyError) in
        let order = try ClassLabel.order(series.index.values, call.machine)
        let rises = try call.bool("ascending", or: true)
        return .object(try series.taking(rises ? order : order.reversed(), call.machine))
      },
    ]
  }
}

/// `value_counts`: how often each value occurs, the most frequent first.
struct ValueCounts {
  let series: SeriesObject

  init(_ given: SeriesObject, _ call: Call) throws(PyError) {
    let machine = call.machine
    let seen = DictObject()
    var (labels, counts): ([Value], [Int]) = ([], [])
    let drops = try call.bool("dropna", or: true)
    for item in try given.column.items(machine) where !drops || !item.isMissing {
      if let place = try seen.value(item.plain, machine)?.smallInt {
        counts[place] += 1
      } else {
        try seen.set(item.plain, .int(counts.count), machine)
        labels.append(item)
        counts.append(1)
      }
    }
    var order = Array(counts.indices)
    if try call.bool("sort", or: true) {
      let rises = try call.bool("ascending", or: false)
      order.sort { a, b in
        counts[a] == counts[b] ? a < b : (counts[a] < counts[b]) == rises
      }
    }
    let index = TableIndex(
      .values(order.map { labels[$0] }),
      name: try given.name.map { name throws(PyError) in try machine.str(name) })
    let sorted = order.map { counts[$0] }
    let isShare = try call.bool("normalize", or: false)
    let whole = Double(counts.reduce(0, +))
    let array = try machine.raising { () throws(ArrayError) in
      isShare
        ? try NumericArray(reals: sorted.map { Double($0) / whole })
        : try NumericArray(integers: sorted)
    }
    series = SeriesObject(
      .numbers(array), index, name: .string(isShare ? "proportion" : "count"))
  }
}
