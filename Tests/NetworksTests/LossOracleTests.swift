import Memory

import Networks
import Testing

struct LossCase: Decodable, Sendable {
  let loss: String
  let arguments: [String: JSONArgument]
  let labelForm: LabelForm
  let labels: [UInt8]
  /// Targets in the labels' place, as many for each sample as it has outputs.
  let rows: [Float]?
  let shape: [Int]
  let outputs: [Float]
  let values: [Float]
  let gradient: [Float]

  func withTarget(of sample: Int, _ body: (Target) -> Float) -> Float {
    guard let rows else { return body(Target(label: labels[sample], form: labelForm)) }
    let width = shape[1]
    return rows.withElements {
      let range = sample * width..<(sample + 1) * width
      return body(Target(row: $0[range], form: labelForm))
    }
  }
}

@Suite struct LossOracleTests {
  static let cases = KerasValues<LossCase>.load("losses") + KerasValues.load("components_losses")

  @Test(arguments: cases.indices)
  func `Keras gives the same losses and gradients`(_ index: Int) throws {
    let row = Self.cases[index]
    let loss = try LossCatalog.make(.call(ArgumentCall(row.loss, json: row.arguments)))
    let width = row.shape[1]
    for sample in row.labels.indices {
      let range = sample * width..<(sample + 1) * width
      var slopes = [Float](repeating: 0, count: width)
      let value = row.outputs.withElements { outputs in
        slopes.withMutableElements { slopes in
          row.withTarget(of: sample) {
            loss.sample(
              outputs[range], target: $0,
              areLogits: loss.fromLogits, gradient: slopes)
          }
        }
      }
      #expect(firstDifference([value], [row.values[sample]]) == nil)
      let scaled = slopes.map { $0 / Float(row.labels.count) }
      #expect(firstDifference(scaled, Array(row.gradient[range]), tolerance: 2e-5) == nil)
    }
  }

  @Test func `every loss of the catalog is compared with Keras`() {
    let compared = Set(Self.cases.map(\.loss))
    #expect(Set(LossCatalog.all.map { $0.signature.name }).subtracting(compared) == [])
  }
}
