/// Stops when a metric gets no better for a number of epochs (Keras' `EarlyStopping`).
package struct EarlyStoppingRule: FitRule {
  /// Keras' arguments in Keras' order; `verbose` is taken and changes nothing.
  package static let signature = Signature(
    "EarlyStopping",
    Monitor.parameters(minDelta: 0) + [
      Parameter("patience", .int(.nonNegative), default: .int(0)), Monitor.verboseParameter,
      Monitor.modeParameter,
      Parameter("baseline", .number(.any), default: .some(.none), acceptsNone: true),
      Parameter("restore_best_weights", .bool, default: .bool(false)),
      Parameter("start_from_epoch", .int(.nonNegative), default: .int(0)),
    ])
  /// The metric that has to get better; never nil here.
  package var monitor: Monitor? { follows }
  /// Keras' `restore_best_weights`.
  package let restoresBest: Bool
  /// How many epochs in a row may be no better before the fit stops.
  package let patience: Int
  private var follows: Monitor
  private let baseline: Double?
  private let start: Int
  /// The best value so far; nil before an epoch counted.
  package private(set) var best: Double?
  /// The epoch of the best value, as ``end(_:_:rate:)`` was told it; 0 before an epoch counted.
  package private(set) var bestEpoch = 0
  /// How many epochs in a row were no better.
  package private(set) var waited = 0

  /// Reads Keras' arguments; `mode` `auto` goes by the metric's name.
  package init(_ arguments: BoundArguments) throws(ArgumentError) {
    self.init(
      Monitor(arguments), patience: arguments.int("patience"),
      baseline: arguments["baseline"]?.number,
      restoresBest: arguments.bool("restore_best_weights"),
      start: arguments.int("start_from_epoch"))
  }

  /// - Parameters:
  ///   - baseline: a metric that has to be reached; nil for none.
  ///   - start: epochs before it count for nothing.
  package init(
    _ monitor: Monitor, patience: Int, baseline: Double?, restoresBest: Bool, start: Int
  ) {
    follows = monitor
    (self.patience, self.baseline) = (patience, baseline)
    (self.restoresBest, self.start) = (restoresBest, start)
  }

  /// Forgets the best value and the epochs waited, as Keras does in `on_train_begin`.
  package mutating func begin(_ compilation: Compilation) {
    (best, bestEpoch, waited) = (nil, 0, 0)
    follows = follows.directed(by: compilation) ?? follows
  }

  /// Says `.best` where the metric beats the best by more than `min_delta`; stops when ``patience``
  /// epochs in a row were no better or missed the baseline, but never after the first.
  package mutating func end(_ epoch: Int, _ value: Double, rate: Double) -> FitVerdict {
    guard epoch >= start else { return .goesOn }
    waited += 1
    if follows.isBetter(value, than: best) {
      (best, bestEpoch) = (value, epoch)
      if baseline == nil || follows.isBetter(value, than: baseline) { waited = 0 }
      return .best
    }
    return waited >= patience && epoch > 0 ? .stops : .goesOn
  }
}
