internal import NumPyModule
internal import PythonRuntime
internal import Networks
internal import Arrays
internal import Tensors

extension ModelObject {
  /// `fit(x, y, …)`: trains and gives the history.
  func fit(_ call: Call) throws(PyError) -> Value {
    let compiled = try compiledModel(call)
    try checkWeights(call)
    let machine = call.machine
    try GivenData(machine).check(
      call.required("x"), call["y"], weights: call.given("sample_weight"))
    try build(for: call.required("x"), machine)
    let fit = try FitCall(self, compiled, call)
    return .object(try fit.run())
  }

  /// What `compile` left, or the error that Keras raises without it.
  func compiledModel(_ call: Call) throws(PyError) -> CompiledModel {
    guard var compilation else { throw Self.notCompiled(call.machine) }
    compilation.model = self
    try checkFocus(compilation, call)
    if let failure = compilation.failure { throw failure }
    isUsed = true
    return compilation
  }

  /// Refuses a binary focal cross-entropy behind a softmax: Keras takes its sums for those of sigmoids there, and
  /// its outputs for the factor.
  private func checkFocus(_ compiled: CompiledModel, _ call: Call) throws(PyError) {
    let losses = compiled.outputs.isEmpty ? [compiled.loss] : compiled.outputs.map(\.loss)
    for (loss, output) in zip(losses, outputs) {
      guard let loss = try? loss?.made(),
        Swift.type(of: loss).signature.name == "BinaryFocalCrossentropy",
        case .engine(_, let layer) = output.layer.content, let function = layer.activation,
        Swift.type(of: function).mapsRows
      else { continue }
      throw call.error(
        "NotImplementedError",
        "BinaryFocalCrossentropy of a \(Swift.type(of: function).aliases.first ?? "") is not supported by Caderno"
      )
    }
  }

  /// What Keras raises where there is no loss yet.
  static func notCompiled(_ machine: Machine) -> PyError {
    machine.error("ValueError", "You must call `compile()` before using the model.")
  }

  /// Weights of samples have a meaning only where there is one loss for each sample.
  func checkWeights(_ call: Call) throws(PyError) {
    for name in ["sample_weight", "class_weight"] where call.given(name) != nil {
      if compilation?.hasLossOfBatch == true {
        throw call.error(
          "NotImplementedError",
          "\(name) for a loss that gives one number for a whole batch is not supported by Caderno")
      }
      guard let output = outputs.first(where: { $0.tensorShape.rank > 1 }) else { continue }
      throw call.error(
        "NotImplementedError",
        "\(name) for outputs of shape \(output.tensorShape.batched) is not supported by Caderno")
    }
  }

  /// Fixes the input's shape by the data, where no layer was told one.
  func build(for x: Value, _ machine: Machine) throws(PyError) {
    guard inputs.isEmpty else { return }
    if let flow: ImageFlow = x.asObject() {
      return try build(Shape(Array(flow.images.shape.dropFirst())), machine)
    }
    let array = try KerasTensors.array(GivenData.single(x), machine)
    try build(Shape(Array(array.shape.dropFirst())), machine)
  }
}

extension Machine {
  /// Raises what the engine throws.
  func raising<Result>(
    training body: () throws(TrainingError) -> Result
  ) throws(PyError) -> Result {
    do {
      return try body()
    } catch {
      throw raised(error)
    }
  }

  /// Python's exception for what the engine throws.
  func raised(_ error: TrainingError) -> PyError {
    switch error {
    case .cancelled: return self.error("KeyboardInterrupt", "")
    case .labelOutside(let label, let place, let outputs):
      return self.error(
        "InvalidArgumentError",
        "Received a label value of \(label) which is outside the valid range of [0, \(outputs)). It is the label of \(place)."
      )
    case .idOutside(let id, let layer, let rows, let place):
      let axes = ([place.sample] + place.position).map(String.init).joined(separator: ",")
      return self.error(
        "InvalidArgumentError",
        "indices[\(axes)] = \(Int(exactly: id).map(String.init) ?? "\(id)") is not in [0, \(rows)), which are the rows of the layer '\(layer)'"
      )
    case .tooMuchMemory: return self.error("MemoryError", error.description)
    default: return self.error("ValueError", error.description)
    }
  }
}
