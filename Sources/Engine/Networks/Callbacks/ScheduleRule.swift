/// Sets the learning rate of each epoch by a schedule (Keras' `LearningRateScheduler`), which counts
/// epochs from 0 where it counts steps in an optimizer.
struct ScheduleRule: FitRule {
  static let signature = Signature(
    "LearningRateScheduler",
    [Parameter("schedule", .component(.schedule)), Monitor.verboseParameter])
  private let schedule: any LearningRateSchedule

  var notesRate: Bool { true }

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    guard let schedule = try arguments.schedule("schedule") else {
      preconditionFailure("LearningRateScheduler: its signature asks for a schedule")
    }
    self.schedule = schedule
  }

  func rate(ofEpoch epoch: Int) -> Double? { schedule.rate(after: epoch) }
}
