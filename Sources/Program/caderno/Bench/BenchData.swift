internal import Datasets
internal import Networks
internal import Tensors

/// Samples to measure with, a function of the model and of their number and shape alone.
struct BenchData {
  let samples: Samples
  /// What the inputs are.
  let description: String

  /// Digits that the program draws where they fit a model of images, random bytes elsewhere; random
  /// numbers or words for others.
  ///
  /// On noise other gradients vanish than on pictures; times differ by what sparse paths skip.
  init(_ count: Int, _ model: BenchModel, shape: Shape) throws(DatasetError) {
    let inputs: Samples.Inputs
    var labels = (0..<count).map { UInt8($0 % 10) }
    switch model.inputs {
    case .images where shape == [28, 28, 1] && count <= 60_000:
      let limits = ExampleLimits(train: count, test: 0)
      let split = try DatasetLocator(isOffline: true).load("digits", limits: limits).train
      inputs = .bytes(split.images, divisor: 255)
      labels = split.labels
      description = "built-in digits"
    case .images:
      inputs = .bytes(Self.bytes(count * shape.count), divisor: 255)
      description = "random bytes"
    case .numbers:
      inputs = .numbers(Self.noise.uniform(count: count * shape.count))
      description = "random numbers"
    case .words:
      let words = Self.noise.uniform(count: count * shape.count)
      inputs = .numbers(words.map { ($0 * Float(BenchModel.vocabulary)).rounded(.down) })
      description = "random words"
    }
    samples = Samples(
      inputs: inputs, targets: Self.targets(model, inputs, labels, shape), inputShape: shape)
  }

  private static let noise = RandomStream(seed: 0, stream: 0)

  private static func targets(
    _ model: BenchModel, _ inputs: Samples.Inputs, _ labels: [UInt8], _ shape: Shape
  ) -> Samples.Targets {
    switch model.targets {
    case .classes: .classes(labels, .oneHot)
    case .yesOrNo: .rows(labels.map { Float($0 % 2) }, width: 1, .integer)
    case .inputs: .rows(numbers(inputs), width: shape.count, .oneHot)
    }
  }

  private static func numbers(_ inputs: Samples.Inputs) -> [Float] {
    switch inputs {
    case .bytes(let bytes, let divisor): bytes.map { Float($0) / divisor }
    case .numbers(let numbers): numbers
    case .source: preconditionFailure("BenchData makes no sources")
    }
  }

  private static func bytes(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 4)
    for index in 0..<(count + 3) / 4 {
      let word = noise.words(at: UInt64(index))
      bytes += (0..<4).map { UInt8(truncatingIfNeeded: word[$0]) }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }
}
