internal import CKernels

extension KernelSet {
  /// Adds to `transposed`, `[outputs, segments * run]`, and to `sums`, `[outputs]`, the gradients of
  /// weights and bias: chains over images and positions, of which only those with a bit count.
  public func addWeightGradient(
    _ table: WindowTable, images: Int, input: ImageBlock, sparse: SparseGradient,
    to transposed: UnsafeMutablePointer<Float>, sums: UnsafeMutablePointer<Float>
  ) {
    precondition(sparse.sources.count == table.offsets.count, "sparse gradient: sources missing")
    table.withWindow { window in
      sparse.sources.withUnsafeBufferPointer { sources in
        guard let source = sources.baseAddress else { return }
        self.table.sparse_weight_gradient(
          window, images, input.stride, input.start, sparse.outputs, sparse.masks, source,
          sparse.gradient.stride, sparse.gradient.start, transposed, sums)
      }
    }
  }

  /// Whether ``addInputGradient(_:images:sparse:weights:to:scratch:)`` can do a geometry.
  public static func canAddInputGradient(_ table: WindowTable, channels: Int) -> Bool {
    table.segments.count == 3 && table.run == 3 * channels && channels % 16 == 0
  }

  /// Adds the gradient of the input: for each of its elements the chain over (kernel row, kernel
  /// column, output), of which only outputs with a bit count.
  ///
  /// - Parameters:
  ///   - weights: blocked, see ``blockWeights(taps:channels:outputs:_:into:)``.
  ///   - scratch: ``inputGradientScratch(pixels:outputs:)`` numbers.
  public func addInputGradient(
    _ table: WindowTable, images: Int, sparse: SparseGradient, weights: UnsafePointer<Float>,
    to input: ImageBlock, scratch: UnsafeMutablePointer<Int32>
  ) {
    precondition(
      Self.canAddInputGradient(table, channels: table.run / 3)
        && sparse.sources.count == table.offsets.count,
      "sparse input gradient: \(table.segments.count) runs of \(table.run)")
    table.withWindow { window in
      sparse.sources.withUnsafeBufferPointer { sources in
        guard let source = sources.baseAddress else { return }
        self.table.sparse_input_gradient(
          window, images, input.stride, input.start, sparse.outputs, sparse.masks, source,
          sparse.gradient.stride, sparse.gradient.start, weights, scratch)
      }
    }
  }

  /// `[taps, channels, outputs]` to `[channels / 16, outputs, taps, 16]`; channels a multiple of 16.
  public func blockWeights(
    taps: Int, channels: Int, outputs: Int, _ weights: UnsafePointer<Float>,
    into blocked: UnsafeMutablePointer<Float>
  ) {
    precondition(channels % 16 == 0, "block weights: \(channels) channels")
    table.block_weights(taps, channels, outputs, weights, blocked)
  }

  /// Sets for each position, `[positions, channels]`, the bits of the channels that are positive.
  public func findPositive(
    _ values: UnsafePointer<Float>, positions: Int, channels: Int,
    masks: UnsafeMutablePointer<UInt64>
  ) {
    table.positive_bits(positions, channels, values, masks)
  }

  /// Numbers of scratch that the sparse input gradient needs.
  public static func inputGradientScratch(pixels: Int, outputs: Int) -> Int {
    2 * (pixels + 1 + 2 * pixels * outputs)
  }

  /// Weight and bias gradients of a 3 by 3 convolution of one input channel that a 2 by 2 pooling
  /// follows; `outputs` a multiple of 16. Weights are `[9, outputs]`.
  public func addFirstGradient(
    images: Int, input: ImageBlock, inputRow: Int, outputs: Int, masks: UnsafePointer<UInt64>,
    pooled: (rows: Int, columns: Int), gradient: UnsafePointer<Float>,
    to weightGradient: UnsafeMutablePointer<Float>, sums: UnsafeMutablePointer<Float>
  ) {
    precondition(outputs % 16 == 0, "first gradient: \(outputs) outputs")
    table.sparse_first_gradient(
      images, input.stride, input.start, inputRow, outputs, masks, pooled.rows, pooled.columns,
      gradient, weightGradient, sums)
  }
}
