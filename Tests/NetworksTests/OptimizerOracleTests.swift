import Memory

import Networks
import Tensors
import Testing

struct OptimizerCase: Decodable, Sendable {
  let optimizer: String
  let arguments: [String: JSONArgument]
  let shape: [Int]?
  let path: String?
  let steps: [[Float]]
}

@Suite struct OptimizerOracleTests {
  static let cases =
    KerasValues<OptimizerCase>.load("optimizers") + KerasValues.load("components_optimizers")

  @Test(arguments: cases.indices)
  func `Keras moves the weights alike over six steps`(_ index: Int) throws {
    let row = Self.cases[index]
    let optimizer = try OptimizerCatalog.make(
      .call(ArgumentCall(row.optimizer, json: row.arguments)))
    let facts = WeightFacts(shape: Shape(row.shape ?? [12]), path: row.path ?? "dense/kernel")
    var weight = Formula.numbers([12], salt: 5).values
    var slots = optimizer.keptNames.indices.map {
      let own = $0 < optimizer.slotNames.count
      return [Float](repeating: own ? optimizer.initialValue(ofSlot: $0) : 0, count: 12)
    }
    for (step, expected) in row.steps.enumerated() {
      let gradient = Formula.numbers([12], salt: 20 + step).values
      var flat = slots.flatMap { $0 }
      weight.withMutableElements { weight in
        flat.withMutableElements { flat in
          let buffers = slots.indices.map {
            flat[$0 * 12..<($0 + 1) * 12]
          }
          gradient.withElements {
            optimizer.update(weight, of: facts, gradient: $0, slots: buffers, step: step + 1)
          }
        }
      }
      for slot in slots.indices { slots[slot] = Array(flat[slot * 12..<(slot + 1) * 12]) }
      #expect(firstDifference(weight, expected) == nil, "step \(step + 1)")
    }
  }

  @Test func `every optimizer of the catalog is compared with Keras`() {
    let compared = Set(Self.cases.map(\.optimizer))
    #expect(Set(OptimizerCatalog.all.map { $0.signature.name }).subtracting(compared) == [])
  }
}
