internal import PythonRuntime
internal import Memory
internal import Networks
internal import Arrays
internal import Tensors

/// The outputs of one call of a metric with their targets, row by row.
struct TallyRows {
  let metric: any Metric
  let outputs: [Float]
  let targets: [Float]
  /// One for each row; nil where nothing is weighted.
  let weights: [Float]?
  /// The length of a row of outputs.
  let width: Int
  /// How many targets a row has.
  let step: Int
  let count: Int
  let form: LabelForm

  /// The metrics of which Keras wants targets and outputs of two axes.
  static let scores = ["F1Score", "FBetaScore"]

  /// - Throws: Python's exception where targets, outputs and weights don't fit each other.
  init(_ made: ArgumentCall, _ call: Call) throws(PyError) {
    let machine = call.machine
    let said = try KerasTensors.array(call.required("y_pred"), machine)
    let wanted = try KerasTensors.array(call.required("y_true"), machine)
    metric = try Self.metric(made, machine)
    (outputs, targets) = (said.floats(), wanted.floats())
    form = made.name.hasPrefix("Sparse") ? .integer : .oneHot
    var width = Self.width(made, said)
    var given: [Float]?
    if call.has("sample_weight"), let value = call.given("sample_weight") {
      given = try KerasTensors.array(value, machine).floats()
    }
    // Where each number has its weight, it is a sample of its own.
    if let given, given.count == outputs.count, given.count == targets.count,
      Self.countsNumbers(made)
    {
      width = 1
    }
    self.width = width
    count = outputs.count / width
    guard count > 0, targets.count % count == 0 else { throw Self.mismatch(call) }
    step = targets.count / count
    weights = try Self.weights(given, count, metric, call)
    try checkRanks(made, said, wanted, machine)
    try checkKinds(said, wanted, machine)
    try check(call)
  }

  static func metric(_ made: ArgumentCall, _ machine: Machine) throws(PyError) -> any Metric {
    if made.name == "Accuracy" { return EqualNumbers() }
    do throws(ArgumentError) {
      return try MetricCatalog.make(.call(made))
    } catch {
      throw KerasArguments.error(error, machine)
    }
  }

  static func mismatch(_ call: Call) -> PyError {
    call.error("ValueError", "y_true and y_pred have different shapes")
  }

  /// Numbers without a second axis are samples, where a metric judges numbers alone.
  private static func width(_ made: ArgumentCall, _ outputs: NumericArray) -> Int {
    let saysNumbers = argument("sparse_y_pred", made)
    let areClasses =
      switch made.name {
      case "BinaryIoU": true
      case "IoU", "MeanIoU": saysNumbers != .bool(false)
      default: saysNumbers == .bool(true)
      }
    let areSamples = outputs.ndim < 2 && countsNumbers(made)
    return areClasses || areSamples ? 1 : max(outputs.shape.last ?? 1, 1)
  }

  /// Whether a metric counts number by number, not the mean of a row.
  private static func countsNumbers(_ made: ArgumentCall) -> Bool {
    if ["Accuracy", "BinaryAccuracy", "RootMeanSquaredError"].contains(made.name) { return true }
    return KerasPlaces.component(made.name, "metrics").hasSuffix("confusion_metrics")
      && argument("top_k", made) == nil && argument("multi_label", made) != .bool(true)
  }

  /// An argument that was given.
  private static func argument(_ name: String, _ made: ArgumentCall) -> ArgumentValue? {
    made.keywords.last { $0.name == name && $0.value != .none }?.value
  }

  /// One weight for all, or one for each row.
  private static func weights(
    _ given: [Float]?, _ count: Int, _ metric: any Metric, _ call: Call
  ) throws(PyError) -> [Float]? {
    guard let given else { return nil }
    if given.count == count { return given }
    guard given.count == 1 else {
      throw call.error("ValueError", "sample_weight doesn't fit the shape of y_pred")
    }
    // One weight weighs the mean of a call.
    let share = metric is any SampleMetric ? given[0] / Float(count) : given[0]
    return [Float](repeating: share, count: count)
  }

