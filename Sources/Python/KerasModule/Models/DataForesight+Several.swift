internal import NumPyModule
internal import PythonRuntime
internal import Networks
internal import Tensors

extension DataForesight {
  /// What a model of several inputs or outputs will say first of its data.
  var severalProblem: KnownProblem? {
    if let x = call["x"] {
      let y = call["y"]
      if let found = problem("x", { () throws(PyError) in try check(x, y) }) { return found }
      if let y, let found = problem("y", { () throws(PyError) in try check(targets: y, for: x) }) {
        return found
      }
    }
    guard let items = call["validation_data"]?.items, let x = items.first else { return nil }
    return problem("validation_data") { () throws(PyError) in
      let y = items.count > 1 ? items[1] : nil
      try check(x, y)
      if let y { try check(targets: y, for: x) }
    }
  }

  /// The arrays of the inputs, in the inputs' order; nil for one that isn't known, and for all where nothing is.
  private func arrays(of x: KnownCall.Argument) throws(PyError) -> [KnownArray?]? {
    guard x.array != nil || x.items != nil || x.entries != nil else { return nil }
    let items = x.items ?? [x]
    let byName = x.entries?.map { (name: $0.name, item: $0.value) }
    return try GivenInputs(model, call.machine)
      .values(count: items.count, byName: byName, { items }).map(\.array)
  }

  private func check(_ x: KnownCall.Argument, _ y: KnownCall.Argument?) throws(PyError) {
    guard let arrays = try arrays(of: x) else { return }
    if Set(arrays.compactMap { $0?.extents.first ?? nil }).count > 1 {
      try checkCounts(arrays, y.map { targets(of: $0) ?? [nil] } ?? [])
    }
    try GivenInputs(model, call.machine).check(arrays, batch: nil)
  }

  private func check(targets y: KnownCall.Argument, for x: KnownCall.Argument) throws(PyError) {
    guard let compilation = try model.compilation?.engine(call.machine),
      let targets = targets(of: y)
    else { return }
    try checkCounts(try arrays(of: x) ?? [nil], targets)
    let outputs = compilation.outputs
    let losses: [(any Loss)?] = outputs.isEmpty ? [compilation.loss] : outputs.map(\.loss)
    for ((target, loss), output) in zip(zip(targets, losses), model.outputs) {
      guard let target, let loss else { continue }
      try TargetShapes(call.machine).check(target, loss, output.tensorShape)
    }
  }

  /// The targets of each output, where as many are given.
  private func targets(of y: KnownCall.Argument) -> [KnownArray?]? {
    guard model.outputs.count > 1 else { return [y.array] }
    if let entries = y.entries {
      return model.outputs.map { output in
        entries.first { $0.name == output.layer.name }?.value.array
      }
    }
    guard let items = y.items, items.count == model.outputs.count else { return nil }
    return items.map(\.array)
  }

  /// Looks whether all have as many samples, where that is known of all.
  private func checkCounts(_ inputs: [KnownArray?], _ targets: [KnownArray?]) throws(PyError) {
    guard call["sample_weight"] == nil else { return }
    let all = (inputs + targets).map { $0?.extents.first ?? nil }
    let known = all.compactMap(\.self)
    guard known.count == all.count else { return }
    try SampleCounts(
      inputs: Array(known.prefix(inputs.count)), targets: Array(known.dropFirst(inputs.count))
    ).check(call.machine)
  }
}
