public import Datasets
public import Tensors

/// What a model is trained on, judged by or asked about: inputs, and what each should give.
///
/// A part of it shares its memory.
public struct Samples: Sendable {
  /// `[count, …inputShape]`, row-major.
  public enum Inputs: Sendable {
    /// Bytes, each divided by the same number.
    case bytes([UInt8], divisor: Float)
    case numbers([Float])
    /// Numbers that lie somewhere else.
    case source(any SampleSource)
  }

  /// What each sample should give.
  public enum Targets: Sendable {
    /// There is nothing to compare with.
    case none
    /// A class number for each sample, seen in a form.
    case classes([UInt8], LabelForm)
    /// A row of numbers for each sample, `[count, width]`.
    case rows([Float], width: Int, LabelForm)
    /// The targets of each of several outputs.
    indirect case parts([Targets])
  }

  /// The inputs of all samples that share this memory, also of those outside ``rows``.
  public let inputs: Inputs
  /// The targets of all samples that share this memory, also of those outside ``rows``.
  public let targets: Targets
  /// The shape of one input.
  public let inputShape: Shape
  /// Which rows of inputs, targets and weights these are.
  public let rows: Range<Int>
  /// What the loss of each sample is multiplied by; nil for 1. Only metrics that are asked to see it.
  public private(set) var weights: [Float]?
  /// How many weights a sample has: one for all outputs, or one for each.
  public private(set) var weightsPerSample = 1
  /// Tells the targets from all others without a look at them; nil where nothing does.
  public let targetIdentity: (any Hashable & Sendable)?

  /// How many samples these are.
  public var count: Int { rows.count }

  /// All samples that the inputs hold, unweighted.
  ///
  /// - Parameters:
  ///   - inputs: bytes, numbers, or a source that makes them.
  ///   - targets: a label or a row of numbers for each sample.
  ///   - inputShape: the shape of one input, without the batch axis.
  ///   - targetIdentity: what the targets are known by; nil where nothing tells them from
  ///     others.
  public init(
    inputs: Inputs, targets: Targets = .none, inputShape: Shape,
    targetIdentity: (any Hashable & Sendable)? = nil
  ) {
    let total =
      switch inputs {
      case .bytes(let bytes, _): bytes.count
      case .numbers(let numbers): numbers.count
      case .source(let source): source.count
      }
    self.init(
      inputs, targets, inputShape, 0..<total / max(inputShape.count, 1), targetIdentity)
  }

  /// A split of a data set as a preparation shows it.
  public init(_ split: Split, _ preparation: Preparation) {
    self.init(
      .bytes(split.images, divisor: preparation.divisor),
      .classes(split.labels, preparation.labelForm), split.imageShape, 0..<split.count)
  }

  private init(
    _ inputs: Inputs, _ targets: Targets, _ inputShape: Shape, _ rows: Range<Int>,
    _ targetIdentity: (any Hashable & Sendable)? = nil
  ) {
    self.targetIdentity = targetIdentity
    self.inputs = inputs
    self.targets = targets
    self.inputShape = inputShape
    self.rows = rows
  }

  /// Some of the samples in a row.
  public func subset(_ range: Range<Int>) -> Samples {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "Samples.subset: \(range)")
    let rows = rows.lowerBound + range.lowerBound..<rows.lowerBound + range.upperBound
    var part = Samples(inputs, targets, inputShape, rows, targetIdentity)
    (part.weights, part.weightsPerSample) = (weights, weightsPerSample)
    return part
  }

  /// The same samples, with numbers for each one that its losses are multiplied by.
  ///
  /// - Parameters:
  ///   - weights: those of a sample stand beside each other.
  ///   - perSample: one for all outputs, or one for each of several.
  public func weighted(by weights: [Float], perSample: Int = 1) -> Samples {
    precondition(
      weights.count == count * perSample, "Samples.weighted: \(weights.count) for \(count)")
    var weighted = self
    weighted.weights = [Float](repeating: 1, count: rows.lowerBound * perSample) + weights
    weighted.weightsPerSample = perSample
    return weighted
  }
}
