package import Memory

/// A metric that a program wrote as a formula: its mean over rows and samples.
package struct FormulaMetric: SampleMetric {
  /// A name that no catalog has.
  package static let signature = Signature.metric("Formula")
  /// Nil: Keras doesn't know whether more of it is better.
  package static var wantsMore: Bool? { nil }
  /// True: a formula is one of a row.
  package static var judgesRows: Bool { true }
  private let formula: SampleFormula

  /// A metric of any formula.
  package init(_ formula: SampleFormula) { self.formula = formula }

  /// Without a formula the metric is 0.
  package init(_ arguments: BoundArguments) throws(ArgumentError) { self.init(.constant(0)) }

  /// The mean of the formula's row.
  package func sample(_ outputs: Elements<Float>, target: Target) -> Float {
    FormulaValue(formula, outputs, target).mean
  }
}
