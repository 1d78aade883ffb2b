internal import CKernels

extension KernelSet {
  /// Convolution or matrix product: for each image, pixel and output channel the chain of
  /// multiply-adds over the window, in the order (segment, position in the run), from the bias.
  ///
  /// - Parameters:
  ///   - weights: `[segments * run, outputs]`.
  ///   - bias: `[outputs]`; where nil the chains begin with what `output` holds.
  ///   - places: where each pixel's outputs lie in an output image; row after row where nil.
  ///   - rectifies: whether ReLU follows.
  public func accumulate(
    _ table: WindowTable, images: Int, input: ImageBlock, outputs: Int,
    weights: UnsafePointer<Float>, bias: UnsafePointer<Float>?, output: ImageBlock,
    places: [Int32]? = nil, rectifies: Bool = false
  ) {
    precondition(
      places == nil || places?.count == table.offsets.count,
      "accumulate: places for \(places?.count ?? 0) of \(table.offsets.count) pixels")
    table.withWindow { window in
      func call(_ place: UnsafePointer<Int32>?) {
        self.table.accumulate(
          window, images, input.stride, input.start, outputs, outputs, weights, bias,
          output.stride, outputs, place, output.start, rectifies ? 1 : 0)
      }
      if let places {
        places.withUnsafeBufferPointer { call($0.baseAddress) }
      } else {
        call(nil)
      }
    }
  }

  /// The same followed by ReLU, where wanted, and 2 by 2 pooling over non-overlapping windows.
  ///
  /// - Parameters:
  ///   - pooled: rows and columns after pooling.
  ///   - steps: floats from a convolution's pixel to the next row's and column's in the input.
  ///   - masks: for each image `[2 rows, 2 columns, (outputs + 63) / 64]` words, or nil.
  public func accumulatePooled(
    _ table: WindowTable, images: Int, input: ImageBlock, outputs: Int,
    weights: UnsafePointer<Float>, bias: UnsafePointer<Float>, pooled: (rows: Int, columns: Int),
    steps: (row: Int, column: Int), output: UnsafeMutablePointer<Float>,
    masks: UnsafeMutablePointer<UInt64>?, rectifies: Bool
  ) {
    table.withWindow { window in
      self.table.accumulate_pool(
        window, images, input.stride, input.start, outputs, outputs, weights, bias, pooled.rows,
        pooled.columns, steps.row, steps.column, output, masks, rectifies ? 1 : 0)
    }
  }

  /// Adds to `weightGradient`, `[segments * run, outputs]`, the chain over images and pixels of
  /// input times gradient.
  public func addWeightGradient(
    _ table: WindowTable, images: Int, input: ImageBlock, outputs: Int, gradient: ImageBlock,
    to weightGradient: UnsafeMutablePointer<Float>
  ) {
    table.withWindow { window in
      self.table.weight_gradient(
        window, images, input.stride, input.start, outputs, gradient.stride, outputs,
        gradient.start, outputs, weightGradient)
    }
  }

  /// Some rows of a dense layer's weight gradient over a whole batch: for each element the chains
  /// over each chunk of images from zero, added in the chunks' order.
  ///
  /// - Parameters:
  ///   - input: `[images, inputs]`; gradient: `[images, outputs]`.
  ///   - weightGradient: the first of the rows, each `[outputs]`; overwritten.
  public func batchWeightGradient(
    images: Int, chunk: Int, inputs: Int, rows: Range<Int>, input: UnsafePointer<Float>,
    outputs: Int, gradient: UnsafePointer<Float>, into weightGradient: UnsafeMutablePointer<Float>
  ) {
    precondition(
      chunk > 0 && rows.lowerBound >= 0 && rows.upperBound <= inputs,
      "batch weight gradient: rows \(rows) of \(inputs)")
    table.batch_weight_gradient(
      images, chunk, inputs, rows.lowerBound, rows.count, input, outputs, gradient,
      weightGradient)
  }

  /// Adds to `sums`, `[columns]`, each row of `[rows, columns]` in order.
  public func addColumns(
    rows: Int, columns: Int, _ x: UnsafePointer<Float>, to sums: UnsafeMutablePointer<Float>
  ) {
    table.column_sums(rows, columns, columns, x, sums)
  }

  /// `[rows, columns]` to `[columns, rows]`.
  public func transpose(
    rows: Int, columns: Int, _ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>
  ) {
    table.transpose(rows, columns, x, y)
  }
}
