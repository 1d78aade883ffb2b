internal import Tensors

/// What training does with a weight beside moving it: Keras' `…_regularizer` and `…_constraint`.
struct WeightRules: Sendable {
  /// What large numbers add to the loss; nil for nothing.
  let penalty: WeightPenalty?
  /// What the weight is held to after each step; nil for nothing.
  let constraint: (any Constraint)?

  /// The parameters of some weights, regularizers first, as Keras lists them.
  static func parameters(_ weights: String...) -> [Parameter] {
    weights.map { Parameter.optional("\($0)_regularizer", .regularizer) }
      + weights.map { Parameter.optional("\($0)_constraint", .constraint) }
  }
}

extension Parameter {
  fileprivate static func optional(_ name: String, _ kind: ComponentKind) -> Parameter {
    Parameter(name, .component(kind), default: .some(.none), acceptsNone: true, keywordOnly: true)
  }
}

extension BoundArguments {
  /// What ``WeightRules/parameters(_:)`` says of a weight.
  func rules(_ weight: String) throws(ArgumentError) -> WeightRules {
    WeightRules(
      penalty: try penalty("\(weight)_regularizer"),
      constraint: try constraint("\(weight)_constraint"))
  }
}

extension WeightSpec {
  /// A weight that training moves by rules.
  init(
    _ name: String, _ shape: Shape, _ initializer: any Initializer, _ rules: WeightRules
  ) {
    self.init(name, shape, initializer, penalty: rules.penalty, constraint: rules.constraint)
  }
}
