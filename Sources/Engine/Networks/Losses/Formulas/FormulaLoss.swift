package import Memory

/// A loss that a program wrote as a formula: its mean over a row of outputs.
package struct FormulaLoss: Loss {
  /// A name that no catalog has.
  package static let signature = Signature.loss("Formula")
  private let formula: SampleFormula

  /// A loss of a formula that has slopes.
  package init(_ formula: SampleFormula) { self.formula = formula }

  /// Without a formula the loss is 0.
  package init(_ arguments: BoundArguments) throws(ArgumentError) { self.init(.constant(0)) }

  /// The mean of the formula's row; writes its gradient.
  package func sample(
    _ outputs: Elements<Float>, target: Target, areLogits: Bool,
    gradient: MutableElements<Float>
  ) -> Float {
    let value = FormulaValue(formula, outputs, target)
    gradient.update(repeating: 0)
    value.addSlopes(to: gradient)
    return value.mean
  }
}
