package import Networks
internal import Tensors

/// The program's own format.
package struct CheckpointFormat: WeightsFormat {
  /// The format of this version; there is nothing to set.
  package init() {}

  /// "caderno" and the version of the format, which names and counts of another one don't fit.
  private static let magic: UInt64 = 0x01_6F6E_7265_6461_63

  /// Little-endian words: the format, rows, step, weights, slots; each list with its count before it.
  package func bytes(of checkpoint: Checkpoint) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(Self.magic)
    writer.write(checkpoint.rows.count)
    for row in checkpoint.rows {
      writer.write(row.count)
      for value in row { writer.write(value.bitPattern) }
    }
    writer.write(checkpoint.optimizerState.step)
    for lists in [checkpoint.weights.tensors.map(\.values), checkpoint.optimizerState.slots] {
      writer.write(lists.count)
      for list in lists { writer.write(list) }
    }
    return writer.bytes
  }

  /// Reads no further than the bytes go: every count is held against those that are left.
  package func checkpoint(
    _ bytes: [UInt8], of model: Model, _ compilation: Compilation
  ) -> Checkpoint? {
    var reader = ByteReader(bytes)
    guard reader.word() == Self.magic,
      let rows = reader.list({ reader in reader.list { $0.number() } }),
      let step = reader.count(limit: .max), let tensors = reader.list({ $0.floats() }),
      let slots = reader.list({ $0.floats() }), reader.isAtEnd,
      let weights = ModelWeights(model, flat: tensors),
      let state = OptimizerState(step: step, slots: slots, of: compilation.optimizer, model)
    else { return nil }
    return Checkpoint(weights: weights, optimizerState: state, rows: rows)
  }
}
