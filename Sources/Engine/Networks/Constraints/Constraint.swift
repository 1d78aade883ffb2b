public import Memory
public import Tensors

/// What the numbers of a weight are held to after each step of the optimizer.
public protocol Constraint: Component {
  /// Moves a weight, of the shape that its layer gives it, to where it may be.
  func apply(_ weight: MutableElements<Float>, shape: Shape)
}

extension Constraint {
  /// Moves the numbers of a weight to where they may be.
  package func hold(_ weight: inout [Float], shape: Shape) {
    weight.withMutableElements { apply($0, shape: shape) }
  }
}

/// The arguments of constraints, and those of layers that take them.
enum ConstraintArguments {
  /// What layers with a kernel and a bias take.
  static let parameters = ["kernel_constraint", "bias_constraint"].map { name in
    Parameter(
      name, .component(.constraint), default: .some(.none), acceptsNone: true, keywordOnly: true)
  }

  /// The axes along which norms are taken.
  static let axis = Parameter("axis", .axes, default: .int(0))
}

/// Norms √Σ w² of a weight along some of its axes, and what the numbers of each norm are multiplied with.
struct WeightNorms: Hashable, Sendable {
  /// Counted from the end where they are below 0.
  private let axes: [Int]

  init(_ arguments: BoundArguments) { axes = arguments["axis"]?.axes ?? [0] }

  /// Multiplies all numbers of each norm with what a function makes of the norm.
  ///
  /// Squares are added in the weight's order.
  func scale(
    _ weight: MutableElements<Float>, shape: Shape, by factor: (Float) -> Float
  ) {
    let groups = groups(of: shape)
    var sums = [Float](repeating: 0, count: (groups.max() ?? -1) + 1)
    for index in weight.indices { sums[groups[index]] += weight[index] * weight[index] }
    let factors = sums.map { factor($0.squareRoot()) }
    for index in weight.indices { weight[index] *= factors[groups[index]] }
  }

  /// For each number of a weight, which norm it is part of.
  private func groups(of shape: Shape) -> [Int] {
    let summed = Set(axes.map { $0 < 0 ? $0 + shape.rank : $0 })
    return (0..<shape.count).map { index in
      var (rest, group, step) = (index, 0, 1)
      for axis in shape.extents.indices.reversed() {
        let place = rest % shape[axis]
        rest /= shape[axis]
        if summed.contains(axis) { continue }
        group += place * step
        step *= shape[axis]
      }
      return group
    }
  }

  /// What Keras adds to norms before it divides by them.
  static let epsilon: Float = 1e-7
}
