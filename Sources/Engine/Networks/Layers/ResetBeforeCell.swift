internal import Memory

/// One step for one image of a GRU that resets the state before its product, number by number, between the products
/// of matrices.
struct ResetBeforeCell: Sendable {
  let units: Int
  let functions: RecurrentFunctions

  init(units: Int, _ functions: RecurrentFunctions) {
    (self.units, self.functions) = (units, functions)
  }

  /// The two gates, and the state that the candidate is made of.
  ///
  /// - Parameters:
  ///   - gates: the inputs' sums, `[3 units]`; then the update and the reset, and the candidate's sum as it was.
  ///   - product: the state's product with all of the recurrent kernel, `[3 units]`, of which the last third is idle.
  ///   - before: the state before; nil for zeros.
  ///   - reset: `[units]`.
  func open(
    gates: MutableElements<Float>, product: Elements<Float>, before: Elements<Float>?,
    reset: MutableElements<Float>
  ) {
    let both = gates[0..<2 * units]
    for index in both.indices { both[index] += product[index] }
    functions.gate.apply(both, rowLength: units)
    for unit in 0..<units { reset[unit] = both[units + unit] * (before?[unit] ?? 0) }
  }

  /// The state after the step.
  ///
  /// - Parameters:
  ///   - gates: what ``open(gates:product:before:reset:)`` left; then the candidate too.
  ///   - product: the reset state's, of which only the last third counts.
  ///   - before: the state before; nil for zeros.
  func close(
    gates: MutableElements<Float>, product: Elements<Float>, before: Elements<Float>?,
    state: MutableElements<Float>
  ) {
    let candidate = gates[2 * units..<3 * units]
    for unit in 0..<units { candidate[unit] += product[2 * units + unit] }
    functions.state.apply(candidate, rowLength: units)
    for unit in 0..<units {
      let update = gates[unit]
      state[unit] = update * (before?[unit] ?? 0) + (1 - update) * candidate[unit]
    }
  }

  /// The gradient of the candidate's sum.
  ///
  /// - Parameters:
  ///   - gates: what ``close(gates:product:before:state:)`` left.
  ///   - slope: the gradient of the state after the step.
  ///   - sums: `[3 units]`; then zeros and the gradient.
  func closeSlopes(
    gates: Elements<Float>, slope: Elements<Float>, sums: MutableElements<Float>
  ) {
    sums[0..<2 * units].update(repeating: 0)
    for unit in 0..<units { sums[2 * units + unit] = slope[unit] * (1 - gates[unit]) }
    functions.state.applyGradient(
      sums[2 * units..<3 * units], outputs: gates[2 * units..<3 * units], rowLength: units)
  }

  /// The gradients of the two gates' sums.
  ///
  /// - Parameters:
  ///   - gates: as in ``closeSlopes(gates:slope:sums:)``; then the gradients of all of the inputs' sums.
  ///   - candidate: what that left.
  ///   - resetSlope: the gradient of the reset state.
  ///   - before: the state before; nil for zeros.
  ///   - slope: the gradient of the state after the step; then that part of the state's before which comes through
  ///     no product with the two gates.
  ///   - sums: `[3 units]`; then the gradients and zeros.
  func openSlopes(
    gates: MutableElements<Float>, candidate: Elements<Float>, resetSlope: Elements<Float>,
    before: Elements<Float>?, slope: MutableElements<Float>, sums: MutableElements<Float>
  ) {
    for unit in 0..<units {
      let old = before?[unit] ?? 0
      sums[unit] = slope[unit] * (old - gates[2 * units + unit])
      sums[units + unit] = resetSlope[unit] * old
      slope[unit] = slope[unit] * gates[unit] + resetSlope[unit] * gates[units + unit]
    }
    functions.gate.applyGradient(
      sums[0..<2 * units], outputs: Elements(gates[0..<2 * units]), rowLength: units)
    sums[2 * units..<3 * units].update(repeating: 0)
    gates[0..<2 * units].update(from: sums[0..<2 * units])
    gates[2 * units..<3 * units].update(from: candidate[2 * units..<3 * units])
  }
}
