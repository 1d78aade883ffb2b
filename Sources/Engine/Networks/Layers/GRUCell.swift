internal import Kernels
internal import Memory

/// One step of a GRU for one image, number by number, between the products of matrices.
struct GRUCell: Sendable {
  let units: Int
  /// Nil for tanh and sigmoid.
  var functions: RecurrentFunctions?

  /// The state after a step.
  ///
  /// - Parameters:
  ///   - gates: the inputs' sums, `[3 units]`; then the update, the reset and the candidate.
  ///   - recurrent: the states' sums, `[3 units]`.
  ///   - before: the state before; nil for zeros.
  func forward(
    gates: MutableElements<Float>, recurrent: Elements<Float>, before: Elements<Float>?,
    state: MutableElements<Float>
  ) {
    let (both, last) = (gates[0..<2 * units], gates[2 * units..<3 * units])
    for index in both.indices { both[index] += recurrent[index] }
    if let functions {
      functions.gate.apply(both, rowLength: units)
    } else {
      KernelSet.active.sigmoid(both)
    }
    for unit in 0..<units { last[unit] += both[units + unit] * recurrent[2 * units + unit] }
    if let functions {
      functions.state.apply(last, rowLength: units)
    } else {
      KernelSet.active.tanh(last)
    }
    for unit in 0..<units {
      let update = both[unit]
      state[unit] = update * (before?[unit] ?? 0) + (1 - update) * last[unit]
    }
  }

  /// The gradients of a step's sums.
  ///
  /// - Parameters:
  ///   - gates: what ``forward(gates:recurrent:before:state:)`` left; then the gradients of the
  ///     inputs' sums.
  ///   - recurrent: the states' sums; then their gradients.
  ///   - slope: the gradient of the state after the step; then that part of the state's before which
  ///     doesn't come through the sums.
  func backward(
    gates: MutableElements<Float>, recurrent: MutableElements<Float>, before: Elements<Float>?,
    slope: MutableElements<Float>
  ) {
    if let functions {
      return backward(functions, gates: gates, recurrent: recurrent, before: before, slope: slope)
    }
    for unit in 0..<units {
      let (update, reset) = (gates[unit], gates[units + unit])
      let (candidate, product) = (gates[2 * units + unit], recurrent[2 * units + unit])
      let own = slope[unit] * (1 - update) * (1 - candidate * candidate)
      gates[unit] =
        slope[unit] * ((before?[unit] ?? 0) - candidate) * update * (1 - update)
      gates[units + unit] = own * product * reset * (1 - reset)
      gates[2 * units + unit] = own
      recurrent[unit] = gates[unit]
      recurrent[units + unit] = gates[units + unit]
      recurrent[2 * units + unit] = own * reset
      slope[unit] *= update
    }
  }

  /// The same with functions of its own.
  private func backward(
    _ functions: RecurrentFunctions, gates: MutableElements<Float>,
    recurrent: MutableElements<Float>, before: Elements<Float>?, slope: MutableElements<Float>
  ) {
    withSpareElements(of: Float.self, count: 3 * units) { slopes in
      let (both, last) = (slopes[0..<2 * units], slopes[2 * units..<3 * units])
      for unit in 0..<units { last[unit] = slope[unit] * (1 - gates[unit]) }
      functions.state.applyGradient(
        last, outputs: Elements(gates[2 * units..<3 * units]), rowLength: units)
      for unit in 0..<units {
        both[unit] = slope[unit] * ((before?[unit] ?? 0) - gates[2 * units + unit])
        both[units + unit] = last[unit] * recurrent[2 * units + unit]
        recurrent[2 * units + unit] = last[unit] * gates[units + unit]
        slope[unit] *= gates[unit]
      }
      functions.gate.applyGradient(both, outputs: Elements(gates[0..<2 * units]), rowLength: units)
      gates[0..<3 * units].update(from: slopes)
      recurrent[0..<2 * units].update(from: both)
    }
  }
}
