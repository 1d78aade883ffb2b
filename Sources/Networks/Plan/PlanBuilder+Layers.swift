internal import Kernels
internal import Tensors

extension PlanBuilder {
  mutating func addDense(_ dense: Dense, _ index: Int) {
    let weights = weightRange(index)
    let inputs = model.layers[index].inputShape.count
    let whole = batchGradient(inputs: inputs, units: dense.units)
    parameters[weights.lowerBound].batchGradient = whole
    steps.append(
      DenseStep(
        places: advance(to: dense.units), inputs: inputs, units: dense.units,
        kernel: parameters[weights.lowerBound].offset,
        bias: dense.usesBias ? parameters[weights.lowerBound + 1].offset : nil,
        transposed: derivedMemory.reserve(inputs * dense.units), zeros: zeros,
        function: fused(dense.function, index), batchGradient: whole,
        forwardTable: WindowTable(row: inputs), backwardTable: WindowTable(row: dense.units)))
    addUnfused(dense.function, index)
  }

  /// Large kernels: sums of chunks would take more memory traffic than arithmetic.
  private mutating func batchGradient(inputs: Int, units: Int) -> BatchGradient? {
    guard inputs * units >= 1 << 13 else { return nil }
    return BatchGradient(
      inputs: inputs, outputs: units, input: sharedMemory.reserve(batch * inputs),
      gradient: sharedMemory.reserve(batch * units))
  }

  func shape(of convolution: Conv2D, _ index: Int) -> ConvolutionShape {
    let input = model.layers[index].inputShape
    return ConvolutionShape(
      convolution.window.geometry(over: input), channels: input[2],
      filters: convolution.filters)
  }

  mutating func addConvolution(_ convolution: Conv2D, _ index: Int) {
    let weights = weightRange(index)
    let shape = shape(of: convolution, index)
    let (padded, gradient) = padding(shape)
    let isRectified = convolution.function is ReLU && !skipsActivation(index)
    let zerosAreKnown = isRectified ? sparse(shape) : nil
    steps.append(
      ConvolutionStep(
        places: advance(to: shape.pixels * shape.filters), shape: shape, padded: padded,
        paddedGradient: gradient, kernel: parameters[weights.lowerBound].offset,
        bias: convolution.usesBias ? parameters[weights.lowerBound + 1].offset : nil,
        transposed: derivedMemory.reserve(shape.taps.count * shape.channels * shape.filters),
        zeros: zeros, function: fused(convolution.function, index),
        winograd: winograd(shape, pooled: nil),
        sparse: zerosAreKnown))
    addUnfused(convolution.function, index)
  }

  private mutating func sparse(_ shape: ConvolutionShape) -> (masks: Region, scratch: Region)? {
    guard currentGradient != nil,
      KernelSet.canAddInputGradient(shape.table, channels: shape.channels)
    else { return nil }
    let words = SparseGradient.words(outputs: shape.filters)
    let scratch = KernelSet.inputGradientScratch(pixels: shape.pixels, outputs: shape.filters)
    return (
      memory.region(perImage: 2 * shape.pixels * words),
      Region(offset: memory.reserve(scratch), perImage: scratch)
    )
  }

  /// A convolution with ReLU or none and a 2 by 2 max pooling; gives the number of layers.
  mutating func addPooled(_ convolution: Conv2D, _ index: Int) -> Int? {
    guard index + 1 < model.layers.count, !skipsActivation(index),
      model.layers[index + 1].inputs == [index],
      !model.layers[(index + 2)...].contains(where: { $0.inputs.contains(index) }),
      let pooling = model.layers[index + 1].layer as? MaxPooling2D,
      convolution.function is ReLU || convolution.function is Linear,
      let shape = PooledConvolutionShape(
        shape(of: convolution, index),
        pooling: pooling.window.geometry(over: model.layers[index].outputShape)),
      currentGradient == nil
        || KernelSet.canAddInputGradient(shape.table, channels: shape.whole.channels)
    else { return nil }
    let weights = weightRange(index)
    let (padded, gradient) = padding(shape.whole)
    if !shape.isFirst { parameters[weights.lowerBound].transposedRows = shape.whole.size }
    let filters = convolution.filters
    let scratch = KernelSet.inputGradientScratch(pixels: shape.positions, outputs: filters)
    steps.append(
      PooledConvolutionStep(
        places: advance(to: shape.rows * shape.columns * filters), shape: shape, padded: padded,
        paddedGradient: gradient, masks: memory.region(perImage: shape.maskFloats),
        kernel: parameters[weights.lowerBound].offset,
        bias: convolution.usesBias ? parameters[weights.lowerBound + 1].offset : nil,
        blocked: derivedMemory.reserve(shape.whole.size * filters), zeros: zeros,
        rectifies: convolution.function is ReLU,
        scratch: Region(offset: memory.reserve(scratch), perImage: scratch),
        spareSums: Region(offset: memory.reserve(filters), perImage: filters),
        winograd: winograd(shape.whole, pooled: (shape.rows, shape.columns))))
    return 2
  }

