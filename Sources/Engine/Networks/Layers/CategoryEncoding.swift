internal import Memory
package import Tensors

/// Whole numbers as rows with a place for each category. Fractions are left off, as in Keras; numbers outside of
/// `0..<num_tokens` stand nowhere.
package struct CategoryEncoding: CodingLayer {
  /// Keras' `CategoryEncoding`; `sparse` is refused.
  package static let signature = Signature.layer(
    "CategoryEncoding",
    [
      Parameter("num_tokens", .int(.count), default: .some(.none), acceptsNone: true),
      CategoryCoding.parameter([.oneHot, .multiHot, .count], default: .multiHot),
      Parameter("sparse", .bool, default: .bool(false)),
    ])
  /// How categories are told.
  package let coding: CategoryCoding

  /// - Throws: ``ArgumentError`` where nobody says how many numbers there are, and for sparse outputs.
  package init(_ arguments: BoundArguments) throws(ArgumentError) {
    if arguments.bool("sparse") {
      throw arguments.error("sparse", .unsupported(got: .bool(true)))
    }
    let mode = arguments.text("output_mode").flatMap { CategoryCoding.Mode(rawValue: $0) }
    guard case .int(let depth)? = arguments["num_tokens"] else {
      throw arguments.error("num_tokens", .missing)
    }
    coding = CategoryCoding(mode ?? .multiHot, depth: depth)
  }

  func category(of number: Float) -> Int? { Int(exactly: number.rounded(.towardZero)) }

  /// The coding's shape; what is counted has one axis, since Keras declares one shape for more and gives another.
  package func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard coding.mode == .oneHot || input.rank == 1 else {
      throw ShapeError("CategoryEncoding", input: input, .wrongRank(expected: 1))
    }
    return try coding.outputShape(for: input, of: "CategoryEncoding")
  }

  /// How much of each category there is, where each number counts for a weight of its own.
  ///
  /// - Parameters:
  ///   - input: `[samples, numbers]`.
  ///   - weights: of the same shape.
  package func counts(_ input: Tensor, weights: Tensor) -> Tensor {
    let (samples, width, depth) = (input.shape[0], input.shape[1], coding.depth)
    var result = Tensor(zeros: [samples, depth])
    result.values.withMutableElements { output in
      for sample in 0..<samples {
        let start = sample * width
        coding.code(
          width, rows: 1, to: output[sample * depth..<(sample + 1) * depth],
          category: { category(of: input.values[start + $0]) },
          weight: { weights.values[start + $0] })
      }
    }
    return result
  }
}

extension CategoryEncoding: KerasLayer {
  /// A layer of `keras.src.layers.preprocessing`.
  package static let keras = KerasFacts("preprocessing", config: "num_tokens output_mode")
}
