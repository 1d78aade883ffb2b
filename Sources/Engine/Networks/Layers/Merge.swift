internal import Memory
package import Tensors

/// Several tensors made one: Keras' `Add`, `Concatenate` and their kin.
///
/// What a graph gives it is one row an image, its inputs behind each other, each row-major; `parts`
/// says what they were.
package struct Merge: Layer {
  /// Which of Keras' merging layers it is.
  package enum Kind: Hashable, Sendable {
    case add, subtract, multiply, average, maximum, minimum
    /// Along an axis of the shapes without the batch axis, from 0.
    case concatenate(axis: Int)
    /// The products of two tensors along an axis of each, counted likewise.
    case dot(axes: [Int], normalizes: Bool)
  }

  /// No parameters: graphs make it with ``init(_:of:)``, and no catalog has it.
  package static let signature = Signature("Merge")

  /// How the parts become one.
  package let kind: Kind
  /// The shapes of the inputs, in order, without the batch axis.
  package let parts: [Shape]

  /// An addition of nothing, which only the protocol asks for.
  package init(_ arguments: BoundArguments) throws(ArgumentError) { (kind, parts) = (.add, []) }

  /// - Throws: ``ShapeError`` where the shapes don't go together.
  package init(_ kind: Kind, of parts: [Shape]) throws(ShapeError) {
    self.kind = kind
    self.parts = parts
    _ = try outputShape
  }

  /// The shape that the parts give: the row that comes in tells nothing of them.
  ///
  /// - Throws: ``ShapeError`` where the parts don't go together.
  package func outputShape(for input: Shape) throws(ShapeError) -> Shape { try outputShape }

  /// The shape of the result.
  package var outputShape: Shape {
    get throws(ShapeError) {
      guard let first = parts.first else { return [] }
      if case .dot(let axes, _) = kind { return try Self.product(parts, axes) }
      guard case .concatenate(let axis) = kind else {
        if let other = parts.first(where: { $0 != first }) { throw Self.unlike(first, other) }
        return first
      }
      var extents = first.extents
      guard extents.indices.contains(axis) else { throw Self.unlike(first, first) }
      for part in parts.dropFirst() {
        var (own, other) = (first.extents, part.extents)
        guard own.count == other.count else { throw Self.unlike(first, part) }
        (own[axis], other[axis]) = (0, 0)
        guard own == other else { throw Self.unlike(first, part) }
        extents[axis] += part[axis]
      }
      return Shape(extents)
    }
  }

  private static func product(_ parts: [Shape], _ axes: [Int]) throws(ShapeError) -> Shape {
    guard parts.count == 2, axes.count == 2, parts[0].extents.indices.contains(axes[0]),
      parts[1].extents.indices.contains(axes[1]), parts[0][axes[0]] == parts[1][axes[1]]
    else { throw unlike(parts[0], parts.last ?? parts[0]) }
    var rest = parts.map(\.extents)
    for side in 0..<2 { rest[side].remove(at: axes[side]) }
    return Shape(rest[0] + rest[1] == [] ? [1] : rest[0] + rest[1])
  }

  private static func unlike(_ a: Shape, _ b: Shape) -> ShapeError {
    ShapeError("Merge", input: b, .differsFromInput(declared: a))
  }

  /// The computation of one row, for an output of a shape.
  func row(_ output: Shape) -> MergeRow { MergeRow(self, size: output.count) }

  /// Takes each image's row apart and puts the parts together, in their order.
  package func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    guard let shape = try? outputShape else { return LayerOutput(input) }
    let (images, total, row) = (input.shape[0], parts.map(\.count).reduce(0, +), row(shape))
    var result = Tensor(zeros: Shape([images] + shape.extents))
    result.values.withMutableElements { output in
      input.values.withElements { input in
        for image in 0..<images {
          row.forward(input[(image * total)...], to: output[(image * row.size)...])
        }
      }
    }
    return LayerOutput(result)
  }

  /// Shares the gradient out: a product's by the other parts, a maximum's among equals, as Keras'
  /// TensorFlow backend does.
  package func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    let (images, total) = (input.shape[0], parts.map(\.count).reduce(0, +))
    let row = row(Shape(Array(gradient.shape.extents.dropFirst())))
    var result = Tensor(zeros: input.shape)
    result.values.withMutableElements { result in
      input.values.withElements { input in
        gradient.values.withElements { slopes in
          for image in 0..<images {
            row.backward(
              slopes[(image * row.size)...], input[(image * total)...],
              to: result[(image * total)...])
          }
        }
      }
    }
    return LayerGradients(input: result)
  }
}