  private mutating func winograd(
    _ shape: ConvolutionShape, pooled: (rows: Int, columns: Int)?
  ) -> WinogradForm? {
    guard !isExact, let form = WinogradForm.convolution(shape, pooled: pooled) else { return nil }
    let scratch = form.scratchCount
    return WinogradForm(
      convolution: form, weights: derivedMemory.reserve(form.weightCount),
      scratch: Region(offset: memory.reserve(scratch), perImage: scratch))
  }

  /// Room for an input with its padding and, where wanted, for its gradient.
  private mutating func padding(_ shape: ConvolutionShape) -> (Region?, Region?) {
    guard shape.isPadded else { return (nil, nil) }
    let padded = memory.region(perImage: shape.paddedCount)
    return (padded, currentGradient == nil ? nil : memory.region(perImage: shape.paddedCount))
  }

  mutating func addActivation(_ activation: Activation, _ index: Int) {
    if skipsActivation(index) { return }
    let shape = model.layers[index].outputShape
    steps.append(
      ActivationStep(
        places: advance(to: shape.count), function: activation.function,
        rowLength: shape.extents.last ?? 1))
  }

  mutating func addDropout(_ dropout: Dropout, _ index: Int) {
    let count = model.layers[index].outputShape.count
    steps.append(
      DropoutStep(
        places: advance(to: count), rate: dropout.rate, layerIndex: index,
        mask: memory.region(perImage: count)))
  }

  mutating func addNormalization(_ layer: BatchNormalization, _ index: Int) {
    let shape = model.layers[index].outputShape
    let channels = shape.extents.last ?? 1
    let offsets = parameters[weightRange(index)].map(\.offset)
    let first = (layer.scales ? 1 : 0) + (layer.centers ? 1 : 0)
    steps.append(
      NormalizationStep(
        places: advance(to: shape.count), channels: channels, epsilon: layer.epsilon,
        momentum: layer.momentum, isFrozen: layer.isFrozen,
        parameters: .init(
          gamma: layer.scales ? offsets[0] : nil, beta: layer.centers ? offsets[first - 1] : nil,
          movingMean: offsets[first], movingVariance: offsets[first + 1]),
        derived: .init(
          inverse: derivedMemory.reserve(channels), ones: derivedMemory.reserve(channels),
          zeros: zeros),
        shared: .init(
          images: sharedMemory.reserve(2 * channels * batch),
          mean: sharedMemory.reserve(channels), variance: sharedMemory.reserve(channels),
          inverse: sharedMemory.reserve(channels), slopes: sharedMemory.reserve(channels),
          products: sharedMemory.reserve(channels)),
        normal: memory.region(perImage: shape.count)))
  }

  mutating func addPooling(_ window: Window, takesLargest: Bool, _ index: Int) {
    let layer = model.layers[index]
    let geometry = window.geometry(over: layer.inputShape)
    let channels = layer.inputShape[2]
    // A window may lie in the padding alone, or be larger than its table can number.
    guard geometry.height.kernel * geometry.width.kernel <= PoolingWindows.mostPixels else {
      return addLayer(index)
    }
    let count = layer.outputShape.count
    steps.append(
      PoolingStep(
        places: advance(to: count), windows: PoolingWindows(geometry, channels: channels),
        channels: channels,
        winners: takesLargest ? memory.region(perImage: (count + 1) / 2) : nil))
  }

  mutating func addGlobalAverage(_ index: Int) {
    let shape = model.layers[index].inputShape
    let window = Window(
      kernelSize: [shape[0], shape[1]], strides: [1, 1], padding: .valid)
    addPooling(window, takesLargest: false, index)
  }

  mutating func addMerge(_ merge: Merge, _ index: Int) {
    let shape = model.layers[index].outputShape
    steps.append(MergeStep(places: advance(to: shape.count), row: merge.row(shape)))
  }

  mutating func addMoving(_ moving: any MovingLayer, _ index: Int) {
    let layer = model.layers[index]
    steps.append(
      MovingStep(
        places: advance(to: layer.outputShape.count), map: moving.map(for: layer.inputShape)))
  }

  mutating func addLayer(_ index: Int) {
    let layer = model.layers[index]
    steps.append(
      LayerStep(
        places: advance(to: layer.outputShape.count), layer: layer, layerIndex: index,
        skipsActivation: skipsActivation(index),
        parameters: Array(parameters[weightRange(index)])))
  }
}
