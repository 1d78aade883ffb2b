internal import Memory
internal import Tensors

/// Where the numbers of losses and metrics lie.
///
/// A sample has the loss, of several outputs also each one's that is shown, then what it adds to the metrics' sums. What is
/// counted in tables has one of all for each part of a batch.
struct MetricLayout: Sendable {
  /// How many of the numbers are losses.
  let losses: Int
  /// The metrics of each output.
  private(set) var outputs: [[MetricColumn]] = []
  /// How many numbers a sample has.
  private(set) var count: Int
  /// How many numbers the tables have.
  private(set) var tableCount = 0

  init(_ compilation: Compilation, _ shape: Shape, _ form: LabelForm) {
    losses = 1 + compilation.shownLosses.count
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
        let place = place(of: metric, metric.sumCount(rowLength: length))
        let weightSum = named.isWeighted ? take(1).lowerBound : nil
        return MetricColumn(metric: metric, place: place, weightSum: weightSum)
      })
  }

  private mutating func place(of metric: any Metric, _ count: Int) -> MetricColumn.Place {
    switch metric {
    case let metric as any SummedMetric: return .numbers(metric, take(count))
    case let metric as any CountingMetric:
      defer { tableCount += count }
      return .table(metric, tableCount..<tableCount + count)
    default: preconditionFailure("MetricLayout: \(type(of: metric)) neither sums nor counts")
    }
  }

  /// The next numbers of a sample.
  private mutating func take(_ own: Int) -> Range<Int> {
    defer { count += own }
    return count..<count + own
  }
}

/// A metric and the place of its sums.
struct MetricColumn: Sendable {
  /// Where a metric's sums are: among a sample's numbers, or in a table.
  enum Place: Sendable {
    case numbers(any SummedMetric, Range<Int>)
    case table(any CountingMetric, Range<Int>)
  }

  let metric: any Metric
  let place: Place
  /// Where the sum of the samples' weights is; nil for a metric that doesn't see weights.
  let weightSum: Int?

  /// Writes what a sample adds to the metric's sums, or counts it.
  ///
  /// - Parameters:
  ///   - weight: the sample's.
  ///   - numbers: all numbers of the sample.
  ///   - tables: all tables.
  func measure(
    _ outputs: Elements<Float>, _ target: Target, rows: Int, areLogits: Bool, weight: Float,
    into numbers: MutableElements<Float>, tables: MutableElements<Double>
  ) {
    let ownWeight = weightSum == nil ? 1 : weight
    switch place {
    case .numbers(let metric, let range):
      metric.measure(
        outputs, target: target, rows: rows, areLogits: areLogits, weight: ownWeight,
        into: numbers[range])
    case .table(let metric, let range):
      metric.count(outputs, target: target, rows: rows, weight: ownWeight, into: tables[range])
    }
    if let weightSum { numbers[weightSum] = weight }
  }

  /// What is shown of the sums of all samples.
  func value(of total: MetricSums) -> Double {
    let sums =
      switch place {
      case .numbers(_, let range): total.sums[range]
      case .table(_, let range): total.tables[range]
      }
    let values = metric.values(
      of: sums, samples: weightSum.map { total.sums[$0] } ?? Double(max(total.images, 1)))
    precondition(
      values.count == 1, "MetricColumn: \(type(of: metric)) gives \(values.count) numbers")
    return values[0]
  }
}
