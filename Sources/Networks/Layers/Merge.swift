public import Tensors

/// Several tensors made one: Keras' `Add`, `Concatenate` and their kin.
///
/// What a graph gives it is one row an image, its inputs behind each other, each row-major; `parts`
/// says what they were.
public struct Merge: Layer {
  public enum Kind: Hashable, Sendable {
    case add, subtract, multiply, average, maximum, minimum
    /// Along an axis of the shapes without the batch axis, from 0.
    case concatenate(axis: Int)
  }

  public static let signature = Signature("Merge")

  public let kind: Kind
  public let parts: [Shape]

  public init(_ arguments: BoundArguments) throws(ArgumentError) { (kind, parts) = (.add, []) }

  /// - Throws: ``ShapeError`` where the shapes don't go together.
  public init(_ kind: Kind, of parts: [Shape]) throws(ShapeError) {
    self.kind = kind
    self.parts = parts
    _ = try outputShape
  }

  public func outputShape(for input: Shape) throws(ShapeError) -> Shape { try outputShape }

  /// The shape of the result.
  public var outputShape: Shape {
    get throws(ShapeError) {
      guard let first = parts.first else { return [] }
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

  private static func unlike(_ a: Shape, _ b: Shape) -> ShapeError {
    ShapeError("Merge", input: b, .differsFromInput(declared: a))
  }

  /// Where each part begins in a row.
  private var starts: [Int] {
    var place = 0
    return parts.map { part in
      defer { place += part.count }
      return place
    }
  }

  /// For a concatenation: the numbers of a part that stay together, and how many such blocks there
  /// are.
  private func blocks(_ axis: Int) -> (sizes: [Int], count: Int) {
    let count = parts[0].extents[..<axis].reduce(1, *)
    return (parts.map { $0.extents[axis...].reduce(1, *) }, count)
  }

  public func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let images = input.shape[0]
    let total = parts.map(\.count).reduce(0, +)
    guard let shape = try? outputShape else { return LayerOutput(input) }
    var result = Tensor(zeros: Shape([images] + shape.extents))
    for image in 0..<images {
      let row = image * total
      let target = image * shape.count
      if case .concatenate(let axis) = kind {
        forEachBlock(axis) { from, to, count in
          for index in 0..<count {
            result.values[target + to + index] = input.values[row + from + index]
          }
        }
      } else {
        for index in 0..<shape.count {
          result.values[target + index] = combined(input.values, row + index)
        }
      }
    }
    return LayerOutput(result)
  }

  /// Visits the blocks of a concatenation: the place in a row, the place in the result, the length.
  private func forEachBlock(_ axis: Int, _ body: (Int, Int, Int) -> Void) {
    let (sizes, count) = blocks(axis)
    let whole = sizes.reduce(0, +)
    for block in 0..<count {
      var offset = 0
      for (part, size) in sizes.enumerated() {
        body(starts[part] + block * size, block * whole + offset, size)
        offset += size
      }
    }
  }

  private func combined(_ values: [Float], _ place: Int) -> Float {
    let numbers = starts.map { values[place + $0] }
    switch kind {
    case .add: return numbers.reduce(0, +)
    case .average: return numbers.reduce(0, +) / Float(numbers.count)
    case .multiply: return numbers.reduce(1, *)
    case .subtract: return numbers[0] - numbers.dropFirst().reduce(0, +)
    case .maximum: return numbers.dropFirst().reduce(numbers[0]) { max($0, $1) }
    case .minimum: return numbers.dropFirst().reduce(numbers[0]) { min($0, $1) }
    case .concatenate: return 0
    }
  }

  public func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    let images = input.shape[0]
    let total = parts.map(\.count).reduce(0, +)
    let size = images == 0 ? 0 : gradient.values.count / images
    var result = Tensor(zeros: input.shape)
    for image in 0..<images {
      let row = image * total
      if case .concatenate(let axis) = kind {
        forEachBlock(axis) { from, to, count in
          for index in 0..<count {
            result.values[row + from + index] = gradient.values[image * size + to + index]
          }
        }
      } else {
        for index in 0..<size {
          let slope = gradient.values[image * size + index]
          share(slope, input.values, row + index, into: &result.values)
        }
      }
    }
    return LayerGradients(input: result)
  }

  /// What of a slope belongs to each part.
  private func share(_ slope: Float, _ values: [Float], _ place: Int, into result: inout [Float]) {
    let best = combined(values, place)
    for (part, start) in starts.enumerated() {
      let own = values[place + start]
      switch kind {
      case .add: result[place + start] = slope
      case .average: result[place + start] = slope / Float(parts.count)
      case .subtract: result[place + start] = part == 0 ? slope : -slope
      case .multiply:
        let others = starts.indices.filter { $0 != part }.map { values[place + starts[$0]] }
        result[place + start] = slope * others.reduce(1, *)
      case .maximum, .minimum:
        // Equal numbers share, as in Keras' TensorFlow backend.
        let winners = starts.count { values[place + $0] == best }
        result[place + start] = own == best ? slope / Float(winners) : 0
      case .concatenate: break
      }
    }
  }
}
