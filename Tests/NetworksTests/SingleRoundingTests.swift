import Memory
import Networks
import Tensors
import Testing

/// Where 1 is taken from a hyperparameter, Keras 3.15.1 on TensorFlow 2.21.0 takes it in double
/// precision and rounds once; its numbers stand here, to the last digit.
@Suite struct SingleRoundingTests {
  struct Row: Sendable {
    let arguments: [String: ArgumentValue]
    /// `Formula.numbers([12], salt: 5)` after six steps.
    let weights: [Float]
  }

  static let rows = [
    Row(
      arguments: [:],
      weights: [
        0.4714349, 0.32064125, 0.16983913, 0.022781705, -0.1300041, -0.28361437, -0.43936118,
        0.4108222, 0.2603966, 0.10965061, -0.041041236, -0.19067915,
      ]),
    Row(
      arguments: ["amsgrad": .bool(true)],
      weights: [
        0.47143492, 0.32064125, 0.16983913, 0.022781705, -0.1300041, -0.28361437, -0.43936118,
        0.4108222, 0.2603966, 0.10965067, -0.041041236, -0.19067915,
      ]),
    Row(
      arguments: ["beta_1": .double(0.8), "beta_2": .double(0.99)],
      weights: [
        0.4718233, 0.32081082, 0.16976948, 0.022653045, -0.13020723, -0.2836354, -0.4390184,
        0.41122985, 0.26056406, 0.10954693, -0.04123624, -0.19087486,
      ]),
  ]

  @Test(arguments: rows.indices) func `Adam moves as Keras' does`(_ index: Int) throws {
    let row = Self.rows[index]
    let adam = try OptimizerCatalog.make(
      .call(ArgumentCall("Adam", keywords: row.arguments.map { .init($0.key, $0.value) })))
    var weights = Formula.numbers([12], salt: 5).values
    var slots = adam.slotNames.map { _ in [Float](repeating: 0, count: 12) }.flatMap { $0 }
    for step in 0..<6 {
      weights.withMutableElements { weights in
        slots.withMutableElements { all in
          let slots = stride(from: 0, to: all.count, by: 12).map { all[$0..<$0 + 12] }
          Formula.numbers([12], salt: 20 + step).values.withElements {
            adam.update(
              weights, of: WeightFacts(shape: [12], path: "dense/bias"), gradient: $0, slots: slots,
              step: step + 1)
          }
        }
      }
    }
    expect(weights, row.weights)
  }

  /// RMSprop and Adamax take 1 - ρ and 1 - β in double precision and round once, Nadam computes it in single precision.
  @Test(arguments: OptimizerOracleTests.cases.indices.filter(isOneOfThree))
  func `RMSprop, Adamax and Nadam move as Keras' do`(_ index: Int) throws {
    let row = OptimizerOracleTests.cases[index]
    let optimizer = try OptimizerCatalog.make(
      .call(ArgumentCall(row.optimizer, json: row.arguments)))
    var weights = Formula.numbers([12], salt: 5).values
    var slots = [Float](repeating: 0, count: 12 * optimizer.keptNames.count)
    for (step, expected) in row.steps.enumerated() {
      weights.withMutableElements { weights in
        slots.withMutableElements { all in
          let slots = stride(from: 0, to: all.count, by: 12).map { all[$0..<$0 + 12] }
          Formula.numbers([12], salt: 20 + step).values.withElements {
            optimizer.update(
              weights, of: WeightFacts(shape: [12], path: "dense/bias"), gradient: $0, slots: slots,
              step: step + 1)
          }
        }
      }
      for (got, wanted) in zip(weights, expected) {
        #expect(abs(got - wanted) <= 1.5e-7, "step \(step + 1): \(got), not \(wanted)")
      }
    }
  }

  static func isOneOfThree(_ index: Int) -> Bool {
    ["RMSprop", "Adamax", "Nadam"].contains(OptimizerOracleTests.cases[index].optimizer)
  }

  @Test func `moving moments take the share that momentum leaves`() throws {
    let layer = try Lessons.layer("BatchNormalization", with: ["momentum": .double(0.98)]).layer
    let input = Formula.numbers([6, 3], salt: 1, scale: 2)
    var weights = layer.weightSpecs(for: [3]).enumerated().map { index, spec in
      Tensor(spec.shape, [Float](repeating: index == 0 || index == 3 ? 1 : 0, count: 3))
    }
    for _ in 0..<3 {
      let output = layer.forward(input, weights: weights, pass: LayerPass(isTraining: true))
      for (index, state) in output.newState { weights[index] = state }
    }
    expect(weights[2].values, [0.018534135, 0.00069940207, -0.017135337])
    expect(weights[3].values, [0.9546373, 0.9546373, 0.9546373])
  }

  /// Sums in another order may move the last bit.
  private func expect(_ got: [Float], _ expected: [Float]) {
    #expect(got.count == expected.count)
    for (a, b) in zip(got, expected) { #expect(abs(a - b) <= b.ulp * 2, "\(a), not \(b)") }
  }
}
