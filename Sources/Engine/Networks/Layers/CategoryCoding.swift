internal import Memory
internal import Tensors

/// How the numbers of categories are told to the layers behind: as they are, or in rows with a place for each
/// category.
package struct CategoryCoding: Sendable {
  /// What is told, by Keras' words.
  package enum Mode: String, CaseIterable, Sendable {
    case int
    case oneHot = "one_hot"
    case multiHot = "multi_hot"
    case count
  }

  /// What is told.
  package let mode: Mode
  /// How many categories there are.
  package let depth: Int

  /// - Parameters:
  ///   - mode: what is told.
  ///   - depth: how many categories there are, at least 1.
  package init(_ mode: Mode, depth: Int) { (self.mode, self.depth) = (mode, depth) }

  /// The parameter of layers that code.
  static func parameter(_ modes: [Mode], default mode: Mode) -> Parameter {
    Parameter(
      "output_mode", .choice(modes.map(\.rawValue)), default: .string(mode.rawValue))
  }

  /// The shape for a sample's categories: a row in place of each of them, where an axis of one is none; or one row
  /// in place of those of the first axis.
  ///
  /// - Parameter layer: the name of the layer that codes, for errors.
  /// - Throws: ``ShapeError`` where rows are to stand in place of an axis and there is none.
  func outputShape(for input: Shape, of layer: String) throws(ShapeError) -> Shape {
    switch mode {
    case .int: return input
    case .oneHot:
      return Shape((input.extents.last == 1 ? input.extents.dropLast() : input.extents) + [depth])
    case .multiHot, .count:
      guard input.rank > 0 else { throw ShapeError(layer, input: input, .wrongRank(expected: 1)) }
      return Shape(input.extents.dropFirst() + [depth])
    }
  }

  /// Codes the categories of one sample; those outside of `0..<depth` stand nowhere.
  ///
  /// - Parameters:
  ///   - count: of the sample's categories, those of the first axis behind each other.
  ///   - rows: how many rows the output has.
  ///   - category: of a place among them.
  ///   - weight: what a place counts for, where places are counted.
  func code(
    _ count: Int, rows: Int, to output: MutableElements<Float>, category: (Int) -> Int?,
    weight: (Int) -> Float = { _ in 1 }
  ) {
    guard mode != .int else {
      for place in 0..<count { output[place] = Float(category(place) ?? 0) }
      return
    }
    output.update(repeating: 0)
    for place in 0..<count {
      guard let category = category(place), (0..<depth).contains(category) else { continue }
      let index = place % max(rows, 1) * depth + category
      output[index] = mode == .count ? output[index] + weight(place) : 1
    }
  }
}
