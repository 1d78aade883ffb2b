import Datasets
import Tensors
import Testing

@testable import Networks

/// What outputs of layers cost, in plans and in plain computation.
@Suite struct ActivityPenaltyTests {
  private static func model(_ names: [String], behind activation: String) throws -> Model {
    func dense(_ units: Int, _ name: String) throws -> any Layer {
      try LayerDeclaration(
        .make("Dense", .int(units), with: ["activation": .string(name)])
      ).layer
    }
    let penalties = try names.map { try ActivityPenalty(.string($0)) }
    var nodes = [ModelNode(try dense(5, "tanh"), name: "first", inputs: [-1])]
    for (index, penalty) in penalties.enumerated() {
      nodes.append(ModelNode(penalty, name: "cost\(index)", inputs: [nodes.count - 1]))
    }
    nodes.append(ModelNode(try dense(3, activation), name: "last", inputs: [nodes.count - 1]))
    nodes.append(ModelNode(penalties[0], name: "end", inputs: [nodes.count - 1]))
    return try Model(name: "costs", inputShape: [4], nodes: nodes)
  }

  @Test(arguments: ["softmax", "linear"], [1, 3])
  func `a plan counts what the plain computation counts`(
    _ activation: String, _ threads: Int
  ) throws {
    let model = try Self.model(["l2", "l1"], behind: activation)
    let compilation = try Compilation(
      optimizer: .string("adam"), loss: .string("categorical_crossentropy"),
      metrics: [.string("accuracy")])
    let data = Lessons.split(11, shape: [4], classes: 3)
    var batch = Batch(capacity: 18, inputShape: [4], preparation: Preparation())
    var pair = try ExecutorPair(model, compilation, threads: threads, batch: 18)
    for rows in [Array(0..<11) + Array(2..<9), [4, 9, 1]] {
      batch.read(rows[...], images: data.images, labels: data.labels)
      #expect(pair.plan.train(batch).sums == pair.plain.train(batch).sums)
      #expect(pair.plan.evaluate(batch).sums == pair.plain.evaluate(batch).sums)
    }
    #expect(pair.plan.weights.tensors == pair.plain.weights.tensors)
  }

  @Test func `each sample pays for its own outputs`() throws {
    let penalty = try ActivityPenalty(
      .call(.make("L1L2", with: ["l1": .double(0.5), "l2": .double(0.25)])))
    let input = Tensor([2, 2], [1, -2, 0, 4])
    let output = penalty.forward(input, weights: [], pass: LayerPass())
    #expect(output.output == input)
    #expect(output.saved[0].values == [2.75, 6])
    let slopes = penalty.backward(
      Tensor(zeros: [2, 2]), input: input, output: output, weights: [], pass: LayerPass())
    #expect(slopes.input?.values == [0.5, -0.75, 0, 1.25])
  }
}
