internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// A method that a Series has for its values and a frame for those of each column.
struct ColumnChange: Sendable {
  let name, parameters: String
  let body: @Sendable (TableColumn, Call) throws(PyError) -> TableColumn

  init(
    _ name: String, _ parameters: String = "",
    _ body: @escaping @Sendable (TableColumn, Call) throws(PyError) -> TableColumn
  ) { (self.name, self.parameters, self.body) = (name, parameters, body) }

  static let all = ColumnSteps.all + ColumnRepairs.all

  static var ofSeries: [Method] {
    all.map { change in
      .method(change.name, change.parameters) { (series: SeriesObject, call) throws(PyError) in
        .object(series.with(try change.body(series.column, call)))
      }
    }
  }

  static var ofFrames: [Method] {
    all.map { change in
      .method(change.name, change.parameters) { (frame: FrameObject, call) throws(PyError) in
        .object(
          try frame.mapped(call.machine) { _, column throws(PyError) in
            try change.body(column, call)
          })
      }
    }
  }
}

/// Changes that look at the values above or below: sums so far, steps, shifts.
enum ColumnSteps {
  static let all =
    ["cumsum", "cumprod", "cummax", "cummin"].map { name in
      ColumnChange(name) { column, call throws(PyError) in try accumulated(name, column, call) }
    } + [
      ColumnChange("shift", "periods=1, *, fill_value=None") { column, call throws(PyError) in
        try column.shifted(
          call.int("periods", or: 1), with: call["fill_value"], call.machine)
      },
      ColumnChange("diff", "periods=1") { column, call throws(PyError) in
        try stepped(column, call) { $0 - $1 }
      },
      ColumnChange("pct_change", "periods=1") { column, call throws(PyError) in
        try stepped(column, call) { $0 / $1 - 1 }
      },
      ColumnChange("ffill") { column, call throws(PyError) in
        try carried(column, forward: true, call)
      },
      ColumnChange("bfill") { column, call throws(PyError) in
        try carried(column, forward: false, call)
      },
    ]

  /// What a function makes of all values so far; missing ones are left out.
  private static func accumulated(
    _ name: String, _ column: TableColumn, _ call: Call
  ) throws(PyError) -> TableColumn {
    guard let array = column.numbers else {
      throw call.error("NotImplementedError", "\(name)() of texts is not supported by Caderno")
    }
    let missing = column.missing
    let kept = missing.indices.filter { !missing[$0] }
    let present = try column.taking(kept, call.machine)
    let made: NumericArray
    if name.hasPrefix("cums") || name == "cumprod" {
      let own = try call.machine.attribute(present.array(call.machine), name)
      made = try TableNumbers.array(call.machine.call(own, Arguments()), call.machine)
    } else {
      made = try call.machine.raising { () throws(ArrayError) in
        try extremes(present.numbers ?? array, isMaximum: name == "cummax")
      }
    }
    guard kept.count < missing.count else { return .numbers(made) }
    var all = [Double](repeating: .nan, count: missing.count)
    for (row, number) in zip(kept, made.reals()) { all[row] = number }
    return try .reals(all, dtype: array.dtype, call.machine)
  }

  private static func extremes(
    _ array: NumericArray, isMaximum: Bool
  ) throws(ArrayError) -> NumericArray {
    func so<Number: Comparable>(_ numbers: [Number]) -> [Number] {
      numbers.reduce(into: []) { all, number in
        let last = all.last ?? number
        all.append(isMaximum ? max(last, number) : min(last, number))
      }
    }
    return array.dtype.isFloating
      ? try NumericArray(reals: so(array.reals())).astype(array.dtype)
      : try NumericArray(integers: so(array.integers()), dtype: array.dtype)
  }

  /// What a function makes of each value and the one so many rows above it.
  private static func stepped(
    _ column: TableColumn, _ call: Call, _ step: (Double, Double) -> Double
  ) throws(PyError) -> TableColumn {
    guard let array = column.numbers, array.dtype != .bool else {
      throw call.error(
        "NotImplementedError", "\(call.name)() of texts and truth is not supported by Caderno")
    }
    let (numbers, periods) = (array.reals(), try call.int("periods", or: 1))
    let isNarrow = array.dtype == .float32
    let made = numbers.indices.map { row -> Double in
      guard case (let above, false) = row.subtractingReportingOverflow(periods),
        numbers.indices.contains(above)
      else { return .nan }
      guard isNarrow else { return step(numbers[row], numbers[above]) }
      // Single precision rounds after each operation; a quotient is taken before one is subtracted.
      return call.name == "diff"
        ? Double(Float(numbers[row]) - Float(numbers[above]))
        : Double(Float(numbers[row]) / Float(numbers[above]) - 1)
    }
    return try .reals(made, dtype: isNarrow ? .float32 : .float64, call.machine)
  }

  private static func carried(
    _ column: TableColumn, forward: Bool, _ call: Call
  ) throws(PyError) -> TableColumn {
    let missing = column.missing
    var rows = Array(missing.indices)
    for row in forward ? rows : rows.reversed() where missing[row] {
      let next = row + (forward ? -1 : 1)
      if rows.indices.contains(next) { rows[row] = rows[next] }
    }
    return try column.taking(rows, call.machine)
  }
}

extension TableColumn {
  /// Numbers of a floating dtype.
  static func reals(
    _ values: [Double], dtype: DType = .float64, _ machine: Machine
  ) throws(PyError) -> TableColumn {
    .numbers(
      try machine.raising { () throws(ArrayError) in
        let array = try NumericArray(reals: values)
        return dtype == .float64 ? array : try array.astype(dtype)
      })
  }

  /// The values so many rows further down; what comes in is missing, or a given value.
  func shifted(
    _ periods: Int, with value: Value?, _ machine: Machine
  ) throws(PyError) -> TableColumn {
    let items = try items(machine)
    let shifted = items.indices.map { row -> Value in
      guard case (let above, false) = row.subtractingReportingOverflow(periods),
        items.indices.contains(above)
      else { return value ?? .float(.nan) }
      return items[above]
    }
    let made = try Self.column(of: shifted, machine)
    guard let own = numbers, let array = made.numbers,
      own.dtype.isFloating || value != nil
    else { return made }
    return .numbers(try machine.raising { () throws(ArrayError) in try array.astype(own.dtype) })
  }
}
