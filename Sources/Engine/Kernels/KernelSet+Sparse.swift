internal import CKernels
public import Memory

extension KernelSet {
  /// Adds to `transposed`, `[outputs, segments * run]`, and to `sums`, `[outputs]`, the gradients of
  /// weights and bias: chains over images and positions, of which only those with a bit count.
  public func addWeightGradient(
    _ table: WindowTable, images: Int, input: ImageBlock, sparse: SparseGradient,
    to transposed: Floats, sums: Floats
  ) {
    note(images * table.offsets.count * table.size * sparse.outputs)
    let name: StaticString = "sparse gradient"
    let x = input.address(images, table.reach, name)
    let (masks, slopes) = sparse.addresses(table, images, name)
    let target = transposed.address(table.size * sparse.outputs, name)
    let sum = sums.address(sparse.outputs, name)
    table.withWindow { window in
      sparse.sources.withUnsafeBufferPointer { sources in
        guard let source = sources.baseAddress else { return }
        self.table.sparse_weight_gradient(
          window, images, input.stride, x, sparse.outputs, masks, source, sparse.gradient.stride,
          slopes, target, sum)
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
    _ table: WindowTable, images: Int, sparse: SparseGradient, weights: ConstantFloats,
    to input: ImageBlock, scratch: MutableElements<Int32>
  ) {
    note(images * table.offsets.count * table.size * sparse.outputs)
    let (name, outputs): (StaticString, Int) = ("sparse input gradient", sparse.outputs)
    precondition(
      Self.canAddInputGradient(table, channels: table.run / 3),
      "sparse input gradient: \(table.segments.count) runs of \(table.run)")
    let dx = input.address(images, table.reach, name)
    let (masks, slopes) = sparse.addresses(table, images, name)
    let weights = weights.address(table.size * outputs, name)
    let spare = scratch.address(
      Self.inputGradientScratch(pixels: table.offsets.count, outputs: outputs), name)
    table.withWindow { window in
      sparse.sources.withUnsafeBufferPointer { sources in
        guard let source = sources.baseAddress else { return }
        self.table.sparse_input_gradient(
          window, images, input.stride, dx, outputs, masks, source, sparse.gradient.stride, slopes,
          weights, spare)
      }
    }
  }

  /// `[taps, channels, outputs]` to `[channels / 16, outputs, taps, 16]`; channels a multiple of 16.
  public func blockWeights(
    taps: Int, channels: Int, outputs: Int, _ weights: ConstantFloats, into blocked: Floats
  ) {
    note(taps * channels * outputs)
    precondition(channels % 16 == 0, "block weights: \(channels) channels")
    let size = taps * channels * outputs
    table.block_weights(
      taps, channels, outputs, weights.address(size, "block weights"),
      blocked.address(size, "block weights"))
  }

  /// Sets for each position, `[positions, channels]`, the bits of the channels that aren't zero.
  public func findNonzero(
    _ values: ConstantFloats, positions: Int, channels: Int, masks: MutableElements<UInt64>
  ) {
    note(positions * channels)
    let words = positions * SparseGradient.words(outputs: channels)
    table.nonzero_bits(
      positions, channels, values.address(positions * channels, "find nonzero"),
      masks.address(words, "find nonzero"))
  }

  /// Numbers of scratch that the sparse input gradient needs.
  public static func inputGradientScratch(pixels: Int, outputs: Int) -> Int {
    2 * (pixels + 1 + 2 * pixels * outputs)
  }

  /// Weight and bias gradients of a 3 by 3 convolution of one input channel that a 2 by 2 pooling
  /// follows; `outputs` a multiple of 16. Weights are `[9, outputs]`.
  public func addFirstGradient(
    images: Int, input: ImageBlock, inputRow: Int, outputs: Int, masks: Elements<UInt64>,
    pooled: (rows: Int, columns: Int), gradient: ConstantFloats, to weightGradient: Floats,
    sums: Floats
  ) {
    note(images * 36 * pooled.rows * pooled.columns * outputs)
    precondition(outputs % 16 == 0, "first gradient: \(outputs) outputs")
    let (name, windows): (StaticString, Int) = ("first gradient", pooled.rows * pooled.columns)
    let reach = (2 * pooled.rows + 1) * inputRow + 2 * pooled.columns + 2
    let words = images * 4 * windows * SparseGradient.words(outputs: outputs)
    table.sparse_first_gradient(
      images, input.stride, input.address(images, windows == 0 ? 0 : reach, name), inputRow,
      outputs, masks.address(words, name), pooled.rows, pooled.columns,
      gradient.address(images * windows * outputs, name),
      weightGradient.address(9 * outputs, name), sums.address(outputs, name))
  }
}

extension SparseGradient {
  /// The masks and the gradient, where they suffice for a table's positions.
  fileprivate func addresses(
    _ table: WindowTable, _ images: Int, _ name: StaticString
  ) -> (masks: UnsafePointer<UInt64>, gradient: UnsafePointer<Float>) {
    let positions = table.offsets.count
    precondition(sources.count == positions, "\(name): \(sources.count) sources of \(positions)")
    let reach = Int(sources.max() ?? 0) + outputs
    return (
      masks.address(images * positions * Self.words(outputs: outputs), name),
      UnsafePointer(gradient.address(images, positions == 0 ? 0 : reach, name))
    )
  }
}
