internal import Networks
internal import Tensors

/// A model in the middle or at the end of a fit: all that is needed to go on as if nothing had been.
struct Checkpoint {
  var weights: ModelWeights
  var optimizerState: OptimizerState
  /// The names of the history's columns, and one row for each epoch of this fit so far.
  var names: [String]
  var rows: [[Double]]

  /// The epochs of this fit that are done.
  var epochs: Int { rows.count }

  /// Little-endian: names, rows, step, weights, slots; every list with its count before it.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(names.count)
    for name in names { writer.write(name) }
    writer.write(rows.count)
    for row in rows { for value in row { writer.write(value.bitPattern) } }
    writer.write(optimizerState.step)
    for lists in [weights.tensors.map(\.values), optimizerState.slots] {
      writer.write(lists.count)
      for list in lists { writer.write(list) }
    }
    return writer.bytes
  }

  /// Nil where the bytes aren't those of a checkpoint of such a training: a cache may be a stranger's.
  ///
  /// - Parameter names: the columns that the history has.
  init?(
    _ bytes: [UInt8], of model: Model, optimizer: any Optimizer, names: [String]
  ) {
    var reader = ByteReader(bytes)
    guard reader.list({ $0.text() }) == names,
      let rows = reader.list({ reader in reader.numbers(names.count) }),
      let step = reader.count(limit: .max), let tensors = reader.list({ $0.floats() }),
      let slots = reader.list({ $0.floats() }), reader.isAtEnd,
      let weights = ModelWeights(model, flat: tensors),
      let state = OptimizerState(step: step, slots: slots, of: optimizer, model)
    else { return nil }
    self.weights = weights
    self.names = names
    self.rows = rows
    optimizerState = state
  }

  init(
    weights: ModelWeights, optimizerState: OptimizerState, names: [String], rows: [[Double]]
  ) {
    self.weights = weights
    self.optimizerState = optimizerState
    self.names = names
    self.rows = rows
  }
}
