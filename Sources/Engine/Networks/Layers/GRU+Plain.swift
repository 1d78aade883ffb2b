internal import Memory
internal import Tensors

extension GRU {
  /// Goes from step to step from a state of 0: `[batch, steps, units]` or the last step's `[batch,
  /// units]`.
  func run(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let states =
      resetsAfter
      ? GRUPass(input, weights, units, functions).states
      : ResetBeforePass(input, weights, self).states
    return LayerOutput(returnsSequences ? states : states.step(states.shape[1] - 1))
  }

  /// Computes all steps once more, then goes back through them.
  func gradients(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    guard resetsAfter else {
      return ResetBeforePass(input, weights, self).gradients(
        gradient, input: input, returnsSequences: returnsSequences)
    }
    let all = GRUPass(input, weights, units, functions)
    let slopes = all.slopes(gradient, returnsSequences: returnsSequences)
    return RecurrentGradients.all(
      input: input, states: all.states, slopes: slopes.inputs, stateSlopes: slopes.states,
      weights: weights)
  }
}

/// All steps of a GRU over a batch.
private struct GRUPass {
  private let weights: [Tensor]
  private let cell: GRUCell
  /// Of each step, `[images, 3 units]`: the gates after their functions, and the states' sums.
  private var gates: [Tensor] = []
  private var recurrent: [Tensor] = []
  /// After each step, `[images, steps, units]`.
  private(set) var states: Tensor

  init(
    _ input: Tensor, _ weights: [Tensor], _ units: Int, _ functions: RecurrentFunctions?
  ) {
    self.weights = weights
    cell = GRUCell(units: units, functions: functions)
    states = Tensor(zeros: [input.shape[0], input.shape[1], units])
    var state = Tensor(zeros: [input.shape[0], units])
    for step in 0..<input.shape[1] {
      var gate = sums(input.step(step), 0)
      let product = sums(state, 1)
      var next = state
      eachImage(&gate, &next) { image, gates, after in
        product.values.withElements { product in
          state.values.withElements { before in
            cell.forward(
              gates: gates, recurrent: product[(image * 3 * units)...],
              before: before[(image * units)...], state: after)
          }
        }
      }
      state = next
      gates.append(gate)
      recurrent.append(product)
      states.setStep(step, state)
    }
  }

  /// A row of the bias and a product.
  private func sums(_ input: Tensor, _ row: Int) -> Tensor {
    let width = 3 * cell.units
    var sums = Tensor(zeros: [input.shape[0], width])
    if weights.count > 2 {
      Bias.add(Array(weights[2].values[row * width..<(row + 1) * width]), to: &sums)
    }
    RowProducts.add(input, times: weights[row], to: &sums)
    return sums
  }

  /// The rows of each image in two tensors.
  private func eachImage(
    _ wide: inout Tensor, _ narrow: inout Tensor,
    _ body: (Int, MutableElements<Float>, MutableElements<Float>) -> Void
  ) {
    let (images, units) = (narrow.shape[0], cell.units)
    wide.values.withMutableElements { wide in
      narrow.values.withMutableElements { narrow in
        for image in 0..<images {
          body(
            image, wide[image * 3 * units..<(image + 1) * 3 * units],
            narrow[image * units..<(image + 1) * units])
        }
      }
    }
  }

  /// The gradients of the inputs' and of the states' sums, `[images, steps, 3 units]`.
  func slopes(
    _ gradient: Tensor, returnsSequences: Bool
  ) -> (inputs: Tensor, states: Tensor) {
    let (images, steps, units) = (states.shape[0], states.shape[1], cell.units)
    var inputs = Tensor(zeros: [images, steps, 3 * units])
    var products = inputs
    var slope = returnsSequences ? Tensor(zeros: [images, units]) : gradient
    for step in (0..<steps).reversed() {
      if returnsSequences { slope.add(gradient.step(step)) }
      let before = step > 0 ? states.step(step - 1) : Tensor(zeros: [images, units])
      var product = recurrent[step]
      var gate = gates[step]
      eachImage(&gate, &slope) { image, gates, slope in
        product.values.withMutableElements { product in
          before.values.withElements { before in
            cell.backward(
              gates: gates, recurrent: product[image * 3 * units..<(image + 1) * 3 * units],
              before: before[(image * units)...], slope: slope)
          }
        }
      }
      inputs.setStep(step, gate)
      products.setStep(step, product)
      slope.add(RowProducts.transposed(product, weights[1]))
    }
    return (inputs, products)
  }
}
