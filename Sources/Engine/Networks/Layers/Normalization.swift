internal import Memory
package import Tensors

/// (x - mean) / √variance along the last axis, with moments that are given or learned from data ahead of training.
///
/// Weights, where the moments aren't given: `mean` and `variance` `[channels]` and `count` `[]`, which no
/// gradient moves.
package struct Normalization: Layer {
  /// Keras' `Normalization` over the last axis.
  package static let signature = Signature.layer(
    "Normalization",
    [
      Parameter("mean", .number(.any), default: .some(.none), acceptsNone: true, keywordOnly: true),
      Parameter(
        "variance", .number(.nonNegative), default: .some(.none), acceptsNone: true,
        keywordOnly: true),
    ])
  /// The moments that all channels share; nil where they are weights.
  private let moments: (mean: Float, variance: Float)?

  /// Takes moments where both are given.
  package init(_ arguments: BoundArguments) throws(ArgumentError) {
    guard let mean = arguments["mean"]?.number, let variance = arguments["variance"]?.number else {
      moments = nil
      return
    }
    moments = (Float(mean), Float(variance))
  }

  /// The input's shape, which needs an axis at least.
  package func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard input.rank > 0 else {
      throw ShapeError("Normalization", input: input, .wrongRank(expected: 1))
    }
    return input
  }

  /// The moments and their count, which no gradient moves; none where the moments are given.
  package func weightSpecs(for input: Shape) -> [WeightSpec] {
    guard moments == nil else { return [] }
    let shape = Shape([input.extents.last ?? 0])
    return [
      WeightSpec("mean", shape, Zeros(), isTrainable: false),
      WeightSpec("variance", shape, Ones(), isTrainable: false),
      WeightSpec("count", [], Zeros(), isTrainable: false),
    ]
  }

  /// What is taken off each channel, and by what the rest is divided: √variance, but no less than 10⁻⁷.
  func scales(_ channels: Int, _ weights: [Elements<Float>]) -> (means: [Float], widths: [Float]) {
    var (means, variances) = ([Float](), [Float]())
    if let moments {
      means = [Float](repeating: moments.mean, count: channels)
      variances = [Float](repeating: moments.variance, count: channels)
    } else {
      (means, variances) = (Array(weights[0]), Array(weights[1]))
    }
    return (means, variances.map { max($0.squareRoot(), 1e-7) })
  }

  /// Takes the mean off and divides by the width.
  package func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let scales = scales(of: input, weights)
    let count = scales.means.count
    return LayerOutput(
      Tensor(
        input.shape,
        input.values.indices.map { index in
          (input.values[index] - scales.means[index % count]) / scales.widths[index % count]
        }))
  }

  /// The gradient divided by the width.
  package func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    let widths = scales(of: input, weights).widths
    let values = gradient.values.indices.map { gradient.values[$0] / widths[$0 % widths.count] }
    return LayerGradients(input: Tensor(input.shape, values), weights: weights.map { _ in nil })
  }

  private func scales(
    of input: Tensor, _ weights: [Tensor]
  ) -> (means: [Float], widths: [Float]) {
    let channels = input.shape.extents.last ?? 0
    guard moments == nil else { return scales(channels, []) }
    return weights[0].values.withElements { means in
      weights[1].values.withElements { scales(channels, [means, $0]) }
    }
  }
}

extension Normalization: KerasLayer {
  /// A layer of `keras.src.layers.preprocessing`.
  package static let keras = KerasFacts(
    "preprocessing", config: "axis invert=False mean variance", isWrittenBuilt: true,
    arguments: ["axis"])
}
