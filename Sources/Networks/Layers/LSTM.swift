public import Tensors

/// Long short-term memory (Hochreiter and Schmidhuber 1997) over `[steps, features]`, with Keras'
/// gates in the order input, forget, cell, output.
///
/// Weights: `kernel` `[features, 4 units]`, `recurrent_kernel` `[units, 4 units]`, `bias` `[4 units]`
/// whose forget part begins with ones. The gradient goes back through all steps.
public struct LSTM: Layer {
  public static let signature = Signature.layer(
    "LSTM",
    [
      Parameter("units", .int(.count), aliases: ["output_dim"]),
      Parameter("return_sequences", .bool, default: .bool(false), keywordOnly: true),
      Parameter(
        "activation", .choice(["tanh"]), default: .string("tanh"), keywordOnly: true),
      Parameter(
        "recurrent_activation", .choice(["sigmoid"]), default: .string("sigmoid"),
        keywordOnly: true),
      Parameter(
        "kernel_initializer", .component(.initializer), default: .string("glorot_uniform"),
        keywordOnly: true),
      Parameter(
        "recurrent_initializer", .component(.initializer), default: .string("orthogonal"),
        keywordOnly: true),
    ])
  private let units: Int
  private let initializers: [any Initializer]
  private let returnsSequences: Bool

  public init(_ arguments: BoundArguments) throws(ArgumentError) {
    units = arguments.int("units")
    returnsSequences = arguments.bool("return_sequences")
    initializers = [
      try arguments.initializer("kernel_initializer"),
      try arguments.initializer("recurrent_initializer"),
    ]
  }

  public func outputShape(for input: Shape) throws(ShapeError) -> Shape {
    guard input.rank == 2 else { throw ShapeError("LSTM", input: input, .wrongRank(expected: 2)) }
    return returnsSequences ? [input[0], units] : [units]
  }

  public func weightSpecs(for input: Shape) -> [WeightSpec] {
    [
      WeightSpec("kernel", [input[1], 4 * units], initializers[0]),
      WeightSpec("recurrent_kernel", [units, 4 * units], initializers[1]),
      WeightSpec("bias", [4 * units], ForgetOnes()),
    ]
  }

  public func forward(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let run = LSTMRun(input, weights, units)
    let (images, steps) = (input.shape[0], input.shape[1])
    if returnsSequences { return LayerOutput(Tensor([images, steps, units], run.allStates)) }
    return LayerOutput(Tensor([images, units], run.lastStates))
  }

  public func backward(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    LSTMRun(input, weights, units).gradients(gradient, returnsSequences: returnsSequences)
  }
}

/// Zeros, but ones for the forget gate, as Keras begins it.
struct ForgetOnes: Initializer {
  static let signature = Signature("ForgetOnes")
  init() {}
  init(_ arguments: BoundArguments) throws(ArgumentError) {}

  func values(for shape: Shape, seed: UInt64, stream: UInt64) -> [Float] {
    let units = shape.count / 4
    return (0..<shape.count).map { units..<2 * units ~= $0 ? 1 : 0 }
  }
}

/// All steps of an LSTM over a batch.
struct LSTMRun {
  private let input: Tensor
  private let weights: [Tensor]
  private let units: Int
  private let images: Int
  private let steps: Int
  private let features: Int
  /// `[steps][images · 4 units]` after the gates' functions, and the cells and states after each step.
  private var gates: [[Float]] = []
  private var cells: [[Float]] = []
  private var states: [[Float]] = []

  init(_ input: Tensor, _ weights: [Tensor], _ units: Int) {
    (self.input, self.weights, self.units) = (input, weights, units)
    (images, steps, features) = (input.shape[0], input.shape[1], input.shape[2])
    var cell = [Float](repeating: 0, count: images * units)
    var state = cell
    for step in 0..<steps {
      let gate = sums(step, state)
      var (nextCell, nextState) = (cell, state)
      for place in 0..<images * units {
        let start = place / units * 4 * units + place % units
        let memory = gate[start + units] * cell[place] + gate[start] * gate[start + 2 * units]
        nextCell[place] = memory
        nextState[place] = gate[start + 3 * units] * ScalarMath.tanh(memory)
      }
      gates.append(gate)
      cells.append(nextCell)
      states.append(nextState)
      (cell, state) = (nextCell, nextState)
    }
  }

