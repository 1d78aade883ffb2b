import Networks
import Testing

struct LossCase: Decodable, Sendable {
  let loss: String
  let arguments: [String: JSONArgument]
  let labelForm: LabelForm
  let labels: [UInt8]
  let shape: [Int]
  let outputs: [Float]
  let values: [Float]
  let gradient: [Float]
}

@Suite struct LossOracleTests {
  static let cases = Fixture<LossCase>.load("losses") + Fixture.load("components_losses")

  @Test(arguments: cases.indices)
  func `Keras gives the same losses and gradients`(_ index: Int) throws {
    let row = Self.cases[index]
    let loss = try LossCatalog.make(.call(ArgumentCall(row.loss, json: row.arguments)))
    let width = row.shape[1]
    for (sample, label) in row.labels.enumerated() {
      let outputs = Array(row.outputs[sample * width..<(sample + 1) * width])
      var slopes = [Float](repeating: 0, count: width)
      let value = outputs.withUnsafeBufferPointer { outputs in
        slopes.withUnsafeMutableBufferPointer {
          loss.sample(
            outputs, target: Target(label: label, form: row.labelForm),
            areLogits: loss.fromLogits, gradient: $0)
        }
      }
      #expect(firstDifference([value], [row.values[sample]]) == nil)
      let scaled = slopes.map { $0 / Float(row.labels.count) }
      let expected = Array(row.gradient[sample * width..<(sample + 1) * width])
      #expect(firstDifference(scaled, expected, tolerance: 2e-5) == nil)
    }
  }

  @Test func `every loss of the catalog is compared with Keras`() {
    let compared = Set(Self.cases.map(\.loss))
    #expect(Set(LossCatalog.all.map { $0.signature.name }).subtracting(compared) == [])
  }
}
