import Datasets
import Kernels
import Tensors
import Testing

@testable import Networks

/// Each layer of the catalog as a plan runs it, held against its plain computation.
@Suite struct PlannedLayerTests {
  static let names = LayerCatalog.all.map { $0.signature.name }

  @Test func `every layer brings its step`() {
    let without = LayerCatalog.all.filter { !($0 is any PlannedLayer.Type) }
    #expect(without.map { $0.signature.name } == [])
  }

  @Test(arguments: names) func `every layer is drawn`(_ name: String) {
    #expect(LayerDraw.layers(name, 1).count == 1)
  }

  /// One thread and two with the fastest kernels, and three with each kind of them.
  static let variants =
    [(1, InstructionSet.fastest), (2, .fastest)] + InstructionSet.available.map { (3, $0) }

  @Test(arguments: names)
  func `a step computes what the layer does`(_ name: String) throws {
    for sample in LayerDraw.layers(name, 5) {
      try check(sample, Self.model(sample, isFirst: false))
      try check(sample, Self.model(sample, isFirst: true))
    }
    for sample in LayerDraw.layers(name, 2) {
      try check(sample, Self.frozen(Self.model(sample, isFirst: false)))
    }
  }

  private func check(_ sample: DrawnLayer, _ model: Model) throws {
    let compilation = try Compilation(
      optimizer: .string("adam"), loss: .string("categorical_crossentropy"),
      metrics: [.string("accuracy")])
    let data = Lessons.split(11, shape: sample.input, classes: 3)
    var batch = Batch(capacity: 18, inputShape: sample.input, preparation: Preparation())
    var pairs = try Self.variants.map { threads, level in
      try ExecutorPair(model, compilation, threads: threads, kernels: KernelSet(level), batch: 18)
    }
    for rows in [Array(0..<11) + Array(2..<9), [4, 9, 1]] {
      batch.read(rows[...], images: data.images, labels: data.labels)
      let outputs = pairs[0].plain.predict(batch)
      let sums = pairs[0].plain.train(batch).sums
      for (index, variant) in Self.variants.enumerated() {
        let about = Comment(rawValue: "\(sample.testDescription), \(variant)")
        #expect(pairs[index].plan.predict(batch) == outputs, about)
        #expect(pairs[index].plan.train(batch).sums == sums, about)
      }
    }
    for pair in pairs {
      #expect(
        pair.plan.weights.tensors == pairs[0].plain.weights.tensors,
        Comment(rawValue: sample.testDescription))
      #expect(pair.plan.optimizerState == pairs[0].plain.optimizerState)
    }
  }

  /// A model whose second layer isn't trained, though those around it are.
  private static func frozen(_ model: Model) throws -> Model {
    let nodes = model.layers.enumerated().map { index, layer in
      ModelNode(
        index == 1 ? layer.layer.frozen : layer.layer, name: layer.name, inputs: layer.inputs,
        isTrainable: index != 1)
    }
    return try Model(name: model.name, inputShape: model.inputShape, nodes: nodes)
  }

  /// The layer between two that are trained, or before one.
  ///
  /// - Parameter isFirst: whether the layer is the model's first, so that nobody wants the gradient
  ///   of its input.
  static func model(_ sample: DrawnLayer, isFirst: Bool) throws -> Model {
    let before: [LayerDeclaration]
    if sample.call.name == "Embedding" {
      // Numbers from 0 to 1 become rows of the table.
      before = [try Lessons.layer("Rescaling", .double((sample.rows ?? 1) - 0.5))]
    } else {
      before = isFirst ? [] : [try Lessons.layer("Dense", .int(sample.input.extents.last ?? 1))]
    }
    return try Model(
      inputShape: sample.input,
      layers: before + [
        LayerDeclaration(sample.call), Lessons.layer("Flatten"),
        Lessons.layer("Dense", .int(3), with: ["activation": .string("softmax")]),
      ])
  }
}

extension DrawnLayer {
  /// An embedding's rows.
  fileprivate var rows: Double? { call.positional.first?.number }
}
