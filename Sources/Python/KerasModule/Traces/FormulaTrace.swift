internal import PythonRuntime
internal import Networks
internal import Arrays

/// Makes formulas of what a function of the program does with traced tensors.
struct FormulaTrace {
  /// Formulas are walked step by step, and what stands in them twice is computed twice.
  private static let mostSteps = 256
  private let machine: Machine

  init(_ machine: Machine) { self.machine = machine }

  func unary(_ function: SampleFormula.Unary, _ x: TracedTensor) throws(PyError) -> Value {
    if x.extent == .batch, function != .negative { throw batch() }
    return try traced(.unary(function, x.formula), x.extent, of: [x.size])
  }

  func binary(
    _ function: SampleFormula.Binary, _ first: Value, _ second: Value
  ) throws(PyError) -> Value {
    let (x, y) = (try operand(first), try operand(second))
    if function == .power, y.extent != nil {
      throw TracedTensor.refusal("an exponent that isn't a number", machine)
    }
    let extent = try common([x.extent, y.extent])
    if extent == .batch { try checkLinear(function, x.extent, y.extent) }
    return try traced(.binary(function, x.formula, y.formula), extent, of: [x.size, y.size])
  }

  /// `where(test, first, second)`.
  func choice(_ test: Value, _ first: Value, _ second: Value) throws(PyError) -> Value {
    let (test, x, y) = (try operand(test), try operand(first), try operand(second))
    let extent = try common([test.extent, x.extent, y.extent])
    if extent == .batch { throw batch() }
    return try traced(
      .choice(test.formula, x.formula, y.formula), extent, of: [test.size, x.size, y.size])
  }

  /// A reduction along an axis, or of everything where there is none.
  func reduced(
    _ kind: SampleFormula.Reduction, _ x: TracedTensor, axis: Int?, keepsAxes: Bool
  ) throws(PyError) -> Value {
    guard let axis else {
      guard kind == .mean else { throw batch() }
      return try traced(.reduced(.mean, x.formula), .batch, of: [x.size])
    }
    guard axis == -1, x.extent == .row else {
      throw TracedTensor.refusal("\(kind)(axis=\(axis)) of this tensor", machine)
    }
    return try traced(.reduced(kind, x.formula), keepsAxes ? .row : .sample, of: [x.size])
  }

  private func traced(
    _ formula: SampleFormula, _ extent: TracedTensor.Extent, of sizes: [Int]
  ) throws(PyError) -> Value {
    let size = sizes.reduce(1, +)
    guard size <= Self.mostSteps else {
      throw TracedTensor.refusal("a function of more than \(Self.mostSteps) steps", machine)
    }
    return .object(TracedTensor(formula, extent, size: size))
  }

  /// A loss or a metric of Keras' own of `y_true` and `y_pred` themselves.
  ///
  /// - Parameter isMean: whether it is called as an object, which gives the batch's mean.
  func builtIn(
    _ made: ArgumentCall, _ target: TracedTensor, _ output: TracedTensor, isMean: Bool
  ) throws(PyError) -> Value {
    guard case (.target, .output) = (target.formula, output.formula) else {
      throw TracedTensor.refusal("\(made.name) of anything but y_true and y_pred", machine)
    }
    let error = SampleFormula.binary(.subtract, .output, .target)
    let cost: SampleFormula.Unary = made.name == "MeanAbsoluteError" ? .abs : .square
    return .object(
      TracedTensor(
        .reduced(.mean, .unary(cost, error)), isMean ? .batch : .sample, builtIn: made))
  }

  /// A tensor, or a number that has no extent.
  private func operand(
    _ value: Value
  ) throws(PyError) -> (formula: SampleFormula, extent: TracedTensor.Extent?, size: Int) {
    if let traced: TracedTensor = value.asObject() {
      let known = ["MeanSquaredError", "MeanAbsoluteError"]
      if let name = traced.builtIn?.name, !known.contains(name) {
        throw TracedTensor.refusal("arithmetic with \(name)", machine)
      }
      return (traced.formula, traced.extent, traced.size)
    }
    let array = try KerasTensors.array(value, machine)
    guard array.size == 1 else {
      throw TracedTensor.refusal("an array of numbers", machine)
    }
    return (.constant(array.floats()[0]), nil, 1)
  }

  private func common(
    _ extents: [TracedTensor.Extent?]
  ) throws(PyError) -> TracedTensor.Extent {
    let all = Set(extents.compactMap(\.self))
    guard let extent = all.first, all.count == 1 else {
      throw TracedTensor.refusal("joining one number a row with whole rows", machine)
    }
    return extent
  }

  /// Means of batches may be added, and multiplied by numbers: that is the mean of the sums.
  private func checkLinear(
    _ function: SampleFormula.Binary, _ first: TracedTensor.Extent?,
    _ second: TracedTensor.Extent?
  ) throws(PyError) {
    let isLinear =
      switch function {
      case .add, .subtract: true
      case .multiply: first == nil || second == nil
      case .divide: second == nil
      default: false
      }
    guard isLinear else { throw batch() }
  }

  private func batch() -> PyError {
    TracedTensor.refusal(
      "a function of a whole batch other than its mean (axis=-1 takes each sample's own)", machine)
  }
}
