import Networks
import Testing

struct ScheduleCase: Decodable, Sendable {
  let schedule: String
  let arguments: [String: JSONArgument]
  let steps: [Int]
  let rates: [Float]
}

@Suite struct ScheduleTests {
  static let cases = KerasValues<ScheduleCase>.load("components_schedules")

  @Test(arguments: cases.indices)
  func `Keras gives the same rates`(_ index: Int) throws {
    let row = Self.cases[index]
    let schedule = try make(ArgumentCall(row.schedule, json: row.arguments))
    let rates = row.steps.map { Float(schedule.rate(after: $0)) }
    #expect(firstDifference(rates, row.rates) == nil)
  }

  @Test func `every schedule of the catalog is compared with Keras`() {
    let compared = Set(Self.cases.map(\.schedule))
    #expect(Set(ScheduleCatalog.all.map { $0.signature.name }) == compared)
  }

  @Test(arguments: [
    (
      "PiecewiseConstantDecay([10, 20], [1, 2])",
      ArgumentCall.make(
        "PiecewiseConstantDecay", .list([.int(10), .int(20)]), .list([.int(1), .int(2)])),
      "PiecewiseConstantDecay: 'values' must have 3 elements, not 2"
    ),
    (
      "PiecewiseConstantDecay([20, 10], [1, 2, 3])",
      .make(
        "PiecewiseConstantDecay", .list([.int(20), .int(10)]),
        .list([.int(1), .int(2), .int(3)])),
      "PiecewiseConstantDecay: each number of 'boundaries' must be above the one before it"
    ),
    (
      "PiecewiseConstantDecay([], [1])",
      .make("PiecewiseConstantDecay", .list([]), .list([.int(1)])),
      "PiecewiseConstantDecay: 'boundaries' must be a list of numbers, each at least 0, not ()"
    ),
    (
      "CosineDecay(0.1, 0)", .make("CosineDecay", .double(0.1), .int(0)),
      "CosineDecay: 'decay_steps' must be above 0, not 0"
    ),
    (
      "Decay()", .make("Decay"),
      "SGD: there is no schedule 'Decay'; there are 'ExponentialDecay', 'InverseTimeDecay', "
        + "'PolynomialDecay', 'PiecewiseConstantDecay', 'CosineDecay', 'CosineDecayRestarts'"
    ),
  ])
  func `what is wrong with a schedule is said`(
    _ title: String, _ call: ArgumentCall, _ message: String
  ) throws {
    let error = try #require(throws: ArgumentError.self) {
      try OptimizerCatalog.make(
        .call(.make("SGD", with: ["learning_rate": .call(call)])))
    }
    #expect(error.description.hasSuffix(message), "\(error)")
  }

  @Test func `a learning rate that is neither a number nor a call is refused`() throws {
    let error = try #require(throws: ArgumentError.self) {
      try OptimizerCatalog.make(.call(.make("SGD", with: ["lr": .bool(true)])))
    }
    #expect(
      error.description.hasSuffix(
        "SGD: 'learning_rate' must be a number, at least 0, or a call that makes a schedule, "
          + "not True"))
  }

  private func make(_ call: ArgumentCall) throws -> any LearningRateSchedule {
    let type = try #require(ScheduleCatalog.all.first { $0.signature.name == call.name })
    return try type.init(type.signature.bind(call))
  }
}
