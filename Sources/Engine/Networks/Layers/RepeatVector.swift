internal import Tensors

/// A vector `n` times over: `[features]` to `[n, features]`.
struct RepeatVector: MovingLayer {
  static let signature = Signature.layer("RepeatVector", [Parameter("n", .int(.count))])
  private let count: Int

  init(_ arguments: BoundArguments) throws(ArgumentError) {
    count = arguments.int("n")
  }

  func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard input.rank == 1 else {
      throw ShapeError("RepeatVector", input: input, .wrongRank(expected: 1))
    }
    return [count, input[0]]
  }

  func map(for input: Shape) -> IndexMap {
    IndexMap(sources: (0..<count).flatMap { _ in (0..<Int32(input[0])) })
  }
}

extension RepeatVector: KerasLayer {
  static let keras = KerasFacts(
    "reshaping", config: "n", isWrittenBuilt: true)
}
