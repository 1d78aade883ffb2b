internal import NumPyModule
internal import PythonRuntime
internal import NumPy
internal import Arrays

/// Numbers that sum a column up.
enum TableSummary {
  /// The methods that give one number of a column.
  static let names = [
    "mean", "sum", "min", "max", "std", "var", "median", "count", "prod", "any", "all", "nunique",
  ]

  static func value(_ name: String, _ column: TableColumn, _ call: Call) throws(PyError) -> Value {
    let machine = call.machine
    if name == "count" { return .int(column.missing.count { !$0 }) }
    if name == "nunique" {
      let missing = column.missing
      return .int(try RowRepeats.firstRows([column], machine).count { !missing[$0] })
    }
    if name == "first" || name == "last" {
      let missing = column.missing
      let rows = missing.indices.filter { !missing[$0] }
      guard let row = name == "first" ? rows.first : rows.last else { return .float(.nan) }
      return try column.item(row, machine)
    }
    if name == "any" || name == "all" { return try truth(name, column, machine) }
    guard let given = column.numbers else { return try ofTexts(name, column, call) }
    let missing = column.missing
    let kept = missing.indices.filter { !missing[$0] }
    if kept.isEmpty, name != "sum", name != "prod" { return .float(.nan) }
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

  /// Whether any or all values are true, missing ones aside.
  private static func truth(
    _ name: String, _ column: TableColumn, _ machine: Machine
  ) throws(PyError) -> Value {
    var flags: [Bool] = []
    for item in try column.items(machine) where !item.isMissing {
      flags.append(try machine.isTrue(item))
    }
    let result = name == "any" ? flags.contains(true) : !flags.contains(false)
    return try TableColumn.objects([.bool(result)]).tested(machine) { value in
      if case .bool(true) = value { true } else { false }
    }.item(0, machine)
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

  /// The eight numbers that `describe` shows, missing ones aside.
  private static func numbers(
    _ array: NumericArray, _ machine: Machine
  ) throws(PyError) -> NumericArray {
    let present = array.reals().filter { !$0.isNaN }
    return try machine.raising { () throws(ArrayError) in
      let wide = try NumericArray(reals: present)
      let count = NumericArray(scalar: .real(Double(present.count)))
      guard !present.isEmpty else {
        return try NumericArray(reals: [0] + [Double](repeating: .nan, count: 7))
      }
      let spread =
        present.count == 1
        ? NumericArray(scalar: .real(.nan)) : try wide.standardDeviation(degrees: 1)
      var parts = [count, try wide.mean(), spread, try Reduction.minimum(wide)]
      for percent in [25.0, 50, 75] { parts.append(try wide.percentile(percent)) }
      parts.append(try Reduction.maximum(wide))
      return try NumericArray.stack(parts)
    }
  }

  private static func index(_ names: [String]) -> TableIndex {
    TableIndex(.values(names.map(Value.string)))
  }

  /// What `describe` shows of a Series: eight numbers, or of texts and truth how many and which is the most frequent.
  static func described(
    _ series: SeriesObject, _ machine: Machine
  ) throws(PyError) -> SeriesObject {
    if let array = series.column.numbers, array.dtype != .bool {
      return SeriesObject(
        .numbers(try numbers(array, machine)), index(rows), name: series.name)
    }
    return SeriesObject(
      .objects(try frequency(series.column, machine)), index(words), name: series.name)
  }

  private static let words = ["count", "unique", "top", "freq"]

  private static func frequency(
    _ column: TableColumn, _ machine: Machine
  ) throws(PyError) -> [Value] {
    let first = try RowRepeats.firstRows([column], machine)
    let (missing, items) = (column.missing, try column.items(machine))
    let groups = try LabelPlaces(column, machine)
    var counts = [Int](repeating: 0, count: groups.labels.count)
    for place in groups.places { if let place { counts[place] += 1 } }
    let most = counts.max() ?? 0
    let top = first.first { row in groups.places[row].map { counts[$0] == most } ?? false }
    return [
      .int(missing.count { !$0 }), .int(first.count { !missing[$0] }),
      top.map { items[$0].plain } ?? .float(.nan), top == nil ? .float(.nan) : .int(most),
    ]
  }

  /// `describe` of a frame: of its columns of numbers, or where it has none of all.
  static func described(_ frame: FrameObject, _ machine: Machine) throws(PyError) -> FrameObject {
    let places = (0..<frame.columnIndex.count).filter { place in
      frame.column(place).numbers.map { $0.dtype != .bool } ?? false
    }
    var columns: [(name: Value, column: TableColumn)] = []
    for place in places.isEmpty ? Array(0..<frame.columnIndex.count) : places {
      columns.append(
        (frame.columnIndex[place], try described(frame.series(place), machine).column))
    }
    guard !columns.isEmpty else {
      throw machine.error("ValueError", "Cannot describe a DataFrame without columns")
    }
    return FrameObject(columns, index(places.isEmpty ? words : rows))
  }
}