  private func sums(_ step: Int, _ state: [Float]) -> [Float] {
    let width = 4 * units
    var sums = [Float](repeating: 0, count: images * width)
    for image in 0..<images {
      for column in 0..<width { sums[image * width + column] = weights[2].values[column] }
      for feature in 0..<features {
        let x = input.values[(image * steps + step) * features + feature]
        for column in 0..<width {
          sums[image * width + column].addProduct(x, weights[0].values[feature * width + column])
        }
      }
      for unit in 0..<units {
        let h = state[image * units + unit]
        for column in 0..<width {
          sums[image * width + column].addProduct(h, weights[1].values[unit * width + column])
        }
      }
    }
    for index in sums.indices {
      let isCell = 2 * units..<3 * units ~= index % width
      sums[index] = isCell ? ScalarMath.tanh(sums[index]) : ScalarMath.sigmoid(sums[index])
    }
    return sums
  }

  var lastStates: [Float] { states.last ?? [Float](repeating: 0, count: images * units) }

  /// `[images, steps, units]`.
  var allStates: [Float] {
    (0..<images).flatMap { image in
      (0..<steps).flatMap { step in states[step][image * units..<(image + 1) * units] }
    }
  }

  func gradients(_ gradient: Tensor, returnsSequences: Bool) -> LayerGradients {
    let width = 4 * units
    var before = Tensor(zeros: input.shape)
    var moved = weights.map { Tensor(zeros: $0.shape) }
    var stateSlope = [Float](repeating: 0, count: images * units)
    var cellSlope = stateSlope
    if !returnsSequences { stateSlope = gradient.values }
    let zeros = [Float](repeating: 0, count: images * units)
    for step in (0..<steps).reversed() {
      if returnsSequences {
        for place in 0..<images * units {
          let (image, unit) = (place / units, place % units)
          stateSlope[place] += gradient.values[(image * steps + step) * units + unit]
        }
      }
      let gate = gates[step]
      let (oldCell, oldState) = step > 0 ? (cells[step - 1], states[step - 1]) : (zeros, zeros)
      var slopes = [Float](repeating: 0, count: images * width)
      for place in 0..<images * units {
        let start = place / units * width + place % units
        let (i, f) = (gate[start], gate[start + units])
        let (g, o) = (gate[start + 2 * units], gate[start + 3 * units])
        let top = ScalarMath.tanh(cells[step][place])
        let memory = cellSlope[place] + stateSlope[place] * o * (1 - top * top)
        slopes[start] = memory * g * i * (1 - i)
        slopes[start + units] = memory * oldCell[place] * f * (1 - f)
        slopes[start + 2 * units] = memory * i * (1 - g * g)
        slopes[start + 3 * units] = stateSlope[place] * top * o * (1 - o)
        cellSlope[place] = memory * f
      }
      stateSlope = hand(slopes, step, oldState, &before, &moved)
    }
    return LayerGradients(input: before, weights: moved)
  }

  /// Adds the slopes of a step's sums to those of weights and input; gives those of the state.
  private func hand(
    _ slopes: [Float], _ step: Int, _ state: [Float], _ before: inout Tensor,
    _ moved: inout [Tensor]
  ) -> [Float] {
    let width = 4 * units
    var result = [Float](repeating: 0, count: images * units)
    for image in 0..<images {
      let row = image * width
      for column in 0..<width { moved[2].values[column] += slopes[row + column] }
      for feature in 0..<features {
        let place = (image * steps + step) * features + feature
        for column in 0..<width {
          moved[0].values[feature * width + column]
            .addProduct(input.values[place], slopes[row + column])
          before.values[place]
            .addProduct(slopes[row + column], weights[0].values[feature * width + column])
        }
      }
      for unit in 0..<units {
        let place = image * units + unit
        for column in 0..<width {
          moved[1].values[unit * width + column].addProduct(state[place], slopes[row + column])
          result[place].addProduct(slopes[row + column], weights[1].values[unit * width + column])
        }
      }
    }
    return result
  }
}
