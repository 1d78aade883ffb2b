import Memory

import Kernels
import Testing

/// The formulas in Swift, one weight after the other, are the oracle: the same bits on every level.
@Suite struct OptimizerKernelTests {
  /// Weights, gradients and two arrays of state that no square has made negative.
  struct State {
    var weights: [Float]
    let gradient: [Float]
    var first: [Float]
    var second: [Float]

    init(_ count: Int) {
      var numbers = Numbers(UInt64(count))
      func draw() -> [Float] { Array(numbers.padded(count).prefix(count)) }
      weights = draw()
      gradient = draw()
      first = draw()
      second = draw().map(abs)
    }
  }

  static let counts = [0, 1, 15, 16, 17, 100]

  @Test(arguments: counts, InstructionSet.available)
  func `plain descent moves against the gradient`(count: Int, level: InstructionSet) throws {
    var state = State(count)
    let before = state
    let kernels = try KernelSet(level)
    state.weights.withMutableElements { weights in
      before.gradient.withElements { kernels.sgd(weights, gradient: $0, rate: 0.1) }
    }
    let expected = zip(before.weights, before.gradient).map { $0.addingProduct(-0.1, $1) }
    #expect(state.weights == expected)
  }

  @Test(arguments: counts, InstructionSet.available)
  func `momentum keeps a velocity, with Nesterov's look ahead or not`(
    count: Int, level: InstructionSet
  ) throws {
    for nesterov in [false, true] {
      var state = State(count)
      let before = state
      try withBuffers(&state) { weights, velocity, _, gradient in
        try KernelSet(level).sgd(
          weights, velocity: velocity, gradient: gradient, rate: 0.1, momentum: 0.9,
          nesterov: nesterov)
      }
      for index in 0..<count {
        let step = -0.1 * before.gradient[index]
        let velocity = step.addingProduct(0.9, before.first[index])
        let move = nesterov ? step.addingProduct(0.9, velocity) : velocity
        #expect(state.first[index] == velocity)
        #expect(state.weights[index] == before.weights[index] + move)
      }
    }
  }

  @Test(arguments: counts, InstructionSet.available)
  func `RMSprop divides by the root of the mean square`(
    count: Int, level: InstructionSet
  ) throws {
    var state = State(count)
    let before = state
    try withBuffers(&state) { weights, _, square, gradient in
      try KernelSet(level).rmsprop(
        weights, meanSquare: square, gradient: gradient, rate: 0.01, rho: 0.9, rest: 0.1,
        epsilon: 1e-7)
    }
    for index in 0..<count {
      let slope = before.gradient[index]
      let square = (0.1 * (slope * slope)).addingProduct(0.9, before.second[index])
      #expect(state.second[index] == square)
      let move = 0.01 * slope / (square + 1e-7).squareRoot()
      #expect(state.weights[index] == before.weights[index] - move)
    }
  }

  @Test(arguments: counts, InstructionSet.available)
  func `Adam divides the mean by the root of the mean square`(
    count: Int, level: InstructionSet
  ) throws {
    var state = State(count)
    let before = state
    try withBuffers(&state) { weights, mean, square, gradient in
      try KernelSet(level).adam(
        weights, mean: mean, meanSquare: square, gradient: gradient, alpha: 0.01, rest1: 0.1,
        rest2: 0.001, epsilon: 1e-7)
    }
    for index in 0..<count {
      let slope = before.gradient[index]
      let (first, second) = (before.first[index], before.second[index])
      let (mean, square) = (
        first + (slope - first) * 0.1, second + (slope * slope - second) * 0.001
      )
      #expect(state.first[index] == mean)
      #expect(state.second[index] == square)
      let moved = before.weights[index] - mean * 0.01 / (square.squareRoot() + 1e-7)
      #expect(state.weights[index] == moved)
    }
  }

  typealias Floats = MutableElements<Float>

  private func withBuffers(
    _ state: inout State,
    _ body: (Floats, Floats, Floats, Elements<Float>) throws -> Void
  ) rethrows {
    let gradient = state.gradient
    try state.weights.withMutableElements { weights in
      try state.first.withMutableElements { first in
        try state.second.withMutableElements { second in
          try gradient.withElements { try body(weights, first, second, $0) }
        }
      }
    }
  }
}
