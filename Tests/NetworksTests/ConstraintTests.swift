import Datasets
import Tensors
import Testing

@testable import Networks

/// A constraint, a weight, and what Keras makes of it (Tests/Oracles/networks_keras_layers.py).
struct ConstraintCase: Decodable, Sendable, CustomTestStringConvertible {
  let call: ArgumentCall
  let shape: [Int]
  let output: [Float]
  var testDescription: String { "\(call) of \(shape)" }

  enum Key: CodingKey { case constraint, arguments, shape, output }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    call = ArgumentCall(
      try values.decode(String.self, forKey: .constraint),
      json: try values.decode([String: JSONArgument].self, forKey: .arguments))
    shape = try values.decode([Int].self, forKey: .shape)
    output = try values.decode([Float].self, forKey: .output)
  }
}

@Suite struct ConstraintTests {
  static let cases = KerasValues<ConstraintCase>.load("constraints")

  @Test func `every constraint has cases`() {
    let names = ConstraintCatalog.all.map { $0.signature.name }
    #expect(Set(Self.cases.map(\.call.name)) == Set(names))
  }

  @Test(arguments: cases)
  func `holds weights as Keras does`(_ row: ConstraintCase) throws {
    let type = try #require(ConstraintCatalog.all.first { $0.signature.name == row.call.name })
    let constraint = try type.init(type.signature.bind(row.call))
    var weight = Formula.numbers(Shape(row.shape), salt: 5, scale: 6).values
    constraint.hold(&weight, shape: Shape(row.shape))
    #expect(firstDifference(weight, row.output, tolerance: 2e-6) == nil)
  }

  @Test func `training holds weights both ways alike, on any number of threads`() throws {
    let maxNorm = ArgumentCall.make("MaxNorm", .double(0.4))
    let model = try Model(
      inputShape: [6],
      layers: [
        LayerDeclaration(
          .make(
            "Dense", .int(37),
            with: ["kernel_constraint": .call(maxNorm), "bias_constraint": .string("non_neg")])),
        LayerDeclaration(
          .make("Dense", .int(3), with: ["kernel_constraint": .string("unit_norm")])),
      ])
    let compilation = try Compilation(
      optimizer: .string("adam"), loss: .string("categorical_crossentropy"),
      metrics: [.string("accuracy")])
    let data = Lessons.split(11, shape: [6], classes: 3)
    var batch = Batch(capacity: 11, inputShape: [6], preparation: Preparation())
    batch.read(Array(0..<11)[...], images: data.images, labels: data.labels)
    for threads in [1, 3] {
      var pair = try ExecutorPair(model, compilation, threads: threads)
      for _ in 0..<3 {
        _ = pair.plain.train(batch)
        _ = pair.plan.train(batch)
      }
      let weights = pair.plan.weights.tensors
      #expect(weights == pair.plain.weights.tensors)
      #expect(Self.norms(weights[0]).allSatisfy { $0 < 0.40001 })
      #expect(Self.norms(weights[0]).contains { $0 > 0.39999 })
      #expect(weights[1].values.allSatisfy { $0 >= 0 } && weights[1].values.contains(0))
      #expect(Self.norms(weights[2]).allSatisfy { abs($0 - 1) < 1e-5 })
    }
  }

  /// Of a matrix' columns.
  private static func norms(_ matrix: Tensor) -> [Float] {
    (0..<matrix.shape[1]).map { column in
      stride(from: column, to: matrix.values.count, by: matrix.shape[1])
        .reduce(0) { $0 + matrix.values[$1] * matrix.values[$1] }.squareRoot()
    }
  }
}
