internal import Digests
internal import Networks
internal import Tensors

/// All that the weights after a fit depend on, as texts for a key.
struct FitKey {
  let lowered: LoweredModel
  let compiled: CompiledModel
  let data: Samples
  let validation: Samples?
  let options: FitCallOptions
  let seed: UInt64
  let epochsDone: Int
  let state: OptimizerState?

  var parts: [String] {
    let layers = zip(lowered.layers, lowered.model.layers).map { layer, placed in
      if let layer, case .engine(let call, _) = layer.content {
        return "\(call) of \(placed.inputs)" + Self.flags(of: placed)
      }
      return "\(placed.layer) of \(placed.inputs)" + Self.flags(of: placed)
    }
    return [
      "fit", "numerics \(numericsVersion)", "input \(lowered.model.inputShape)",
      layers.joined(separator: ";"), compiled.optimizer.call.description,
    ] + compiled.keyParts + [
      "weights \(lowered.weights?.sha256.description ?? "")",
      "state \(state?.step ?? 0) \(digest(of: (state?.slots ?? []).flatMap { $0 }))",
      "data \(digest(of: data))", "validation \(validation.map { digest(of: $0) } ?? "-")",
      // The number of epochs is left out: a fit goes on from one with fewer.
      "from epoch \(options.initialEpoch) \(epochsDone)",
      "batch \(options.batchSize) shuffle \(options.shuffle) seed \(seed)",
    ] + options.keyParts
  }

  /// What of a layer isn't trained or isn't its own; empty for most, so that older keys stay.
  private static func flags(of placed: ModelLayer) -> String {
    let normalization = placed.layer as? BatchNormalization
    return (placed.owner.map { " as \($0)" } ?? "") + (placed.isFrozen ? " frozen" : "")
      + (normalization?.isFrozen ?? false ? " still" : "")
  }

  private func digest(of samples: Samples) -> String {
    let stream = SHA256Stream()
    switch samples.inputs {
    case .bytes(let bytes, let divisor):
      bytes.withUnsafeBytes { stream.update($0) }
      [divisor.bitPattern].withUnsafeBytes { stream.update($0) }
    case .table(let bytes, let table):
      bytes.withUnsafeBytes { stream.update($0) }
      table.withUnsafeBytes { stream.update($0) }
    case .numbers(let numbers): numbers.withUnsafeBytes { stream.update($0) }
    }
    update(stream, with: samples.targets)
    if let weights = samples.weights {
      Array("weights".utf8).withUnsafeBytes { stream.update($0) }
      weights.withUnsafeBytes { stream.update($0) }
    }
    return "\(samples.rows.lowerBound)..\(samples.rows.upperBound) \(stream.finish())"
  }

  private func update(_ stream: SHA256Stream, with targets: Samples.Targets) {
    switch targets {
    case .none: break
    case .classes(let labels, let form):
      labels.withUnsafeBytes { stream.update($0) }
      Array(form.rawValue.utf8).withUnsafeBytes { stream.update($0) }
    case .rows(let numbers, _, _): numbers.withUnsafeBytes { stream.update($0) }
    case .parts(let parts): for part in parts { update(stream, with: part) }
    }
  }

  private func digest(of numbers: [Float]) -> String {
    let stream = SHA256Stream()
    numbers.withUnsafeBytes { stream.update($0) }
    return stream.finish().description
  }
}
