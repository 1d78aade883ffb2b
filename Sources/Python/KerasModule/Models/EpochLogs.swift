internal import NumPyModule
internal import PythonRuntime
internal import Arrays

/// The metrics of an epoch as `fit` tells them: one dictionary, which callbacks read and write in turn, and which the
/// epoch's line and the history show in the end.
final class EpochLogs {
  let dict: DictObject
  private let machine: Machine

  /// Those that a program hands on.
  init(_ dict: DictObject, _ machine: Machine) { (self.dict, self.machine) = (dict, machine) }

  init(_ metrics: [String: Double], _ machine: Machine) throws(PyError) {
    self.machine = machine
    dict = DictObject()
    let grouped = try MetricLists.grouped(metrics.map { ($0.key, $0.value) }, machine)
    let values = Dictionary(grouped.map { ($0.name, $0.value) }) { first, _ in first }
    for name in MetricOrder.sorted(Array(values.keys)) {
      try dict.set(.string(name), values[name] ?? .none, machine)
    }
  }

  /// What stands under a name, of whatever type a callback put there.
  func value(_ name: String) -> Value? { (try? dict.value(.string(name), machine)) ?? nil }

  /// A number by its name; nil where there is none.
  subscript(name: String) -> Double? {
    guard let value = value(name) else { return nil }
    switch value.plain {
    case .float(let number): return number
    case .int(let number): return Double(number)
    default: return nil
    }
  }

  func set(_ name: String, _ value: Double) throws(PyError) {
    try dict.set(.string(name), .float(value), machine)
  }

  /// Names and values in the dictionary's order.
  var items: [(name: String, value: Value)] {
    dict.pairs.compactMap { pair in
      guard case .string(let name) = pair.key else { return nil }
      return (name, pair.value)
    }
  }

  /// The numbers among them, of arrays their means.
  var numbers: [(name: String, value: Double)] {
    items.compactMap { item in
      if let number = self[item.name] { return (item.name, number) }
      guard let floats = item.value.asObject(NumPyObject.self)?.array?.floats(), !floats.isEmpty
      else { return nil }
      return (item.name, Double(floats.reduce(0, +) / Float(floats.count)))
    }
  }
}
