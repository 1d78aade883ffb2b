internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// `corr` and `cov`: how columns go together.
enum Correlation {
  static var ofFrames: [Method] {
    [
      ("corr", "method='pearson', min_periods=1, *, numeric_only=False"),
      ("cov", "min_periods=None, ddof=1, numeric_only=False"),
    ].map { name, parameters in
      .method(name, parameters) { (frame: FrameObject, call) throws(PyError) in
        .object(try matrix(frame, isCovariance: name == "cov", call))
      }
    }
  }

  static var ofSeries: [Method] {
    ["corr", "cov"].map { name in
      .method(name, "other") { (series: SeriesObject, call) throws(PyError) in
        guard let other: SeriesObject = call.required("other").asObject() else {
          throw call.unsupported("other", call.required("other"))
        }
        guard try series.index.isSame(as: other.index, call.machine) else {
          throw call.error(
            "NotImplementedError",
            "\(name)() of Series with other labels is not supported by Caderno")
        }
        return try pair(series, other, name == "corr" ? "corrcoef" : "cov", call)
      }
    }
  }

  /// Two Series' own number is NumPy's, over the rows that have both values.
  private static func pair(
    _ series: SeriesObject, _ other: SeriesObject, _ function: String, _ call: Call
  ) throws(PyError) -> Value {
    let machine = call.machine
    let (x, y) = (try reals(series.column, call), try reals(other.column, call))
    let rows = x.indices.filter { !x[$0].isNaN && !y[$0].isNaN }
    guard rows.count > 1, let numpy = machine.modules["numpy"]?.members[function] else {
      return .float(.nan)
    }
    let arrays = try [x, y].map { values throws(PyError) in
      try TableColumn.reals(rows.map { values[$0] }, machine).array(machine)
    }
    return try machine.item(
      machine.call(numpy, Arguments(arrays)), .object(TupleObject([.int(0), .int(1)]))
    ).plain
  }

  private static func reals(_ column: TableColumn, _ call: Call) throws(PyError) -> [Double] {
    if let array = column.numbers { return array.reals() }
    for item in try column.items(call.machine) {
      if case .string = item {
        throw call.error(
          "ValueError", "could not convert string to float: \(try call.machine.repr(item))")
      }
    }
    throw call.error(
      "NotImplementedError", "\(call.name)() of columns of objects is not supported by Caderno")
  }

  private static func matrix(
    _ frame: FrameObject, isCovariance: Bool, _ call: Call
  ) throws(PyError) -> FrameObject {
    var ranks = false
    if let method = call.given("method") {
      guard case .string(let name) = method, ["pearson", "spearman"].contains(name) else {
        throw call.unsupported("method", method)
      }
      ranks = name == "spearman"
    }
    let onlyNumbers = try call.bool("numeric_only", or: false)
    let places = (0..<frame.columnIndex.count).filter {
      !onlyNumbers || frame.column($0).isNumeric
    }
    let names = frame.columnIndex.taking(places)
    var columns: [[Double]] = []
    for place in places { columns.append(try reals(frame.column(place), call)) }
    let numbers: [[Double]]
    if isCovariance, !columns.isEmpty, !columns.contains(where: { $0.contains(where: \.isNaN) }) {
      numbers = try covariances(columns, call)
    } else {
      if isCovariance, try call.int("ddof", or: 1) != 1 {
        throw call.unsupported("ddof", call["ddof"] ?? .none)
      }
      let least = try call.int("min_periods", or: 1)
      numbers = try pairs(columns, isCovariance: isCovariance, ranks: ranks, least, call)
    }
    var made: [(name: Value, column: TableColumn)] = []
    for (name, column) in zip(names.values, numbers) {
      made.append((name, try .reals(column, call.machine)))
    }
    return FrameObject(made, names, columnName: names.name)
  }

  private static func covariances(
    _ columns: [[Double]], _ call: Call
  ) throws(PyError) -> [[Double]] {
    let machine = call.machine
    guard let numpy = machine.modules["numpy"]?.members["cov"] else { return [] }
    let rows = try machine.raising { () throws(ArrayError) in
      try NumericArray(reals: columns.flatMap(\.self), shape: [columns.count, columns[0].count])
    }
    let made = try TableNumbers.array(
      machine.call(
        numpy,
        Arguments(
          [TableNumbers.value(rows, machine)], keywords: [("ddof", call["ddof"] ?? .int(1))])),
      machine
    ).reals()
    let width = columns.count
    return (0..<width).map { column in (0..<width).map { made[$0 * width + column] } }
  }

  private static func pairs(
    _ columns: [[Double]], isCovariance: Bool, ranks: Bool, _ least: Int, _ call: Call
  ) throws(PyError) -> [[Double]] {
    var numbers = [[Double]](
      repeating: [Double](repeating: .nan, count: columns.count), count: columns.count)
    for x in columns.indices {
      for y in 0...x {
        try call.machine.step(count: columns[x].count)
        let rows = columns[x].indices.filter { columns[x][$0].isFinite && columns[y][$0].isFinite }
        guard rows.count >= least else { continue }
        let (xs, ys) = (rows.map { columns[x][$0] }, rows.map { columns[y][$0] })
        numbers[x][y] =
          ranks ? ranked(xs, ys) : together(xs, ys, isCovariance: isCovariance)
        numbers[y][x] = numbers[x][y]
      }
    }
    return numbers
  }

  /// Spearman's correlation: that of the places which the values have in their lists.
  private static func ranked(_ xs: [Double], _ ys: [Double]) -> Double {
    let mean = Double(xs.count + 1) / 2
    let pairs = zip(Ranks.average(xs), Ranks.average(ys)).map { ($0 - mean, $1 - mean) }
    let squares = pairs.reduce(into: (0.0, 0.0)) { sums, pair in
      sums = (sums.0 + pair.0 * pair.0, sums.1 + pair.1 * pair.1)
    }
    let divisor = (squares.0 * squares.1).squareRoot()
    guard divisor != 0 else { return .nan }
    return min(max(pairs.reduce(0) { $0 + $1.0 * $1.1 } / divisor, -1), 1)
  }

  /// Pearson's correlation or the covariance of two lists, by Welford's method as pandas adds them up.
  private static func together(
    _ xs: [Double], _ ys: [Double], isCovariance: Bool
  ) -> Double {
    var (meanX, meanY, squaresX, squaresY, products) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for (row, (x, y)) in zip(xs, ys).enumerated() {
      let (stepX, stepY, share) = (x - meanX, y - meanY, 1 / Double(row + 1))
      meanX += share * stepX
      meanY += share * stepY
      squaresX += (x - meanX) * stepX
      squaresY += (y - meanY) * stepY
      products += (x - meanX) * stepY
    }
    let divisor = isCovariance ? Double(xs.count) - 1 : (squaresX * squaresY).squareRoot()
    guard divisor != 0 else { return .nan }
    let number = products / divisor
    return isCovariance ? number : min(max(number, -1), 1)
  }
}

/// The places that values have among each other.
enum Ranks {
  /// From 1 on, equal values with the mean of theirs; NaN has none.
  static func average(_ values: [Double], rises: Bool = true) -> [Double] {
    let order = values.indices.filter { !values[$0].isNaN }.sorted {
      (rises ? values[$0] < values[$1] : values[$0] > values[$1])
        || (values[$0] == values[$1] && $0 < $1)
    }
    var ranks = [Double](repeating: .nan, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + 1 + end) / 2 }
      start = end
    }
    return ranks
  }
}
