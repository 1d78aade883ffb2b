internal import Memory
internal import Tensors

/// Where a sample's numbers lie: the loss, of several outputs each one's, then the sums of the metrics.
struct MetricLayout: Sendable {
  /// How many of the numbers are losses.
  let losses: Int
  /// The metrics of each output.
  private(set) var outputs: [[MetricColumn]] = []
  /// How many numbers a sample has.
  private(set) var count: Int

  init(_ compilation: Compilation, _ shape: Shape, _ form: LabelForm) {
    losses = 1 + compilation.outputs.count
    count = losses
    if compilation.outputs.isEmpty { append(compilation.metrics, shape, form) }
    for output in compilation.outputs { append(output.metrics, output.shape, output.form) }
  }

  /// The metrics of all outputs.
  var columns: [MetricColumn] { outputs.flatMap { $0 } }

  private mutating func append(
    _ metrics: [Compilation.NamedMetric], _ shape: Shape, _ form: LabelForm
  ) {
    let length = shape.extents.last ?? 1
    outputs.append(
      metrics.map { named in
        let metric = named.metric.resolved(outputCount: length, labelForm: form)
        let own = metric.sumCount(rowLength: length)
        let column = MetricColumn(
          metric: metric, sums: count..<count + own, weightSum: named.isWeighted ? count + own : nil
        )
        count += own + (named.isWeighted ? 1 : 0)
        return column
      })
  }
}

/// A metric and the place of its sums.
struct MetricColumn: Sendable {
  let metric: any Metric
  let sums: Range<Int>
  /// Where the sum of the samples' weights is; nil for a metric that doesn't see weights.
  let weightSum: Int?

  /// Writes what a sample adds to the metric's sums.
  ///
  /// - Parameters:
  ///   - weight: the sample's.
  ///   - numbers: all numbers of the sample.
  func measure(
    _ outputs: Elements<Float>, _ target: Target, rows: Int, areLogits: Bool, weight: Float,
    into numbers: MutableElements<Float>
  ) {
    metric.measure(
      outputs, target: target, rows: rows, areLogits: areLogits,
      weight: weightSum == nil ? 1 : weight, into: numbers[sums])
    if let weightSum { numbers[weightSum] = weight }
  }

  /// What is shown of the sums of all numbers.
  func value(of numbers: [Double], samples: Int) -> Double {
    let values = metric.values(
      of: numbers[sums], samples: weightSum.map { numbers[$0] } ?? Double(max(samples, 1)))
    precondition(
      values.count == 1, "MetricColumn: \(type(of: metric)) gives \(values.count) numbers")
    return values[0]
  }
}
