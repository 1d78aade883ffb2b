public import Digests
public import Tensors

/// The numbers of a model's weights, in the order of ``Model/weightSpecs``.
public struct ModelWeights: Sendable, Equatable {
  /// `layer/weight`, such as `conv2d/kernel`.
  public let names: [String]
  /// The weights in the order of ``Model/weightSpecs``, each in its spec's shape.
  public var tensors: [Tensor]

  /// The first weights, a function of the model and the seed.
  ///
  /// - Parameters:
  ///   - model: gives names, shapes and initializers.
  ///   - seed: the only chance that there is.
  ///   - base: weights of a model that this one extends; they stay as they are.
  public init(_ model: Model, seed: UInt64, base: ModelWeights? = nil) {
    let kept = base?.tensors ?? []
    precondition(
      zip(kept, model.weightSpecs).allSatisfy { $0.shape == $1.shape }
        && kept.count <= model.weightSpecs.count,
      "ModelWeights: \(model.name) doesn't extend the model of the weights given")
    var made: [Tensor] = []
    for (layerIndex, layer) in model.layers.enumerated() {
      for (weightIndex, spec) in layer.weightSpecs.enumerated() {
        let stream = StreamName.weight(layer: layerIndex, weight: weightIndex)
        made.append(
          made.count < kept.count
            ? kept[made.count]
            : Tensor(
              spec.shape, spec.initializer.values(for: spec.shape, seed: seed, stream: stream)))
      }
    }
    names = Self.names(of: model)
    tensors = made
  }

  /// Weights from numbers in order, as they come from a file or a checkpoint.
  ///
  /// - Returns: nil where the counts don't fit the model.
  public init?(_ model: Model, flat values: [[Float]]) {
    let specs = model.weightSpecs
    guard specs.map(\.shape.count) == values.map(\.count) else { return nil }
    names = Self.names(of: model)
    tensors = zip(specs, values).map { Tensor($0.shape, $1) }
  }

  private static func names(of model: Model) -> [String] {
    model.layers.flatMap { layer in layer.weightSpecs.map { "\(layer.name)/\($0.name)" } }
  }

  /// The SHA-256 of all numbers in order as little-endian IEEE 754 single-precision bytes.
  public var sha256: SHA256Digest {
    let stream = SHA256Stream()
    for tensor in tensors {
      stream.update(numbers: tensor.values.map(\.bitPattern.littleEndian))
    }
    return stream.finish()
  }
}
