internal import Memory

/// A loss that is the mean over the outputs of what each one costs on its own.
protocol ElementwiseLoss: Loss {
  /// What one output costs, and the slope of that.
  func cost(of output: Float, wanted: Float) -> (value: Float, slope: Float)
}

extension ElementwiseLoss {
  static var judgesRows: Bool { false }

  /// The mean of the outputs' costs, added up in order; slopes are divided by their number.
  func sample(
    _ outputs: Elements<Float>, target: Target, areLogits: Bool,
    gradient: MutableElements<Float>
  ) -> Float {
    let count = Float(outputs.count)
    var total: Float = 0
    for column in outputs.indices {
      let cost = cost(of: outputs[column], wanted: target.value(at: column))
      total += cost.value
      gradient[column] = cost.slope / count
    }
    return total / count
  }
}
