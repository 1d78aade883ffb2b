internal import CKernels

extension KernelSet {
  /// One step of an LSTM for each image: the sums in `gates`, `[4 units]` in the order input, forget,
  /// cell, output, become the gates; `cell = forget · before + input · cell gate`,
  /// `top = tanh(cell)`, `state = output · top`.
  ///
  /// - Parameters:
  ///   - before: the cells of the step before; nil for zeros.
  /// - Precondition: the blocks of cells, tops and states have one stride.
  public func lstm(
    images: Int, units: Int, gates: ImageBlock, before: ImageBlock?, cell: ImageBlock,
    top: ImageBlock, state: ImageBlock
  ) {
    let name: StaticString = "lstm"
    note(images * 4 * units)
    precondition([top, state].allSatisfy { $0.stride == cell.stride }, "lstm: strides differ")
    table.lstm(
      images, units, gates.stride, gates.address(images, 4 * units, name), cell.stride,
      address(before, cell, images, units, name), cell.address(images, units, name),
      top.address(images, units, name), state.address(images, units, name))
  }

  /// The gates become the gradients of their sums.
  ///
  /// - Parameters:
  ///   - stateSlope: the gradient of the step's states, `[images, units]`.
  ///   - cellSlope: that of the cells from the steps behind; becomes that of the cells before.
  /// - Precondition: the blocks of cells and tops have one stride.
  public func lstmGradient(
    images: Int, units: Int, gates: ImageBlock, before: ImageBlock?, top: ImageBlock,
    stateSlope: ConstantFloats, cellSlope: Floats
  ) {
    let name: StaticString = "lstm gradient"
    note(images * 4 * units)
    table.lstm_gradient(
      images, units, gates.stride, gates.address(images, 4 * units, name), top.stride,
      address(before, top, images, units, name), top.address(images, units, name),
      stateSlope.address(images * units, name), cellSlope.address(images * units, name))
  }

  private func address(
    _ before: ImageBlock?, _ other: ImageBlock, _ images: Int, _ units: Int, _ name: StaticString
  ) -> UnsafeMutablePointer<Float>? {
    precondition(before?.stride ?? other.stride == other.stride, "lstm: strides differ")
    return before?.address(images, units, name)
  }
}
