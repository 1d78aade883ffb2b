internal import NumPyModule
internal import PythonRuntime
internal import NumPy
internal import Arrays

/// Numbers that sum a column up.
enum TableSummary {
  /// The methods that give one number of a column.
  static let names = ["mean", "sum", "min", "max", "std", "var", "median", "count"]

  static func value(_ name: String, _ column: TableColumn, _ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    if name == "count" { return .int(column.missing.count { !$0 }) }
    guard let given = column.numbers else { return try ofTexts(name, column, call) }
    let missing = column.missing
    let kept = missing.indices.filter { !missing[$0] }
    if kept.isEmpty, name != "sum" { return .float(.nan) }
    let array = try machine.raising { () throws(ArrayError) in
      kept.count == missing.count
        ? given : try given.taking(NumericArray(integers: kept), axis: 0)
    }
    if array.size == 1, name == "std" || name == "var", call["ddof"]?.smallInt ?? 1 == 1 {
      return .float(.nan)
    }
    let result = try machine.raising { () throws(ArrayError) -> NumericArray in
      let session = NumPyLibrary.session(of: machine)
      var keywords: [(String, NumPyValue)] = []
      if name == "std" || name == "var" {
        keywords = [("ddof", .int(call["ddof"]?.smallInt ?? 1))]
      }
      return try session.call(name, [.array(array)], keywords).asArray()
    }
    return TableNumbers.value(result, machine)
  }

  /// The least and the greatest of a column of texts.
  private static func ofTexts(
    _ name: String, _ column: TableColumn, _ call: Call
  ) throws(PyError) -> Value {
    guard name == "min" || name == "max", column.dtypeName == "str" else {
      throw call.error("TypeError", "\(name)() of texts is not supported by Caderno")
    }
    var texts: [String] = []
    for item in try column.items(call.machine) {
      if case .string(let text) = item { texts.append(text) }
    }
    return (name == "min" ? texts.min() : texts.max()).map(Value.string) ?? .none
  }

  /// The rows of `head` or `tail`.
  static func ends(_ name: String, _ count: Int, _ call: Call) throws(PyError) -> [Int] {
    let wanted = min(max(try call.int("n", or: 5), -count), count)
    if name == "head" {
      return Array(0..<(wanted < 0 ? max(0, count + wanted) : min(wanted, count)))
    }
    return Array((wanted < 0 ? min(count, -wanted) : max(0, count - wanted))..<count)
  }

  private static let rows = ["count", "mean", "std", "min", "25%", "50%", "75%", "max"]

  /// The eight numbers that `describe` shows.
  static func numbers(_ array: NumericArray, _ machine: Machine) throws(PyError) -> NumericArray {
    try machine.raising { () throws(ArrayError) in
      let wide = try array.astype(.float64)
      var parts = [
        NumericArray(scalar: .real(Double(array.size))), try wide.mean(),
        try wide.standardDeviation(degrees: 1), try Reduction.minimum(wide),
      ]
      for percent in [25.0, 50, 75] { parts.append(try wide.percentile(percent)) }
      parts.append(try Reduction.maximum(wide))
      return try NumericArray.stack(parts)
    }
  }

  static var index: TableIndex { TableIndex(.values(rows.map(Value.string))) }

  static func described(
    _ series: SeriesObject, _ machine: Machine
  ) throws(PyError) -> SeriesObject {
    guard let array = series.column.numbers, array.dtype != .bool else {
      throw machine.error(
        "NotImplementedError", "describe() of texts and truth is not supported by Caderno")
    }
    return SeriesObject(.numbers(try numbers(array, machine)), index, name: series.name)
  }
}
