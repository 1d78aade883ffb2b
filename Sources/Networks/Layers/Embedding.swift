public import Tensors

/// A row of a table for each whole number: `[…]` to `[…, output_dim]`.
///
/// Weights: `embeddings` `[input_dim, output_dim]`. Numbers outside of the table take its nearest row.
public struct Embedding: Layer {
  public static let signature = Signature.layer(
    "Embedding",
    [
      Parameter("input_dim", .int(.count)),
      Parameter("output_dim", .int(.count)),
      Parameter(
        "embeddings_initializer", .component(.initializer), default: .string("uniform"),
        aliases: ["init"]),
      Parameter(
        "input_length", .int(.count), default: .some(.none), acceptsNone: true, keywordOnly: true),
    ])
  private let rows: Int
  private let width: Int
  private let initializer: any Initializer

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    (rows, width) = (arguments.int("input_dim"), arguments.int("output_dim"))
    initializer = try arguments.initializer("embeddings_initializer")
  }

  public func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    Shape(input.extents + [width])
  }

  public func weightSpecs(for input: Shape) -> [WeightSpec] {
    [WeightSpec("embeddings", [rows, width], initializer)]
  }

  private func row(_ number: Float) -> Int {
    number.isFinite ? max(0, min(rows - 1, Int(max(-1e9, min(1e9, number))))) : 0
  }

  public func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    var values: [Float] = []
    values.reserveCapacity(input.values.count * width)
    for number in input.values {
      let start = row(number) * width
      values += weights[0].values[start..<start + width]
    }
    return LayerOutput(Tensor(Shape(input.shape.extents + [width]), values))
  }

  public func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    var table = Tensor(zeros: weights[0].shape)
    for (place, number) in input.values.enumerated() {
      let start = row(number) * width
      for column in 0..<width {
        table.values[start + column] += gradient.values[place * width + column]
      }
    }
    return LayerGradients(input: Tensor(zeros: input.shape), weights: [table])
  }
}
