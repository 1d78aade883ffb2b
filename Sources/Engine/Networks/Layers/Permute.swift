package import Tensors

/// The axes in another order, counted from 1 as Keras counts them.
package struct Permute: MovingLayer {
  /// Keras' `Permute`, whose `dims` are axes from 1, the batch's left out.
  package static let signature = Signature.layer(
    "Permute", [Parameter("dims", .numbers(ValueRange(lower: 1, upper: 8)))])
  private let axes: [Int]

  /// - Throws: ``ArgumentError`` where `dims` isn't each axis once.
  package init(_ arguments: BoundArguments) throws(ArgumentError) {
    axes = (arguments["dims"]?.numbers ?? []).map { Int($0) - 1 }
    guard axes.sorted() == Array(0..<axes.count) else {
      throw arguments.error("dims", .outOfRange(got: arguments["dims"] ?? .none, range: .any))
    }
  }

  /// The extents in the new order; the input must have as many axes as `dims`.
  package func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard input.rank == axes.count else {
      throw ShapeError("Permute", input: input, .wrongRank(expected: axes.count))
    }
    return Shape(axes.map { input[$0] })
  }

  func map(for input: Shape) -> IndexMap {
    var strides = [Int](repeating: 1, count: input.rank)
    for axis in stride(from: input.rank - 2, through: 0, by: -1) {
      strides[axis] = strides[axis + 1] * input[axis + 1]
    }
    var sources: [Int32] = [0]
    for axis in axes {
      sources = sources.flatMap { start in
        (0..<input[axis]).map { start + Int32($0 * strides[axis]) }
      }
    }
    return IndexMap(sources: sources)
  }
}

extension Permute: KerasLayer {
  /// A layer of `keras.src.layers.reshaping`, whose configuration has `dims`.
  package static let keras = KerasFacts(
    "reshaping", config: "dims", isWrittenBuilt: true)
}
