// toy: a metric | MetricCatalog.swift | ToyMetric.self,
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
public import Memory

/// The first output.
public struct ToyMetric: SampleMetric {
  public static let signature = Signature.metric("ToyMetric")

  public init(_ arguments: BoundArguments) throws(ArgumentError) {}

  public func sample(_ outputs: Elements<Float>, target: Target) -> Float { outputs[0] }
}
