internal import ArgumentParser
internal import Execution
internal import Networks
internal import Tensors

/// A model that is measured.
///
/// What it is stands in ``BenchCatalog`` alone: `Benchmarks/peers.py` is told by a
/// ``BenchDescription``.
struct BenchModel: Sendable {
  /// What one input is.
  enum Inputs: String, Encodable {
    /// Digits or random bytes, which are scaled where they are used.
    case images
    /// Floats from 0 to 1.
    case numbers
    /// Whole numbers below ``BenchModel/vocabulary``.
    case words
  }

  enum Targets: String, Encodable {
    /// One of ten.
    case classes
    /// 0 or 1.
    case yesOrNo
    case inputs
  }

  let name: String
  let inputs: Inputs
  let targets: Targets
  let optimizer: String
  let metrics: [String]
  /// Batches to measure; the first one unless another is asked for.
  let batches: [Int]
  /// Samples of an epoch, unless others are asked for.
  let images: Int
  /// The first axis of an input, unless a sweep says otherwise.
  let size: Int
  /// An input's shape for a size.
  let shape: @Sendable (Int) -> [Int]
  /// Layers in Keras notation for a width, ``width`` unless a sweep says otherwise.
  let layers: @Sendable (Int) -> [String]

  /// Words that there are.
  static let vocabulary = 5000
  static let width = 32

  init(
    _ name: String, _ inputs: Inputs = .images, targets: Targets = .classes,
    optimizer: String = "adam", metrics: [String] = [], batches: [Int], images: Int, size: Int,
    shape: @escaping @Sendable (Int) -> [Int], layers: @escaping @Sendable (Int) -> [String]
  ) {
    (self.name, self.inputs, self.targets) = (name, inputs, targets)
    (self.optimizer, self.metrics) = (optimizer, metrics)
    (self.batches, self.images, self.size) = (batches, images, size)
    (self.shape, self.layers) = (shape, layers)
  }

  var loss: String { targets == .classes ? "categorical_crossentropy" : "binary_crossentropy" }

  func model(size: Int, channels: Int) throws -> Model {
    try Model(
      name: name, inputShape: Shape(shape(size)),
      layers: try LayerNotation.declarations(layers(channels)))
  }

  func compilation() throws -> Compilation {
    try Compilation(
      optimizer: .string(optimizer), loss: .string(loss), metrics: metrics.map { .string($0) })
  }
}

extension BenchModel: ExpressibleByArgument {
  init?(argument: String) {
    guard let model = BenchCatalog.all.first(where: { $0.name == argument }) else { return nil }
    self = model
  }

  static var allValueStrings: [String] { BenchCatalog.all.map(\.name) }

  var defaultValueDescription: String { name }
}

extension BenchModel: Encodable {
  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}
