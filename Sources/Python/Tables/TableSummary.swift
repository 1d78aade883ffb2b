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
    if name == "count" { return .int(column.count) }
    guard let array = column.numbers else {
      throw call.error("TypeError", "\(name)() of texts is not supported by Caderno")
    }
    guard !array.dtype.isFloating || !array.reals().contains(where: \.isNaN) else {
      throw call.error(
        "NotImplementedError", "\(name)() of missing values is not supported by Caderno")
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
