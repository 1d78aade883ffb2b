internal import NumPyModule
internal import PythonRuntime
internal import Arrays
internal import NumPy

/// Metrics that give a list: the engine has a column for each number, `f1_score[0]` and on, programs see one array.
enum MetricLists {
  /// Metrics by name in their order, each list as one array in single precision.
  static func grouped(
    _ metrics: [(name: String, value: Double)], _ machine: Machine
  ) throws(PyError) -> [(name: String, value: Value)] {
    var names: [String] = []
    var lists: [String: [Int: Float]] = [:]
    var numbers: [String: Double] = [:]
    for metric in metrics {
      let (name, index) = parts(of: metric.name)
      if numbers[name] == nil, lists[name] == nil { names.append(name) }
      if let index {
        lists[name, default: [:]][index] = Float(metric.value)
      } else {
        numbers[name] = metric.value
      }
    }
    var all: [(name: String, value: Value)] = []
    for name in names {
      guard let list = lists[name] else {
        all.append((name, .float(numbers[name] ?? 0)))
        continue
      }
      let floats = list.sorted { $0.key < $1.key }.map(\.value)
      let array = try machine.raising { () throws(ArrayError) in
        try NumericArray(floats: floats, shape: [floats.count])
      }
      all.append((name, KerasTensors.value(array, machine)))
    }
    return all
  }

  /// Metrics by name in their order as Keras shows them in a line: of a list its mean.
  static func shown(_ metrics: [(name: String, value: Double)]) -> [(name: String, value: Double)] {
    var names: [String] = []
    var values: [String: [Double]] = [:]
    for metric in metrics {
      let name = parts(of: metric.name).name
      if values[name] == nil { names.append(name) }
      values[name, default: []].append(metric.value)
    }
    return names.map { name in
      let own = values[name] ?? []
      return (name, own.count == 1 ? own[0] : own.reduce(0, +) / Double(max(own.count, 1)))
    }
  }

  /// `f1_score[2]_1` as `f1_score_1` and 2; other names as they are.
  static func parts(of column: String) -> (name: String, index: Int?) {
    guard let open = column.lastIndex(of: "["), let close = column.lastIndex(of: "]"),
      open < close, let index = Int(column[column.index(after: open)..<close])
    else { return (column, nil) }
    return (String(column[..<open] + column[column.index(after: close)...]), index)
  }
}
