internal import Digests
internal import Networks
internal import Tensors

/// All that the weights after an epoch depend on beside the state before it, as texts for a key.
struct FitKey {
  let lowered: LoweredModel
  let compiled: CompiledModel
  let data: Samples
  let validation: Samples?
  let options: FitCallOptions
  let seed: UInt64

  var parts: [String] {
    let layers = zip(lowered.layers, lowered.model.layers).map { layer, placed in
      if let layer, case .engine(let call, _) = layer.content {
        return "\(call) of \(placed.inputs)" + Self.flags(of: placed)
      }
      return "\(placed.layer) of \(placed.inputs)" + Self.flags(of: placed)
    }
    return [
      "fit", "numerics \(numericsVersion)", "input \(lowered.model.inputShape)",
      layers.joined(separator: ";"),
    ] + compiled.keyParts + [
      "data \(digest(of: data))", "validation \(validation.map { digest(of: $0) } ?? "-")",
      "batch \(options.batchSize) shuffle \(options.shuffle) seed \(seed)",
    ]
      + (options.validationBatchSize == options.batchSize
        ? [] : ["validation batch \(options.validationBatchSize)"])
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
      stream.update(bytes)
      stream.update(numbers: [divisor.bitPattern])
    case .table(let bytes, let table):
      stream.update(bytes)
      stream.update(numbers: table)
    case .numbers(let numbers): stream.update(numbers: numbers)
    }
    update(stream, with: samples.targets)
    if let weights = samples.weights {
      stream.update("weights")
      stream.update(numbers: weights)
    }
    return "\(samples.rows.lowerBound)..\(samples.rows.upperBound) \(stream.finish())"
  }

  private func update(_ stream: SHA256Stream, with targets: Samples.Targets) {
    switch targets {
    case .none: break
    case .classes(let labels, let form):
      stream.update(labels)
      stream.update(form.rawValue)
    case .rows(let numbers, _, _): stream.update(numbers: numbers)
    case .parts(let parts): for part in parts { update(stream, with: part) }
    }
  }
}
