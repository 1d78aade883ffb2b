/// Makes the learning rate smaller when a metric gets no better (Keras' `ReduceLROnPlateau`).
package struct PlateauRule: FitRule {
  private static let metric = Monitor.parameters(minDelta: 1e-4)
  /// Keras' arguments in Keras' order; `verbose` is taken and changes nothing.
  package static let signature = Signature(
    "ReduceLROnPlateau",
    [
      metric[0], Parameter("factor", .number(.rate), default: .double(0.1)),
      Parameter("patience", .int(.nonNegative), default: .int(10)), Monitor.verboseParameter,
      Monitor.modeParameter, metric[1],
      Parameter("cooldown", .int(.nonNegative), default: .int(0)),
      Parameter("min_lr", .number(.nonNegative), default: .double(0)),
    ])
  /// The metric that has to get better; never nil here.
  package var monitor: Monitor? { follows }
  private var follows: Monitor
  private let factor: Double
  private let patience: Int
  private let cooldown: Int
  private let least: Double
  /// The best value so far; nil before an epoch counted.
  package private(set) var best: Double?
  /// How many epochs in a row were no better.
  package private(set) var waited = 0
  /// How many epochs of the cooldown are left.
  package private(set) var rest = 0

  /// True: histories of Keras have `learning_rate` with this callback.
  package var notesRate: Bool { true }

  /// Reads Keras' arguments; `mode` `auto` goes by the metric's name.
  package init(_ arguments: BoundArguments) throws(ArgumentError) {
    self.init(
      Monitor(arguments), factor: arguments.double("factor"),
      patience: arguments.int("patience"), cooldown: arguments.int("cooldown"),
      least: arguments.double("min_lr"))
  }

  /// - Parameter least: a rate that is never gone below.
  package init(_ monitor: Monitor, factor: Double, patience: Int, cooldown: Int, least: Double) {
    follows = monitor
    (self.factor, self.patience) = (factor, patience)
    (self.cooldown, self.least) = (cooldown, least)
  }

  /// Forgets the best value, the epochs waited and the cooldown, as Keras does in `on_train_begin`.
  package mutating func begin(_ compilation: Compilation) {
    (best, waited, rest) = (nil, 0, 0)
    follows = follows.directed(by: compilation) ?? follows
  }

  /// Sets ``reduced(_:)`` of the rate when so many epochs have been no better, then waits out the
  /// cooldown.
  package mutating func end(_ epoch: Int, _ value: Double, rate: Double) -> FitVerdict {
    if rest > 0 {
      rest -= 1
      waited = 0
    }
    if follows.isBetter(value, than: best) {
      (best, waited) = (value, 0)
      return .best
    }
    guard rest == 0 else { return .goesOn }
    waited += 1
    guard waited >= patience, rate > Double(Float(least)) else { return .goesOn }
    (rest, waited) = (cooldown, 0)
    return .rate(reduced(rate))
  }

  /// What becomes of a rate.
  package func reduced(_ rate: Double) -> Double { max(rate * factor, least) }
}
