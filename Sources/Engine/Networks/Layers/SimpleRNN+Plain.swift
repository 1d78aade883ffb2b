internal import Tensors

extension SimpleRNN {
  /// Saves the states of all steps, `[batch, steps, units]`, and the sums where the gradient of the
  /// activation reads them.
  func run(_ input: Tensor, weights: [Tensor], pass: LayerPass) -> LayerOutput {
    let (images, steps) = (input.shape[0], input.shape[1])
    var states = Tensor(zeros: [images, steps, units])
    var allSums = states
    var state = Tensor(zeros: [images, units])
    for step in 0..<steps {
      var sums = Tensor(zeros: [images, units])
      if settings.usesBias { Bias.add(weights[2].values, to: &sums) }
      RowProducts.add(input.step(step), times: weights[0], to: &sums)
      RowProducts.add(state, times: weights[1], to: &sums)
      state = function.applied(to: sums)
      states.setStep(step, state)
      allSums.setStep(step, sums)
    }
    return LayerOutput(
      returnsSequences ? states : state,
      saved: function is any SumActivation ? [states, allSums] : [states])
  }

  /// Goes back through all steps from the last one, the state's gradient carried from step to step.
  func gradients(
    _ gradient: Tensor, input: Tensor, output: LayerOutput, weights: [Tensor], pass: LayerPass
  ) -> LayerGradients {
    let (images, steps, states) = (input.shape[0], input.shape[1], output.saved[0])
    var all = Tensor(zeros: states.shape)
    var slopes = returnsSequences ? Tensor(zeros: [images, units]) : gradient
    for step in (0..<steps).reversed() {
      if returnsSequences { slopes.add(gradient.step(step)) }
      slopes = function.gradient(
        slopes,
        output: LayerOutput(
          states.step(step), saved: output.saved.dropFirst().map { $0.step(step) }),
        pass: LayerPass())
      all.setStep(step, slopes)
      slopes = RowProducts.transposed(slopes, weights[1])
    }
    return RecurrentGradients.all(input: input, states: states, slopes: all, weights: weights)
  }
}