  private func checkRanks(
    _ made: ArgumentCall, _ said: NumericArray, _ wanted: NumericArray, _ machine: Machine
  ) throws(PyError) {
    let isScore = Self.scores.contains(made.name)
    let areFlat = said.ndim == 2 && wanted.ndim == 2
    let isColumn = wanted.ndim == 1 && said.shape == [wanted.size, 1]
    guard isScore && !areFlat || made.name == "R2Score" && !areFlat && !isColumn else { return }
    let shapes = [said, wanted].map { array in
      let extents = array.shape.map(String.init).joined(separator: ", ")
      return array.ndim == 1 ? "(\(extents),)" : "(\(extents))"
    }
    throw machine.error(
      "ValueError",
      "\(isScore ? "FBetaScore" : "R2Score") expects 2D inputs with shape (batch_size, output_dim). Received input shapes: y_pred.shape=\(shapes[0]) and y_true.shape=\(shapes[1])."
    )
  }

  /// Refuses what a metric would compare with other numbers than its name says.
  private func checkKinds(
    _ said: NumericArray, _ wanted: NumericArray, _ machine: Machine
  ) throws(PyError) {
    guard width > 1, step == 1 || step == width, metric.labelForm == nil,
      !TargetShapes.fits(metric, isNumber: step == 1, isColumn: wanted.ndim == said.ndim)
    else { return }
    throw machine.error(
      "ValueError",
      "The metric '\(type(of: metric).signature.name)' can't compare these targets with the outputs. Received: target.shape=\(Shape(wanted.shape).tuple), output.shape=\(Shape(said.shape).tuple)"
    )
  }

  private func check(_ call: Call) throws(PyError) {
    let fits =
      switch metric.labelForm {
      case .integer: step == 1
      case .oneHot: step == width
      case nil where metric is any SampleMetric: step == 1 || step == width
      case nil: metric.accepts(targets: step, outputs: width, rowLength: width)
      }
    guard fits else { throw Self.mismatch(call) }
    guard metric is any SampleMetric else { return }
    try call.machine.raising(training: { () throws(TrainingError) in
      try TargetCheck([width], judges: [metric.labelForm]).check(
        .rows(targets, width: step, form), 0..<count)
    })
  }

  /// The sums over all rows, in their order.
  var sums: [Float] {
    let width = metric.sumCount(rowLength: width)
    switch metric {
    case let metric as any SummedMetric:
      var sums = [Float](repeating: 0, count: width)
      forEachRow(of: metric) { own in
        for index in own.indices { sums[index] += own[index] }
      }
      return sums
    case let metric as any CountingMetric:
      var counts = [Double](repeating: 0, count: width)
      counts.withMutableElements { counts in
        forEachRow { outputs, target, weight in
          metric.count(outputs, target: target, rows: 1, weight: weight, into: counts)
        }
      }
      return counts.map { Float($0) }
    default: preconditionFailure("TallyRows: \(type(of: metric)) neither sums nor counts")
    }
  }

  /// The metric of each row, for one that has a number of each.
  var numbers: [Float] {
    guard let metric = metric as? any SummedMetric else { return [] }
    var numbers: [Float] = []
    forEachRow(of: metric) { numbers.append($0[0]) }
    return numbers
  }

  private func forEachRow(of metric: any SummedMetric, _ body: ([Float]) -> Void) {
    var own = [Float](repeating: 0, count: metric.sumCount(rowLength: width))
    forEachRow { outputs, target, weight in
      own.withMutableElements { own in
        metric.measure(
          outputs, target: target, rows: 1, areLogits: false, weight: weight, into: own)
      }
      body(own)
    }
  }

  private func forEachRow(
    _ body: (_ outputs: Elements<Float>, _ target: Target, _ weight: Float) -> Void
  ) {
    outputs.withElements { outputs in
      targets.withElements { targets in
        for row in 0..<count {
          body(
            outputs[row * width..<(row + 1) * width],
            Target(row: targets[row * step..<(row + 1) * step], form: form),
            weights?[row] ?? 1)
        }
      }
    }
  }
}
