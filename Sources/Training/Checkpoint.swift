package import Networks
internal import Tensors

/// A model after some epochs: all that is needed to go on as if nothing had been in between.
package struct Checkpoint: Equatable {
  package var weights: ModelWeights
  package var optimizerState: OptimizerState
  /// The figures of each epoch so far, from the first that was trained under the same key; an epoch
  /// without validation has fewer.
  package var rows: [[Double]]

  package init(weights: ModelWeights, optimizerState: OptimizerState, rows: [[Double]]) {
    (self.weights, self.optimizerState, self.rows) = (weights, optimizerState, rows)
  }

  package var epochs: Int { rows.count }

  /// "caderno" and the version of the format, which names and counts of another one don't fit.
  private static let magic: UInt64 = 0x01_6F6E_7265_6461_63

  /// Little-endian words: the format, rows, step, weights, slots; each list with its count before it.
  package var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(Self.magic)
    writer.write(rows.count)
    for row in rows {
      writer.write(row.count)
      for value in row { writer.write(value.bitPattern) }
    }
    writer.write(optimizerState.step)
    for lists in [weights.tensors.map(\.values), optimizerState.slots] {
      writer.write(lists.count)
      for list in lists { writer.write(list) }
    }
    return writer.bytes
  }

  /// Nil where the bytes aren't those of a checkpoint of this model and what trains it: a cache may be
  /// a stranger's. What the rows must look like, ``Fit`` knows.
  ///
  /// Reads no further than the bytes go: every count is held against those that are left.
  package init?(_ bytes: [UInt8], of model: Model, _ compilation: Compilation) {
    var reader = ByteReader(bytes)
    guard reader.word() == Self.magic,
      let rows = reader.list({ reader in reader.list { $0.number() } }),
      let step = reader.count(limit: .max), let tensors = reader.list({ $0.floats() }),
      let slots = reader.list({ $0.floats() }), reader.isAtEnd,
      let weights = ModelWeights(model, flat: tensors),
      let state = OptimizerState(step: step, slots: slots, of: compilation.optimizer, model)
    else { return nil }
    self.init(weights: weights, optimizerState: state, rows: rows)
  }
}
