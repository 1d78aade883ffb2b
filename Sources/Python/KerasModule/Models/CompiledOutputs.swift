internal import PythonRuntime
internal import Networks
internal import Tensors

/// What `compile` asks of one of several outputs.
struct CompiledOutput {
  let name: String
  let shape: Shape
  /// Nil for an output that isn't trained.
  let loss: GivenLoss?
  let weight: Double
  var metrics: [GivenMetric]

  func engine(form: LabelForm) throws(ArgumentError) -> OutputLoss {
    var named: [Compilation.NamedMetric] = []
    for metric in metrics { named += try metric.named(shape) }
    return OutputLoss(
      name, shape, loss: try loss?.made(), weight: Float(weight), metrics: named,
      form: form)
  }

  var description: String {
    "\(name) \(shape) \(loss.map(\.description) ?? "none") times \(weight) \(metrics)"
  }
}

/// `loss`, `loss_weights` and `metrics` of a model with several outputs: lists in the outputs' order,
/// dictionaries by the outputs' names, or one loss for all.
struct CompiledOutputs {
  private(set) var outputs: [CompiledOutput] = []
  private let call: Call
  /// An output is named after its layer.
  private let names: [String]

  init(_ model: ModelObject, _ call: Call) throws(PyError) {
    self.call = call
    names = model.outputs.map(\.layer.name)
    guard Set(names).count == names.count else {
      throw call.error(
        "NotImplementedError", "two outputs of one layer are not trained together by Caderno")
    }
    let losses = try losses()
    let weights = try weights()
    let metrics = try zip(metrics("metrics"), metrics("weighted_metrics")).map { $0 + $1 }
    for (index, output) in model.outputs.enumerated() {
      outputs.append(
        CompiledOutput(
          name: names[index], shape: output.tensorShape, loss: losses[index],
          weight: weights[index], metrics: metrics[index]))
    }
  }

  /// The outputs' losses; `None` stands for an output that isn't trained.
  private func losses() throws(PyError) -> [GivenLoss?] {
    let given = call.required("loss")
    var values = names.map { _ in given }
    if let dict: DictObject = given.asObject() {
      values = try byName(dict) { found throws(PyError) in
        let wanted = names.map { "'\($0)'" }.joined(separator: ", ")
        return call.error(
          "ValueError",
          "Expected keys [\(wanted)] in loss dict, but found loss.keys()=[\(found)]")
      }
    } else if let items = try items(given) {
      guard items.count == names.count else { throw call.unsupported("loss", given) }
      values = items
    }
    var losses: [GivenLoss?] = []
    for value in values {
      if case .none = value {
        losses.append(nil)
      } else {
        losses.append(try GivenLoss(value, call))
      }
    }
    guard losses.contains(where: { $0 != nil }) else {
      throw call.error(
        "ValueError", "No loss to compute. Provide a `loss` argument in `compile()`.")
    }
    return losses
  }

  private func weights() throws(PyError) -> [Double] {
    guard let given = call.given("loss_weights") else { return names.map { _ in 1 } }
    var values: [Value] = []
    if let dict: DictObject = given.asObject() {
      for name in names where try dict.value(.string(name), call.machine) == nil {
        throw call.machine.error("KeyError", of: .string(name))
      }
      values = try byName(dict) { _ throws(PyError) in
        Self.mismatch(losses: names.count, weights: dict.pairs.count, call)
      }
    } else {
      values = try call.machine.array(given)
    }
    let losses = try lossCount()
    guard values.count == losses else {
      throw Self.mismatch(losses: losses, weights: values.count, call)
    }
    var weights: [Double] = []
    for value in values {
      if case .none = value {
        weights.append(1)
      } else {
        weights.append(try call.machine.number(value, "loss_weights"))
      }
    }
    // What weighs one loss for all outputs weighs each of them.
    return losses == 1 ? names.map { _ in weights[0] } : weights
  }

  /// One loss for all outputs is one, though each output has it.
  private func lossCount() throws(PyError) -> Int {
    let given = call.required("loss")
    if given.asObject(DictObject.self) != nil { return names.count }
    return try items(given)?.count ?? 1
  }

  static func mismatch(losses: Int, weights: Int, _ call: Call) -> PyError {
    call.error(
      "ValueError",
      "`loss_weights` must match the number of losses, got \(losses) losses and \(weights) weights."
    )
  }

  private func metrics(_ argument: String) throws(PyError) -> [[GivenMetric]] {
    guard let given = call.given(argument) else { return names.map { _ in [] } }
    var values: [Value] = []
    if let dict: DictObject = given.asObject() {
      for pair in dict.pairs {
        guard case .string(let name) = pair.key, names.contains(name) else {
          throw call.unsupported(argument, given)
        }
      }
      for name in names {
        values.append(try dict.value(.string(name), call.machine) ?? .none)
      }
    } else if let items = try items(given) {
      guard items.count == names.count else {
        let text = try call.machine.repr(given)
        throw call.error(
          "ValueError",
          "For a model with \(names.count) outputs `\(argument)` must be a dict, or a list with an entry for each output. Received: \(argument)=\(text)"
        )
      }
      values = items
    } else {
      let text = try call.machine.str(given)
      throw call.error(
        "ValueError",
        "Expected `\(argument)` argument to be a list, tuple, or dict. Received instead: \(argument)=\(text) of type \(call.machine.type(of: given).repr(call.machine))"
      )
    }
    var metrics: [[GivenMetric]] = []
    for value in values {
      metrics.append(
        try GivenMetric.list(value, call, isWeighted: argument == "weighted_metrics"))
    }
    return metrics
  }

  /// The values of a dictionary in the outputs' order.
  private func byName(
    _ dict: DictObject, _ failure: (String) throws(PyError) -> PyError
  ) throws(PyError) -> [Value] {
    var values: [Value] = []
    for name in names {
      guard let value = try dict.value(.string(name), call.machine) else { break }
      values.append(value)
    }
    guard values.count == names.count, dict.pairs.count == names.count else {
      var keys: [String] = []
      for pair in dict.pairs { keys.append(try call.machine.repr(pair.key)) }
      throw try failure(keys.joined(separator: ", "))
    }
    return values
  }

  private func items(_ value: Value) throws(PyError) -> [Value]? {
    guard value.asObject(ListObject.self) != nil || value.asObject(TupleObject.self) != nil else {
      return nil
    }
    return try call.machine.array(value)
  }
}
