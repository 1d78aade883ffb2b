internal import CKernels
public import Memory

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
    weights: ConstantFloats, bias: ConstantFloats?, output: ImageBlock,
    places: [Int32]? = nil, rectifies: Bool = false
  ) {
    note(images * table.offsets.count * (table.size + 1) * outputs)
    let (name, pixels): (StaticString, Int) = ("accumulate", table.offsets.count)
    precondition(
      places == nil || places?.count == table.offsets.count,
      "accumulate: places for \(places?.count ?? 0) of \(table.offsets.count) pixels")
    let x = input.address(images, table.reach, name)
    let width = places.map { Int($0.max() ?? 0) + outputs } ?? pixels * outputs
    let y = output.address(images, width, name)
    let w = weights.address(table.size * outputs, name)
    let b = bias?.address(outputs, name)
    table.withWindow { window in
      func call(_ place: UnsafePointer<Int32>?) {
        self.table.accumulate(
          window, images, input.stride, x, outputs, outputs, w, b, output.stride, outputs, place, y,
          rectifies ? 1 : 0)
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
    weights: ConstantFloats, bias: ConstantFloats, pooled: (rows: Int, columns: Int),
    steps: (row: Int, column: Int), output: Floats, masks: MutableElements<UInt64>?,
    rectifies: Bool
  ) {
    note(images * 4 * pooled.rows * pooled.columns * (table.size + 1) * outputs)
    let (name, windows): (StaticString, Int) = ("accumulate pooled", pooled.rows * pooled.columns)
    let corner = (2 * pooled.rows - 1) * steps.row + (2 * pooled.columns - 1) * steps.column
    let reach = corner + Int(table.segments.max() ?? 0) + table.run
    let x = input.address(images, windows == 0 ? 0 : reach, name)
    let y = output.address(images * windows * outputs, name)
    let words = images * 4 * windows * SparseGradient.words(outputs: outputs)
    let (mask, w) = (masks?.address(words, name), weights.address(table.size * outputs, name))
    let b = bias.address(outputs, name)
    table.withWindow { window in
      self.table.accumulate_pool(
        window, images, input.stride, x, outputs, outputs, w, b, pooled.rows, pooled.columns,
        steps.row, steps.column, y, mask, rectifies ? 1 : 0)
    }
  }

  /// Adds to `weightGradient`, `[segments * run, outputs]`, the chain over images and pixels of
  /// input times gradient.
  public func addWeightGradient(
    _ table: WindowTable, images: Int, input: ImageBlock, outputs: Int, gradient: ImageBlock,
    to weightGradient: Floats
  ) {
    note(images * table.offsets.count * table.size * outputs)
    let name: StaticString = "weight gradient"
    let x = input.address(images, table.reach, name)
    let g = gradient.address(images, table.offsets.count * outputs, name)
    let target = weightGradient.address(table.size * outputs, name)
    table.withWindow { window in
      self.table.weight_gradient(
        window, images, input.stride, x, outputs, gradient.stride, outputs, g, outputs, target)
    }
  }

  /// Some rows of a dense layer's weight gradient over a whole batch: for each element the chains
  /// over each chunk of images from zero, added in the chunks' order.
  ///
  /// - Parameters:
  ///   - input: `[images, inputs]`; gradient: `[images, outputs]`.
  ///   - weightGradient: the first of the rows, each `[outputs]`; overwritten.
  public func batchWeightGradient(
    images: Int, chunk: Int, inputs: Int, rows: Range<Int>, input: ConstantFloats, outputs: Int,
    gradient: ConstantFloats, into weightGradient: Floats
  ) {
    note(images * rows.count * outputs)
    let name: StaticString = "batch weight gradient"
    precondition(
      chunk > 0 && rows.lowerBound >= 0 && rows.upperBound <= inputs,
      "batch weight gradient: rows \(rows) of \(inputs)")
    table.batch_weight_gradient(
      images, chunk, inputs, rows.lowerBound, rows.count, input.address(images * inputs, name),
      outputs, gradient.address(images * outputs, name),
      weightGradient.address(rows.count * outputs, name))
  }

  /// Adds to `sums`, `[columns]`, each row of `[rows, columns]` in order.
  public func addColumns(rows: Int, columns: Int, _ x: ConstantFloats, to sums: Floats) {
    note(rows * columns)
    let name: StaticString = "add columns"
    table.column_sums(
      rows, columns, columns, x.address(rows * columns, name), sums.address(columns, name))
  }

  /// `[rows, columns]` to `[columns, rows]`.
  public func transpose(rows: Int, columns: Int, _ x: ConstantFloats, into y: Floats) {
    note(rows * columns)
    let size = rows * columns
    table.transpose(rows, columns, x.address(size, "transpose"), y.address(size, "transpose"))
  }
}
