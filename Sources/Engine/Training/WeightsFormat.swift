package import Networks

/// How a model after some epochs lies in a file: the seam for formats of weights files.
package protocol WeightsFormat: Sendable {
  /// The whole file for a checkpoint; equal checkpoints give equal bytes.
  func bytes(of checkpoint: Checkpoint) -> [UInt8]
  /// Nil where the bytes aren't those of a checkpoint of this model and what trains it: a cache may be
  /// a stranger's. What the rows must look like, ``Fit`` knows.
  func checkpoint(_ bytes: [UInt8], of model: Model, _ compilation: Compilation) -> Checkpoint?
}
