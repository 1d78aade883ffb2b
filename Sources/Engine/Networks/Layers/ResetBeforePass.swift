internal import Memory
internal import Tensors

/// All steps over a batch of a GRU that resets the state before its product.
struct ResetBeforePass {
  private let weights: [Tensor]
  private let units: Int
  private let functions: RecurrentFunctions
  /// Of each step, `[images, 2 units]` and `[images, units]`, after their functions.
  private var gates: [Tensor] = []
  private var candidates: [Tensor] = []
  /// After each step, `[images, steps, units]`.
  private(set) var states: Tensor
  /// The reset states, each at the step before its own, where the state stands that it was made of.
  private var resets: Tensor

  init(_ input: Tensor, _ weights: [Tensor], _ layer: GRU) {
    (self.weights, units) = (weights, layer.units)
    functions = layer.functions ?? .standard
    states = Tensor(zeros: [input.shape[0], input.shape[1], units])
    resets = states
    for step in 0..<input.shape[1] { take(input.step(step), step) }
  }

  private mutating func take(_ input: Tensor, _ step: Int) {
    var sums = Tensor(zeros: [input.shape[0], 3 * units])
    if weights.count > 2 { Bias.add(weights[2].values, to: &sums) }
    RowProducts.add(input, times: weights[0], to: &sums)
    let before = before(step)
    var both = sums.columns(0..<2 * units)
    both.add(product(before).columns(0..<2 * units))
    both = functions.gate.applied(to: both)
    let reset = both.columns(units..<2 * units).times(before)
    var candidate = sums.columns(2 * units..<3 * units)
    candidate.add(product(reset).columns(2 * units..<3 * units))
    candidate = functions.state.applied(to: candidate)
    let update = both.columns(0..<units)
    var state = update.times(before)
    state.add(update.map { 1 - $0 }.times(candidate))
    gates.append(both)
    candidates.append(candidate)
    states.setStep(step, state)
    if step > 0 { resets.setStep(step - 1, reset) }
  }

  /// The gradients of weights and inputs.
  func gradients(
    _ gradient: Tensor, input: Tensor, returnsSequences: Bool
  ) -> LayerGradients {
    let (images, steps) = (states.shape[0], states.shape[1])
    let none = Tensor(zeros: [images, units])
    var all = Tensor(zeros: [images, steps, 3 * units])
    var (opening, closing) = (all, all)
    var slope = returnsSequences ? none : gradient
    for step in (0..<steps).reversed() {
      if returnsSequences { slope.add(gradient.step(step)) }
      let (before, candidate) = (before(step), candidates[step])
      let update = gates[step].columns(0..<units)
      let close = functions.state.gradient(
        slope.times(update.map { 1 - $0 }), output: candidate)
      let resetSlope = RowProducts.transposed(
        none.beside(none).beside(close), weights[1])
      var difference = before
      difference.add(candidate.map { -$0 })
      let open = functions.gate.gradient(
        slope.times(difference).beside(resetSlope.times(before)), output: gates[step])
      slope = slope.times(update)
      slope.add(resetSlope.times(gates[step].columns(units..<2 * units)))
      slope.add(RowProducts.transposed(open.beside(none), weights[1]))
      all.setStep(step, open.beside(close))
      opening.setStep(step, open.beside(none))
      closing.setStep(step, none.beside(none).beside(close))
    }
    return RecurrentGradients.all(
      input: input, states: states, slopes: all, stateSlopes: opening,
      resets: (resets, closing), weights: weights)
  }

  private func before(_ step: Int) -> Tensor {
    step > 0 ? states.step(step - 1) : Tensor(zeros: [states.shape[0], units])
  }

  private func product(_ states: Tensor) -> Tensor {
    var product = Tensor(zeros: [states.shape[0], 3 * units])
    RowProducts.add(states, times: weights[1], to: &product)
    return product
  }
}

/// Matrices of equally many rows.
extension Tensor {
  fileprivate func columns(_ range: Range<Int>) -> Tensor {
    var result = Tensor(zeros: [shape[0], range.count])
    for row in 0..<shape[0] {
      for (place, column) in range.enumerated() {
        result.values[row * range.count + place] = values[row * shape[1] + column]
      }
    }
    return result
  }

  fileprivate func beside(_ other: Tensor) -> Tensor {
    let (left, right) = (shape[1], other.shape[1])
    var rows: [Float] = []
    for row in 0..<shape[0] {
      rows += values[row * left..<(row + 1) * left]
      rows += other.values[row * right..<(row + 1) * right]
    }
    return Tensor([shape[0], left + right], rows)
  }

  fileprivate func map(_ body: (Float) -> Float) -> Tensor { Tensor(shape, values.map(body)) }

  fileprivate func times(_ other: Tensor) -> Tensor {
    Tensor(shape, zip(values, other.values).map { $0 * $1 })
  }
}
