public import Memory

/// What is measured of samples beside the loss: each adds to some sums, of which numbers are made.
///
/// It is either a ``SummedMetric``, most of them the mean of one number a sample, or a
/// ``CountingMetric``, whose tables are too large to be had for each sample.
public protocol Metric: Component {
  /// Whether Keras numbers the objects of a program that have no name: `auc`, `auc_1`.
  static var isNumbered: Bool { get }
  /// Whether more of it is better; nil where Keras doesn't say.
  static var wantsMore: Bool? { get }
  /// Whether the metric judges whole rows of the last axis, not numbers alone.
  static var judgesRows: Bool { get }
  /// Whether the metric judges the sums that an output remembers, in place of the output.
  static var takesLogits: Bool { get }
  /// The only form of labels that the metric takes, for which it needs the class of each sample; nil
  /// where it compares numbers.
  var labelForm: LabelForm? { get }
  /// Whether there is a list of numbers to show, not one number.
  var givesList: Bool { get }
  /// The metric that this one stands for, given the model's output and the labels' form.
  func resolved(outputCount: Int, labelForm: LabelForm) -> any Metric
  /// Whether a sample's targets can be held against its outputs, by how many numbers these are.
  func accepts(targets: Int, outputs: Int, rowLength: Int) -> Bool
  /// How many sums there are for outputs whose last axis is so long.
  func sumCount(rowLength: Int) -> Int
  /// What is shown of all samples' sums.
  ///
  /// - Parameters:
  ///   - sums: as many as ``sumCount(rowLength:)`` says.
  ///   - samples: how many samples there were, or the sum of their weights.
  func values(of sums: ArraySlice<Double>, samples: Double) -> [Double]
}

/// A metric of a few numbers of each sample, which are added up in the samples' order.
public protocol SummedMetric: Metric {
  /// Writes what one sample adds to each of the sums.
  ///
  /// - Parameters:
  ///   - outputs: `[rows, row length]`.
  ///   - target: what the sample's outputs should have been.
  ///   - rows: how many rows of the last axis there are.
  ///   - areLogits: whether the outputs are the sums before an activation; only where
  ///     ``Metric/takesLogits`` says so.
  ///   - weight: how often the sample counts.
  ///   - sums: as many as ``Metric/sumCount(rowLength:)`` says, overwritten.
  func measure(
    _ outputs: Elements<Float>, target: Target, rows: Int, areLogits: Bool, weight: Float,
    into sums: MutableElements<Float>)
}

/// A metric of how often something was so, in a table of counts.
public protocol CountingMetric: Metric {
  /// Counts one sample.
  ///
  /// - Parameters:
  ///   - outputs: `[rows, row length]`.
  ///   - target: what the sample's outputs should have been.
  ///   - rows: how many rows of the last axis there are.
  ///   - weight: how often the sample counts.
  ///   - counts: as many as ``Metric/sumCount(rowLength:)`` says, added to.
  func count(
    _ outputs: Elements<Float>, target: Target, rows: Int, weight: Float,
    into counts: MutableElements<Double>)
}

extension Metric {
  /// False: most objects have their class' name.
  public static var isNumbered: Bool { false }
  /// True: most metrics count what is right.
  public static var wantsMore: Bool? { true }
  /// False: an image's outputs are judged as one row.
  public static var judgesRows: Bool { false }
  /// False: most metrics see the outputs.
  public static var takesLogits: Bool { false }
  /// Nil: the metric compares numbers, whatever form labels have.
  public var labelForm: LabelForm? { nil }
  /// False: most metrics are one number.
  public var givesList: Bool { false }
  /// The metric itself, for those whose name means one thing.
  public func resolved(outputCount: Int, labelForm: LabelForm) -> any Metric { self }
  /// Whether there are as many targets as outputs.
  public func accepts(targets: Int, outputs: Int, rowLength: Int) -> Bool { targets == outputs }
}
