import Memory

import Networks
import Testing

/// One loss with outputs and a target, for a check of its gradient by finite differences.
struct LossGradientCase: Sendable {
  let loss: ArgumentCall
  let outputs: [Float]
  let target: Target

  init(_ loss: ArgumentCall, _ outputs: [Float], _ label: UInt8, _ form: LabelForm) {
    self.loss = loss
    self.outputs = outputs
    target = Target(label: label, form: form)
  }
}

@Suite struct LossGradientTests {
  static let logits: KeyValuePairs<String, ArgumentValue> = ["from_logits": .bool(true)]
  static let smoothing: KeyValuePairs<String, ArgumentValue> = ["label_smoothing": .double(0.25)]
  static let cases = [
    LossGradientCase(.make("CategoricalCrossentropy"), [0.2, 0.5, 0.3], 1, .oneHot),
    LossGradientCase(
      .make("CategoricalCrossentropy", with: logits), [-1.2, 2.5, 0.3], 0, .oneHot),
    LossGradientCase(.make("SparseCategoricalCrossentropy"), [0.2, 0.6, 0.4], 2, .integer),
    LossGradientCase(
      .make("SparseCategoricalCrossentropy", with: logits), [3, -2.5, 0.3], 2, .integer),
    LossGradientCase(.make("BinaryCrossentropy"), [0.3], 1, .integer),
    LossGradientCase(.make("BinaryCrossentropy", with: logits), [-2, 1, 0.5], 1, .oneHot),
    LossGradientCase(.make("MeanSquaredError"), [0.2, -0.5, 0.3], 2, .oneHot),
    LossGradientCase(.make("MeanSquaredError"), [0.7], 3, .integer),
    LossGradientCase(
      .make("CategoricalCrossentropy", with: smoothing), [0.2, 0.5, 0.3], 1, .oneHot),
    LossGradientCase(.make("BinaryCrossentropy", with: smoothing), [0.3, 0.6], 1, .oneHot),
    LossGradientCase(.make("MeanAbsoluteError"), [0.2, -0.5, 0.3], 2, .oneHot),
    LossGradientCase(.make("MeanAbsolutePercentageError"), [2.5], 3, .integer),
    LossGradientCase(.make("MeanSquaredLogarithmicError"), [0.2, 0.5, -0.3], 1, .oneHot),
    LossGradientCase(.make("KLDivergence"), [0.2, 0.5, 0.3], 1, .oneHot),
    LossGradientCase(.make("Poisson"), [1.5], 3, .integer),
    LossGradientCase(.make("Huber"), [0.2, -1.5, 2.5], 2, .oneHot),
    LossGradientCase(.make("LogCosh"), [0.2, -1.5, 2.5], 2, .oneHot),
    LossGradientCase(.make("CosineSimilarity"), [0.2, -0.5, 0.3], 2, .oneHot),
    LossGradientCase(.make("CosineSimilarity"), [0.7], 3, .integer),
    LossGradientCase(.make("Hinge"), [0.2, -0.5, -1.5], 0, .oneHot),
    LossGradientCase(.make("Hinge"), [0.2], 2, .integer),
    LossGradientCase(.make("SquaredHinge"), [0.2, -0.5, -1.5], 0, .oneHot),
    LossGradientCase(.make("CategoricalHinge"), [0.2, -0.5, 0.4], 0, .oneHot),
    LossGradientCase(.make("CategoricalHinge"), [2, -0.5, 0.4], 0, .oneHot),
    LossGradientCase(.make("BinaryFocalCrossentropy"), [0.3, 0.6], 1, .oneHot),
    LossGradientCase(
      .make(
        "BinaryFocalCrossentropy",
        with: ["from_logits": .bool(true), "gamma": .double(1.5), "label_smoothing": .double(0.25)]),
      [-2, 1, 0.5], 1, .oneHot),
    LossGradientCase(.make("CategoricalFocalCrossentropy"), [0.2, 0.5, 0.3], 1, .oneHot),
    LossGradientCase(
      .make(
        "CategoricalFocalCrossentropy",
        with: ["from_logits": .bool(true), "gamma": .double(2.5)]), [-1.2, 2.5, 0.3], 0, .oneHot),
  ]

  @Test(arguments: cases.indices)
  func `gradients agree with finite differences`(_ index: Int) throws {
    let row = Self.cases[index]
    let loss = try LossCatalog.make(.call(row.loss))
    let step: Float = 1 / 128
    let slopes = evaluate(loss, row.outputs, row.target).slopes
    for column in row.outputs.indices {
      func at(_ steps: Float) -> Double {
        var moved = row.outputs
        moved[column] += steps * step
        return Double(evaluate(loss, moved, row.target).value)
      }
      let slope = (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * Double(step))
      #expect(abs(Double(slopes[column]) - slope) <= 1e-3 * max(1, abs(slope)), "[\(column)]")
    }
  }

  private func evaluate(
    _ loss: any Loss, _ outputs: [Float], _ target: Target
  ) -> (value: Float, slopes: [Float]) {
    var slopes = [Float](repeating: .nan, count: outputs.count)
    let value = outputs.withElements { outputs in
      slopes.withMutableElements {
        loss.sample(outputs, target: target, areLogits: loss.fromLogits, gradient: $0)
      }
    }
    return (value, slopes)
  }

  @Test func `every loss of the catalog is checked`() {
    let checked = Set(Self.cases.map(\.loss.name))
    #expect(Set(LossCatalog.all.map { $0.signature.name }) == checked)
  }
}
