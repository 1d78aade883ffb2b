import Memory

import Networks
import Tensors
import Testing

@Suite struct OptimizerTests {
  @Test(arguments: OptimizerCatalog.all.map { $0.signature.name })
  func `a learning rate set between epochs is the rate of the next step`(_ name: String) throws {
    let first = try OptimizerCatalog.make(.call(.make(name, with: ["lr": .double(0.5)])))
    let second = try OptimizerCatalog.make(.call(.make(name, with: ["lr": .double(0.0625)])))
    #expect(first.learningRate == 0.5)
    #expect(first.with(learningRate: 0.0625).learningRate == 0.0625)
    #expect(moved(by: first.with(learningRate: 0.0625)) == moved(by: second))
    #expect(moved(by: first) != moved(by: second))
  }

  @Test(arguments: OptimizerCatalog.all.map { $0.signature.name })
  func `a weight moves alike in parts and as a whole, where parts may move`(_ name: String) throws {
    let optimizer = try OptimizerCatalog.make(
      .call(.make(name, with: ["clipvalue": .double(0.25), "weight_decay": .double(0.5)])))
    #expect(optimizer.movesWholeWeights == !(optimizer is any ElementwiseOptimizer))
    if optimizer.movesWholeWeights { return }
    let whole = moved(by: optimizer, count: 3000)
    #expect(moved(by: optimizer, count: 3000, parts: [0..<7, 7..<1031, 1031..<3000]) == whole)
  }

  @Test(arguments: ["SGD", "RMSprop", "Adam", "Adagrad", "Adadelta", "Adamax"])
  func `decay divides the rate of each step as in Keras 2`(_ name: String) throws {
    let call = ArgumentCall.make(name, with: ["lr": .double(0.5), "decay": .double(0.25)])
    let rate = try OptimizerCatalog.make(.call(call)).settings.learningRate
    #expect([1, 2, 5].map(rate.at) == [0.5, 0.4, 0.25])
  }

  @Test func `what an old lesson leaves to Keras is what Keras takes`() throws {
    let old = ArgumentCall.make(
      "rmsprop", with: ["lr": .double(0.001), "epsilon": .none, "decay": .double(0)])
    let new = try OptimizerCatalog.make(.string("RMSprop"))
    #expect(moved(by: try OptimizerCatalog.make(.call(old))) == moved(by: new))
  }

  @Test func `a schedule gives each step its rate, and a number set later takes its place`()
    throws
  {
    let halving = ArgumentCall.make(
      "ExponentialDecay", .double(0.5), .int(1), .double(0.5), with: ["staircase": .bool(true)])
    let call = ArgumentCall.make("SGD", with: ["learning_rate": .call(halving)])
    let optimizer = try OptimizerCatalog.make(.call(call))
    let rate = optimizer.settings.learningRate
    #expect([1, 2, 3].map(rate.at) == [0.5, 0.25, 0.125])
    #expect(optimizer.learningRate == 0.5)
    #expect(rate.schedule is ExponentialDecay)
    let constant = optimizer.with(learningRate: 0.75).settings.learningRate
    #expect(constant.schedule == nil)
    #expect([1, 3].map(constant.at) == [0.75, 0.75])
  }

  @Test func `two bounds for gradients are refused`() throws {
    let call = ArgumentCall.make(
      "Adam", with: ["global_clipnorm": .double(1), "clipvalue": .double(0.5)])
    let error = try #require(throws: ArgumentError.self) { try OptimizerCatalog.make(.call(call)) }
    #expect(
      error.description.hasSuffix("Adam: 'global_clipnorm' and 'clipvalue' exclude each other"))
    let none = ArgumentCall.make(
      "Adam", with: ["clipnorm": .none, "clipvalue": .double(0.5), "global_clipnorm": .int(0)])
    #expect(try OptimizerCatalog.make(.call(none)).settings.normBound == nil)
  }

  /// A weight's numbers after three steps, in parts that each move on their own.
  private func moved(
    by optimizer: any Optimizer, count: Int = 12, parts: [Range<Int>]? = nil
  ) -> [Float] {
    var weight = Formula.numbers([count], salt: 5).values
    var slots = optimizer.slotNames.indices.map {
      [Float](repeating: optimizer.initialValue(ofSlot: $0), count: count)
    }
    for step in 1...3 {
      let gradient = Formula.numbers([count], salt: 20 + step).values
      for part in parts ?? [0..<count] {
        move(&weight, gradient, &slots, part, optimizer, step)
      }
    }
    return weight
  }

  private func move(
    _ weight: inout [Float], _ gradient: [Float], _ slots: inout [[Float]], _ part: Range<Int>,
    _ optimizer: any Optimizer, _ step: Int
  ) {
    var own = slots.flatMap { $0[part] }
    let size = part.count
    weight.withMutableElements { weight in
      own.withMutableElements { own in
        let buffers = slots.indices.map {
          own[$0 * size..<($0 + 1) * size]
        }
        gradient.withElements {
          optimizer.update(
            weight[part], of: WeightFacts(shape: [size], path: "dense/bias"),
            gradient: $0[part], slots: buffers, step: step)
        }
      }
    }
    for slot in slots.indices {
      slots[slot].replaceSubrange(part, with: own[slot * size..<(slot + 1) * size])
    }
  }
}
