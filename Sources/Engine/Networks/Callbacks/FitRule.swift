/// A callback that is plain data: it sees the metrics after each epoch, and may stop the fit, set the
/// learning rate, or ask for the best weights back.
public protocol FitRule: Component {
  /// The metric that it follows; nil for none.
  var monitor: Monitor? { get }
  /// Whether histories get the learning rate of each epoch.
  var notesRate: Bool { get }
  /// Forgets what an earlier fit left, and takes the direction of ``monitor`` from the model's metric.
  mutating func begin(_ compilation: Compilation)
  /// The learning rate that an epoch, from 0, begins with; nil where it stays.
  func rate(ofEpoch epoch: Int) -> Double?
  /// What follows from an epoch.
  ///
  /// - Parameters:
  ///   - epoch: counted from 0.
  ///   - value: the metric that ``monitor`` names.
  ///   - rate: the learning rate of the epoch.
  mutating func end(_ epoch: Int, _ value: Double, rate: Double) -> FitVerdict
  /// Whether the weights of the best epoch come back at the end.
  var restoresBest: Bool { get }
}

extension FitRule {
  /// Nil: a rule that needs no metric.
  public var monitor: Monitor? { nil }
  /// False: most rules leave the learning rate alone.
  public var notesRate: Bool { false }
  /// False: most rules keep the last epoch's weights.
  public var restoresBest: Bool { false }
  /// Nothing: a rule without memory has nothing to forget.
  public mutating func begin(_ compilation: Compilation) {}
  /// Nil: the learning rate stays.
  public func rate(ofEpoch epoch: Int) -> Double? { nil }
  /// The fit goes on, whatever the metric is.
  public mutating func end(_ epoch: Int, _ value: Double, rate: Double) -> FitVerdict { .goesOn }
}

/// What a rule says after an epoch.
public enum FitVerdict: Hashable, Sendable {
  case goesOn
  /// The epoch is the best so far.
  case best
  case stops
  /// The next epochs have this learning rate.
  case rate(Double)
}
