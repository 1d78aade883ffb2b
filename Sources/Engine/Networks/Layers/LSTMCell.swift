internal import Memory

/// One step of an LSTM with functions of its own for one image, number by number, between the products of
/// matrices.
struct LSTMCell: Sendable {
  let units: Int
  let functions: RecurrentFunctions

  /// The state after a step.
  ///
  /// - Parameters:
  ///   - gates: the sums, `[4 units]`; then the gates input, forget, cell and output.
  ///   - before: the cells before; nil for zeros.
  ///   - cell: the cells after the step; `top` what the function makes of them.
  func forward(
    gates: MutableElements<Float>, before: Elements<Float>?, cell: MutableElements<Float>,
    top: MutableElements<Float>, state: MutableElements<Float>
  ) {
    functions.gate.apply(gates[0..<2 * units], rowLength: units)
    functions.state.apply(gates[2 * units..<3 * units], rowLength: units)
    functions.gate.apply(gates[3 * units..<4 * units], rowLength: units)
    for unit in 0..<units {
      cell[unit] =
        gates[units + unit] * (before?[unit] ?? 0) + gates[unit] * gates[2 * units + unit]
      top[unit] = cell[unit]
    }
    functions.state.apply(top[0..<units], rowLength: units)
    for unit in 0..<units { state[unit] = gates[3 * units + unit] * top[unit] }
  }

  /// The gradients of a step's sums.
  ///
  /// - Parameters:
  ///   - gates: what ``forward(gates:before:cell:top:state:)`` left; then the gradients of the sums.
  ///   - stateSlope: the gradient of the state after the step.
  ///   - cellSlope: that of the cells after the step; then of those before.
  func backward(
    gates: MutableElements<Float>, before: Elements<Float>?, top: Elements<Float>,
    stateSlope: Elements<Float>, cellSlope: MutableElements<Float>
  ) {
    withSpareElements(of: Float.self, count: 5 * units) { spare in
      let (slopes, memory) = (spare[0..<4 * units], spare[4 * units..<5 * units])
      for unit in 0..<units { memory[unit] = stateSlope[unit] * gates[3 * units + unit] }
      functions.state.applyGradient(memory, outputs: top, rowLength: units)
      for unit in 0..<units {
        memory[unit] += cellSlope[unit]
        slopes[unit] = memory[unit] * gates[2 * units + unit]
        slopes[units + unit] = memory[unit] * (before?[unit] ?? 0)
        slopes[2 * units + unit] = memory[unit] * gates[unit]
        slopes[3 * units + unit] = stateSlope[unit] * top[unit]
        cellSlope[unit] = memory[unit] * gates[units + unit]
      }
      for (part, function) in [
        (0..<2 * units, functions.gate), (2 * units..<3 * units, functions.state),
        (3 * units..<4 * units, functions.gate),
      ] {
        function.applyGradient(slopes[part], outputs: Elements(gates[part]), rowLength: units)
      }
      gates[0..<4 * units].update(from: slopes)
    }
  }
}
