internal import Memory
internal import Tensors

/// x / max(√Σ x², 1e-12) over the last axis of each position; the same in training and inference.
struct UnitNormalization: Layer {
  static let signature = Signature.layer(
    "UnitNormalization",
    [Parameter("axis", .int(ValueRange(lower: -1, upper: -1)), default: .int(-1))])

  init(_ arguments: BoundArguments) throws(ArgumentError) {}

  func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard input.rank > 0 else {
      throw ShapeError("UnitNormalization", input: input, .wrongRank(expected: 1))
    }
    return input
  }

  func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    var result = input
    eachRow(of: input) { row in
      input.values.withElements { input in
        result.values.withMutableElements {
          UnitRow.normalize(input, row, into: $0)
        }
      }
    }
    return LayerOutput(result)
  }

  func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    var before = gradient
    eachRow(of: input) { row in
      input.values.withElements { input in
        gradient.values.withElements { slopes in
          before.values.withMutableElements { UnitRow.gradient(slopes, input, row, into: $0) }
        }
      }
    }
    return LayerGradients(input: before)
  }

  private func eachRow(of input: Tensor, _ body: (Range<Int>) -> Void) {
    let width = max(input.shape.extents.last ?? 1, 1)
    for start in stride(from: 0, to: input.values.count, by: width) { body(start..<start + width) }
  }
}

/// A row of numbers made one of length 1.
enum UnitRow {
  /// Writes the numbers of a row divided by their length.
  ///
  /// - Parameter least: the least length that a row is divided by.
  static func normalize(
    _ input: Elements<Float>, _ row: Range<Int>, least: Float = 1e-12,
    into output: MutableElements<Float>
  ) {
    let length = max(length(input, row), least)
    for index in row { output[index] = input[index] / length }
  }

  /// Writes (g - n Σ g n) / length, with n the divided numbers; g over the least length for shorter
  /// rows.
  static func gradient(
    _ slopes: Elements<Float>, _ input: Elements<Float>, _ row: Range<Int>, least: Float = 1e-12,
    into result: MutableElements<Float>
  ) {
    let own = length(input, row)
    let length = max(own, least)
    var share: Float = 0
    if own >= least {
      for index in row { share.addProduct(slopes[index], input[index] / length) }
    }
    for index in row { result[index] = (slopes[index] - input[index] / length * share) / length }
  }

  private static func length(_ input: Elements<Float>, _ row: Range<Int>) -> Float {
    var squares: Float = 0
    for index in row { squares.addProduct(input[index], input[index]) }
    return squares.squareRoot()
  }
}

extension UnitNormalization: KerasLayer {
  static let keras = KerasFacts("normalization", config: "axis")
}
