internal import Memory
package import Tensors

/// A row of a table for each whole number: `[…]` to `[…, output_dim]`.
///
/// Weights: `embeddings` `[input_dim, output_dim]`. Fractions are left off, as in Keras; a number
/// outside of the table gives NaN, and an error where the model is given it.
package struct Embedding: Layer {
  /// Keras' `Embedding`; Keras 2's `input_length` is taken and not needed.
  package static let signature = Signature.layer(
    "Embedding",
    [
      Parameter("input_dim", .int(.count)),
      Parameter("output_dim", .int(.count)),
      Parameter(
        "embeddings_initializer", .component(.initializer), default: .string("uniform"),
        aliases: ["init"]),
      Parameter(
        "input_length", .int(.count), default: .some(.none), acceptsNone: true, keywordOnly: true),
    ] + WeightRules.parameters("embeddings"))
  let rows: Int
  let width: Int
  private let initializer: any Initializer
  private let rules: WeightRules

  /// - Throws: ``ArgumentError`` where the initializer, the regularizer or the constraint can't be made.
  package init(_ arguments: BoundArguments) throws(ArgumentError) {
    (rows, width) = (arguments.int("input_dim"), arguments.int("output_dim"))
    initializer = try arguments.initializer("embeddings_initializer")
    rules = try arguments.rules("embeddings")
  }

  /// The input's shape with one axis more, `[…, output_dim]`.
  package func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    Shape(input.extents + [width])
  }

  /// The one table, a row for each number that the input may have.
  package func weightSpecs(for input: Shape) -> [WeightSpec] {
    [WeightSpec("embeddings", [rows, width], initializer, rules)]
  }

  /// None: rows are looked up, nothing is multiplied.
  package func productCount(for input: Shape, output: Shape) -> Int { 0 }

  /// The row of a table of some rows that a number names; nil for none.
  static func row(_ number: Float, of rows: Int) -> Int? {
    guard let row = Int(exactly: number.rounded(.towardZero)), (0..<rows).contains(row) else {
      return nil
    }
    return row
  }

  /// Looks each number's row up; NaN where there is none.
  package func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    var values: [Float] = []
    values.reserveCapacity(input.values.count * width)
    for number in input.values {
      guard let row = Self.row(number, of: rows) else {
        values += repeatElement(.nan, count: width)
        continue
      }
      values += weights[0].values[row * width..<(row + 1) * width]
    }
    return LayerOutput(Tensor(Shape(input.shape.extents + [width]), values))
  }

  /// Adds gradients to the rows that were looked up, chunk by chunk; the input's gradient is zero.
  package func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    let each = input.shape.extents.dropFirst().reduce(1, *)
    let table = BatchChunks.sum(batch: input.shape[0], count: rows * width) { images, sums in
      for place in images.lowerBound * each..<images.upperBound * each {
        guard let row = Self.row(input.values[place], of: rows) else { continue }
        for column in 0..<width {
          sums[row * width + column] += gradient.values[place * width + column]
        }
      }
    }
    return LayerGradients(
      input: Tensor(zeros: input.shape), weights: [Tensor(weights[0].shape, table)])
  }
}

extension Embedding: KerasLayer {
  /// A layer of `keras.src.layers.core`; what isn't a parameter here has Keras' default.
  package static let keras = KerasFacts(
    "core",
    config:
      "input_dim output_dim embeddings_initializer embeddings_regularizer activity_regularizer embeddings_constraint mask_zero=False quantization_config",
    isWrittenBuilt: true, arguments: ["input_dim"])
}
