internal import Memory

/// One of the numbers of a metric that gives a list.
///
/// A history's column has one number; the metric is measured once for each of its own.
struct MetricItem<Whole: Metric>: Metric {
  static var signature: Signature { Whole.signature }
  static var isNumbered: Bool { Whole.isNumbered }
  static var wantsMore: Bool? { Whole.wantsMore }
  static var judgesRows: Bool { Whole.judgesRows }
  static var takesLogits: Bool { Whole.takesLogits }
  private let whole: Whole
  private let index: Int

  init(_ whole: Whole, _ index: Int) { (self.whole, self.index) = (whole, index) }

  /// The first number of the metric that the arguments say.
  init(_ arguments: BoundArguments) throws(ArgumentError) {
    self.init(try Whole(arguments), 0)
  }

  var labelForm: LabelForm? { whole.labelForm }

  func accepts(targets: Int, outputs: Int, rowLength: Int) -> Bool {
    whole.accepts(targets: targets, outputs: outputs, rowLength: rowLength)
  }

  func sumCount(rowLength: Int) -> Int { whole.sumCount(rowLength: rowLength) }

  func values(of sums: ArraySlice<Double>, samples: Double) -> [Double] {
    [whole.values(of: sums, samples: samples)[index]]
  }
}

extension MetricItem: SummedMetric where Whole: SummedMetric {
  func measure(
    _ outputs: Elements<Float>, target: Target, rows: Int, areLogits: Bool, weight: Float,
    into sums: MutableElements<Float>
  ) {
    whole.measure(
      outputs, target: target, rows: rows, areLogits: areLogits, weight: weight, into: sums)
  }
}

extension MetricItem: CountingMetric where Whole: CountingMetric {
  func count(
    _ outputs: Elements<Float>, target: Target, rows: Int, weight: Float,
    into counts: MutableElements<Double>
  ) {
    whole.count(outputs, target: target, rows: rows, weight: weight, into: counts)
  }
}

extension Metric {
  /// Each of the numbers of a metric that gives a list, for outputs whose last axis is so long.
  fileprivate func items(rowLength: Int) -> [any Metric] {
    let nothing = [Double](repeating: 0, count: sumCount(rowLength: rowLength))
    return values(of: nothing[...], samples: 1).indices.map { MetricItem(self, $0) }
  }
}

extension Compilation.NamedMetric {
  /// The metric that a string names or a call makes; of one that gives a list a column for each number, `name[0]`
  /// and on.
  ///
  /// - Parameters:
  ///   - value: a name, or a call with arguments.
  ///   - name: nil for the metric's own.
  ///   - isWeighted: whether the samples' weights count.
  ///   - rowLength: the length of the output's last axis.
  /// - Throws: ``ArgumentError`` about `metrics`.
  package static func columns(
    _ value: ArgumentValue, name: String?, isWeighted: Bool, rowLength: Int
  ) throws(ArgumentError) -> [Self] {
    let metric = try MetricCatalog.make(value)
    guard metric.givesList else { return [try Self(value, name: name, isWeighted: isWeighted)] }
    let name = name ?? type(of: metric).aliases.first ?? type(of: metric).signature.name
    return metric.items(rowLength: rowLength).enumerated().map { index, item in
      Self("\(name)[\(index)]", item, isWeighted: isWeighted)
    }
  }
}
