/// The names of metrics in histories, of which no two are equal.
enum MetricNames {
  /// `accuracy`, `accuracy_1` for a second one of the name, `weighted_accuracy` for one that sees weights.
  ///
  /// - Parameter output: stands before each name, where there are several outputs.
  static func distinct(_ metrics: [Compilation.NamedMetric], output: String? = nil) -> [String] {
    var counts: [String: Int] = [:]
    func full(_ name: String) -> String { output.map { "\($0)_\(name)" } ?? name }
    return metrics.map { metric in
      var name = full(metric.name)
      if metric.isWeighted, counts[name] != nil { name = full("weighted_\(metric.name)") }
      let number = counts[name, default: 0]
      counts[name] = number + 1
      return number == 0 ? name : "\(name)_\(number)"
    }
  }
}
