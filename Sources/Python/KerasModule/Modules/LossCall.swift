internal import NumPyModule
internal import PythonRuntime
internal import Memory
internal import Networks
internal import Arrays
internal import Tensors

/// What becomes of the losses of several rows.
enum LossReduction {
  case none, mean, sum
  /// The sum divided by the sum of the weights.
  case meanOfWeights
}

/// A loss applied to arrays.
struct LossCall {
  private let call: Call
  private let loss: any Loss
  private let made: ArgumentCall

  init(_ call: Call, _ made: ArgumentCall) throws(PyError) {
    (self.call, self.made) = (call, made)
    do {
      loss = try LossCatalog.make(.call(made))
    } catch {
      throw KerasArguments.error(error, call.machine)
    }
  }

  /// The losses, weighted and reduced as Keras does, in single precision.
  func reduced(_ reduction: LossReduction) throws(PyError) -> Value {
    if let target: TracedTensor = call["y_true"]?.asObject(),
      let output: TracedTensor = call["y_pred"]?.asObject()
    {
      guard reduction == .none || reduction == .mean,
        !call.has("sample_weight") || call.given("sample_weight") == nil
      else {
        throw TracedTensor.refusal("\(made.name) with weights or a reduction", call.machine)
      }
      return try FormulaTrace(call.machine).builtIn(
        made, target, output, isMean: reduction != .none)
    }
    var (losses, shape) = try values()
    var divisor = Float(losses.count)
    if call.has("sample_weight"), let given = call.given("sample_weight") {
      let weights = try weights(given, losses.count)
      losses = zip(losses, weights).map { $0 * $1 }
      if reduction == .meanOfWeights { divisor = weights.reduce(0, +) }
    }
    if reduction != .none, !shape.isEmpty {
      let sum = losses.reduce(0, +)
      // As TensorFlow's `divide_no_nan`.
      losses = [reduction == .sum ? sum : divisor == 0 ? 0 : sum / divisor]
      shape = []
    }
    return EagerTensor.value(
      try call.machine.raising { () throws(ArrayError) in
        try NumericArray(floats: losses, shape: shape)
      }, call.machine)
  }

  /// One weight for each of the losses, or one for all.
  private func weights(_ given: Value, _ count: Int) throws(PyError) -> [Float] {
    let weights = try KerasTensors.array(given, call.machine).floats()
    if weights.count == 1 { return [Float](repeating: weights[0], count: count) }
    guard weights.count == count else {
      throw call.error(
        "ValueError", "sample_weight has \(weights.count) numbers for \(count) losses")
    }
    return weights
  }

  /// The loss of each row, and the shape that the rows have.
  private func values() throws(PyError) -> (losses: [Float], shape: [Int]) {
    let given = call.required("y_pred")
    // A tensor that remembers its logits gives these, as in TensorFlow.
    let logits =
      type(of: loss).logitsActivation == nil ? nil : given.asObject(EagerTensor.self)?.logits()
    let outputs = if let logits { logits } else { try KerasTensors.array(given, call.machine) }
    let targets = try KerasTensors.array(call.required("y_true"), call.machine)
    let isColumn = outputs.ndim == 1 && targets.shape == [outputs.size, 1]
    let shape = isColumn ? outputs.shape : outputs.shape.dropLast()
    let width = isColumn ? 1 : max(outputs.shape.last ?? 1, 1)
    let rows = outputs.size / width
    guard rows > 0, targets.size % rows == 0 else {
      throw call.error("ValueError", "y_true and y_pred have different numbers of rows")
    }
    let wanted = targets.floats()
    let step = wanted.count / rows
    guard fits(step, width) else {
      throw call.error("ValueError", "y_true and y_pred have different shapes")
    }
    let form = loss.labelForm ?? (step == 1 ? .integer : .oneHot)
    try call.machine.raising(training: { () throws(TrainingError) in
      try TargetCheck([width], judges: [loss.labelForm]).check(
        .rows(wanted, width: step, form), 0..<rows)
    })
    return (
      losses(outputs.floats(), wanted, width, step, form, areLogits: logits != nil), shape
    )
  }

  /// Whether so many targets stand for a row of outputs: cross-entropies don't spread one over
  /// several outputs.
  private func fits(_ step: Int, _ width: Int) -> Bool {
    if loss.labelForm == .integer { return step == 1 }
    let spreads = loss.labelForm == nil && type(of: loss).logitsActivation == nil
    return step == width || spreads && step == 1
  }

  private func losses(
    _ given: [Float], _ wanted: [Float], _ width: Int, _ step: Int, _ form: LabelForm,
    areLogits: Bool
  ) -> [Float] {
    var gradient = [Float](repeating: 0, count: width)
    return (0..<given.count / width).map { row in
      given.withElements { outputs in
        wanted.withElements { targets in
          gradient.withMutableElements { gradient in
            loss.sample(
              outputs[row * width..<(row + 1) * width],
              target: Target(row: targets[row * step..<(row + 1) * step], form: form),
              areLogits: areLogits || loss.fromLogits, gradient: gradient)
          }
        }
      }
    }
  }
}
