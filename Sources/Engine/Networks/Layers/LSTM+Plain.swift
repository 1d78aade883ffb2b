internal import Memory
internal import Tensors

extension LSTM {
  /// Goes from step to step from a state of 0: `[batch, steps, units]` or the last step's `[batch,
  /// units]`.
  func run(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let context = LSTMPass(input, weights, units, functions)
    let images = input.shape[0]
    return LayerOutput(
      returnsSequences ? context.states : Tensor([images, units], context.lastStates))
  }

  /// Computes all steps once more, then goes back through them.
  func gradients(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    let context = LSTMPass(input, weights, units, functions)
    return RecurrentGradients.all(
      input: input, states: context.states,
      slopes: context.slopes(gradient, returnsSequences: returnsSequences), weights: weights)
  }
}

/// All steps of an LSTM over a batch.
private struct LSTMPass {
  private let weights: [Tensor]
  private let units: Int
  private let images: Int
  private let steps: Int
  /// `[steps][images · 4 units]` after the gates' functions, and the cells after each step.
  private var gates: [[Float]] = []
  private var cells: [[Float]] = []
  /// For functions other than tanh and sigmoid, and what they make of the cells after each step.
  private let own: LSTMCell?
  private var tops: [[Float]] = []
  /// After each step, `[images, steps, units]`.
  private(set) var states: Tensor
  /// After the last one, `[images, units]`.
  private(set) var lastStates: [Float]

  init(
    _ input: Tensor, _ weights: [Tensor], _ units: Int, _ functions: RecurrentFunctions?
  ) {
    (self.weights, self.units) = (weights, units)
    own = functions.map { LSTMCell(units: units, functions: $0) }
    lastStates = []
    (images, steps) = (input.shape[0], input.shape[1])
    states = Tensor(zeros: [images, steps, units])
    var cell = [Float](repeating: 0, count: images * units)
    var state = Tensor([images, units], cell)
    for step in 0..<steps {
      if own != nil {
        forward(input.step(step), step, &cell, &state)
        continue
      }
      let gate = Self.gates(input.step(step), state, weights, units)
      for place in cell.indices {
        let start = place / units * 4 * units + place % units
        cell[place] = gate[start + units] * cell[place] + gate[start] * gate[start + 2 * units]
        state.values[place] = gate[start + 3 * units] * ScalarMath.tanh(cell[place])
      }
      gates.append(gate)
      cells.append(cell)
      states.setStep(step, state)
    }
    lastStates = state.values
  }

  /// A step with functions of its own.
  private mutating func forward(
    _ input: Tensor, _ step: Int, _ cell: inout [Float], _ state: inout Tensor
  ) {
    var gate = Self.sums(input, state, weights, units).values
    let before = cell
    var top = cell
    for image in 0..<images {
      let (narrow, wide) = (image * units, image * 4 * units)
      gate.withMutableElements { gate in
        cell.withMutableElements { cell in
          top.withMutableElements { top in
            state.values.withMutableElements { state in
              before.withElements { before in
                own?.forward(
                  gates: gate[wide..<wide + 4 * units], before: before[narrow...],
                  cell: cell[narrow...], top: top[narrow..<narrow + units],
                  state: state[narrow...])
              }
            }
          }
        }
      }
    }
    gates.append(gate)
    cells.append(cell)
    tops.append(top)
    states.setStep(step, state)
  }

  private static func sums(
    _ input: Tensor, _ state: Tensor, _ weights: [Tensor], _ units: Int
  ) -> Tensor {
    var sums = Tensor(zeros: [input.shape[0], 4 * units])
    if weights.count > 2 { Bias.add(weights[2].values, to: &sums) }
    RowProducts.add(input, times: weights[0], to: &sums)
    RowProducts.add(state, times: weights[1], to: &sums)
    return sums
  }

  private static func gates(
    _ input: Tensor, _ state: Tensor, _ weights: [Tensor], _ units: Int
  ) -> [Float] {
    let width = 4 * units
    let sums = sums(input, state, weights, units)
    return sums.values.indices.map { index in
      let isCell = 2 * units..<3 * units ~= index % width
      return isCell ? ScalarMath.tanh(sums.values[index]) : ScalarMath.sigmoid(sums.values[index])
    }
  }

  /// The gradients of all sums, `[images, steps, 4 units]`, from that of the output.
  func slopes(_ gradient: Tensor, returnsSequences: Bool) -> Tensor {
    var result = Tensor(zeros: [images, steps, 4 * units])
    var state = returnsSequences ? Tensor(zeros: [images, units]) : gradient
    var cell = [Float](repeating: 0, count: images * units)
    for step in (0..<steps).reversed() {
      if returnsSequences { state.add(gradient.step(step)) }
      let slopes = slopes(of: step, state.values, &cell)
      result.setStep(step, slopes)
      state = RowProducts.transposed(slopes, weights[1])
    }
    return result
  }

  private func slopes(of step: Int, _ state: [Float], _ cell: inout [Float]) -> Tensor {
    if own != nil { return ownSlopes(of: step, state, &cell) }
    let (width, gate) = (4 * units, gates[step])
    var slopes = Tensor(zeros: [images, width])
    for place in cell.indices {
      let start = place / units * width + place % units
      let (i, f) = (gate[start], gate[start + units])
      let (g, o) = (gate[start + 2 * units], gate[start + 3 * units])
      let top = ScalarMath.tanh(cells[step][place])
      let before = step > 0 ? cells[step - 1][place] : 0
      let memory = cell[place] + state[place] * o * (1 - top * top)
      slopes.values[start] = memory * g * i * (1 - i)
      slopes.values[start + units] = memory * before * f * (1 - f)
      slopes.values[start + 2 * units] = memory * i * (1 - g * g)
      slopes.values[start + 3 * units] = state[place] * top * o * (1 - o)
      cell[place] = memory * f
    }
    return slopes
  }

  private func ownSlopes(of step: Int, _ state: [Float], _ cell: inout [Float]) -> Tensor {
    var slopes = gates[step]
    let before = step > 0 ? cells[step - 1] : [Float](repeating: 0, count: images * units)
    for image in 0..<images {
      let (narrow, wide) = (image * units, image * 4 * units)
      slopes.withMutableElements { slopes in
        cell.withMutableElements { cell in
          before.withElements { before in
            tops[step].withElements { top in
              state.withElements { state in
                own?.backward(
                  gates: slopes[wide..<wide + 4 * units], before: before[narrow...],
                  top: top[narrow..<narrow + units], stateSlope: state[narrow...],
                  cellSlope: cell[narrow...])
              }
            }
          }
        }
      }
    }
    return Tensor([images, 4 * units], slopes)
  }
}
