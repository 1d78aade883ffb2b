// toy: an optimizer | OptimizerCatalog.swift | ToyOptimizer.self,
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
public import Memory

/// w ← w - η g.
public struct ToyOptimizer: ElementwiseOptimizer {
  public static let signature = Signature.optimizer("ToyOptimizer", rate: 0.01, [])
  public var settings: OptimizerSettings
  public var slotNames: [String] { [] }

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    settings = try OptimizerSettings(arguments)
  }

  public func move(
    _ weight: MutableElements<Float>, gradient: Elements<Float>,
    slots: [MutableElements<Float>], rate: Float, step: Int
  ) {
    for index in weight.indices { weight[index] -= rate * gradient[index] }
  }
}
