internal import Kernels
internal import Memory
internal import Tensors

/// The products of a recurrent layer's steps: `sums = x · kernel + state · recurrent + bias`.
///
/// In training those of the inputs are taken for all steps at once, and so are the gradients of weights and
/// inputs; between them only the states' product goes from step to step. In inference each step takes its own,
/// and what a step leaves lies where the one before it did: in the nearest cache. The bits are the same.
struct Recurrence: Sendable {
  let steps: Int
  let features: Int
  let units: Int
  /// Sums of a step: the units of all gates.
  let width: Int
  /// Offsets of the weights `[features, width]`, `[units, width]` and `[width]`.
  let kernel: Int
  let recurrent: Int
  let bias: Int?
  /// The bias of the states' sums, where they have one.
  private let stateBias: Int?
  let isTrained: Bool
  /// Derived: kernel and recurrent kernel transposed, and zeros.
  let transposedKernel: Int
  let transposedRecurrent: Int
  let zeros: Int
  private let inputs: WindowTable
  private let stepInput: WindowTable
  private let state: WindowTable
  private let statesBefore: WindowTable
  private let allSlopes: WindowTable
  private let slopes: WindowTable

  /// - Parameters:
  ///   - gates: how many sums each unit has.
  ///   - usesBias: whether there is a bias.
  ///   - hasStateBias: whether it has a second row, for the states' sums.
  init(
    _ plan: inout PlanBuilder, _ site: PlanSite, units: Int, gates: Int, usesBias: Bool,
    hasStateBias: Bool = false
  ) {
    (steps, features) = (site.inputShape[0], site.inputShape[1])
    (self.units, width) = (units, units * gates)
    let weights = plan.weights(of: site)
    (kernel, recurrent) = (weights[0].offset, weights[1].offset)
    bias = usesBias ? weights[2].offset : nil
    stateBias = usesBias && hasStateBias ? weights[2].offset + width : nil
    isTrained = site.isTrained
    transposedKernel = plan.derivedMemory.reserve(features * width)
    transposedRecurrent = plan.derivedMemory.reserve(units * width)
    zeros = plan.derivedMemory.reserve(max(features, width))
    inputs = WindowTable(rows: steps, of: features)
    stepInput = WindowTable(of: features)
    state = WindowTable(of: units)
    statesBefore = WindowTable(rows: steps - 1, of: units)
    allSlopes = WindowTable(rows: steps, of: width)
    slopes = WindowTable(of: width)
  }

  /// Bias and inputs' products of all steps, `[steps, width]` for each image, where they are kept.
  func begin(_ context: ChunkContext, _ input: Region, into sums: Region) {
    guard context.pass.isTraining else { return }
    accumulate(inputs, context, context.block(input), into: context.block(sums))
  }

  /// The sums of a step: bias, input's product, and the product of the states before, which are zeros before
  /// the first.
  func sums(
    _ context: ChunkContext, _ input: Region, of step: Int, states: ImageBlock?,
    into sums: ImageBlock
  ) {
    inputSums(context, input, of: step, into: sums)
    guard let states else { return }
    context.kernels.accumulate(
      state, images: context.images, input: states, outputs: width,
      weights: Elements(context.weights[recurrent...]), bias: nil, output: sums)
  }

  /// Bias and input's product of a step; in training ``begin(_:_:into:)`` has taken them all.
  func inputSums(
    _ context: ChunkContext, _ input: Region, of step: Int, into sums: ImageBlock
  ) {
    if context.pass.isTraining { return }
    accumulate(stepInput, context, context.block(input, from: step * features), into: sums)
  }

  /// The sums of states alone, from a bias of their own or from zeros: these themselves before the first step.
  func stateSums(_ context: ChunkContext, of states: ImageBlock?, into sums: ImageBlock) {
    let row = Elements(stateBias.map { context.weights[$0...] } ?? context.derived[zeros...])
    guard let states else {
      for image in 0..<context.images { sums.row(image, of: width).update(from: row[0..<width]) }
      return
    }
    context.kernels.accumulate(
      state, images: context.images, input: states, outputs: width,
      weights: Elements(context.weights[recurrent...]), bias: row, output: sums)
  }

  private func accumulate(
    _ window: WindowTable, _ context: ChunkContext, _ input: ImageBlock, into sums: ImageBlock
  ) {
    context.kernels.accumulate(
      window, images: context.images, input: input, outputs: width,
      weights: Elements(context.weights[kernel...]),
      bias: Elements(bias.map { context.weights[$0...] } ?? context.derived[zeros...]), output: sums
    )
  }

  /// The rows of a step in a region with `[steps, width]` for each image.
  ///
  /// - Parameters:
  ///   - turns: how many steps' rows are needed at a time.
  ///   - isKept: whether all are: each image has its own behind one another; else the images' rows lie
  ///     together, and steps take turns.
  func rows(
    _ context: ChunkContext, _ region: Region, of width: Int, _ step: Int, turns: Int, isKept: Bool
  ) -> ImageBlock {
    if isKept { return context.block(region, from: step * width) }
    let start = region.offset + step % turns * context.images * width
    return ImageBlock(context.memory[start..<start + context.images * width], stride: width)
  }

  /// The gradient of the states before a step, from that of the step's sums.
  func stateSlopes(_ context: ChunkContext, _ all: Region, of step: Int, into output: ImageBlock) {
    context.kernels.accumulate(
      slopes, images: context.images, input: context.block(all, from: step * width), outputs: units,
      weights: Elements(context.derived[transposedRecurrent...]),
      bias: Elements(context.derived[zeros...]), output: output)
  }

  /// The gradients of weights and inputs, from those of all sums.
  ///
  /// - Parameters:
  ///   - stateSlopes: those of the states' sums, where they are others.
  ///   - resets: further states that the recurrent kernel meets, each at the step before its own, and the gradients of
  ///     their sums.
  func finish(
    _ context: ChunkContext, _ places: StepPlaces, states: Region, slopes: Region,
    stateSlopes: Region? = nil, resets: (states: Region, slopes: Region)? = nil
  ) {
    if isTrained {
      addWeightGradients(context, places.input, slopes)
      addStateGradients(context, states, stateSlopes ?? slopes)
      if let resets { addStateGradients(context, resets.states, resets.slopes) }
      if let stateSlopes, let stateBias { addBias(context, stateSlopes, to: stateBias) }
    }
    guard let before = places.inputGradient else { return }
    context.kernels.accumulate(
      allSlopes, images: context.images, input: context.block(slopes), outputs: features,
      weights: Elements(context.derived[transposedKernel...]),
      bias: Elements(context.derived[zeros...]), output: context.block(before))
  }

  private func addWeightGradients(
    _ context: ChunkContext, _ input: Region, _ slopes: Region
  ) {
    context.kernels.addWeightGradient(
      inputs, images: context.images, input: context.block(input), outputs: width,
      gradient: context.block(slopes), to: context.gradients[kernel...])
    if let bias { addBias(context, slopes, to: bias) }
  }

  private func addStateGradients(_ context: ChunkContext, _ states: Region, _ slopes: Region) {
    guard steps > 1 else { return }
    context.kernels.addWeightGradient(
      statesBefore, images: context.images, input: context.block(states), outputs: width,
      gradient: context.block(slopes, from: width), to: context.gradients[recurrent...])
  }

  private func addBias(_ context: ChunkContext, _ slopes: Region, to offset: Int) {
    context.kernels.addColumns(
      rows: context.images * steps, columns: width, Elements(context.floats(slopes)),
      to: context.gradients[offset...])
  }

  /// Both kernels meet each step.
  static func productCount(of layer: some Layer, for input: Shape) -> Int {
    input[0] * layer.weightSpecs(for: input).prefix(2).map(\.shape.count).reduce(0, +)
  }

  /// Derives the two transposed kernels.
  static let formParts = 2

  func refresh(
    _ part: Int, _ kernels: KernelSet, _ weights: Elements<Float>,
    _ derived: MutableElements<Float>
  ) {
    let (rows, from, into) =
      part == 0
      ? (features, kernel, transposedKernel) : (units, recurrent, transposedRecurrent)
    kernels.transpose(
      rows: rows, columns: width, weights[from...], into: derived[into...])
  }
}

extension ChunkContext {
  /// A region's floats from a place in each image on.
  func block(_ region: Region, from place: Int) -> ImageBlock {
    let start = region.offset + place
    return ImageBlock(
      memory[start..<region.offset + region.perImage * images], stride: region.perImage)
  }

  /// Copies one row of each image to a region that has no more.
  func copy(_ rows: ImageBlock, to region: Region) {
    for image in 0..<images {
      floats(region, image: image).update(from: rows.row(image, of: region.perImage))
    }
  }

  /// The numbers of one of an image's rows.
  func row(_ region: Region, image: Int, _ row: Int, of width: Int) -> MutableElements<Float> {
    kernels.note(width)
    let start = region.offset + image * region.perImage + row * width
    return memory[start..<start + width]
  }
}

extension ImageBlock {
  /// The first numbers of an image.
  func row(_ image: Int, of width: Int) -> MutableElements<Float> {
    floats[image * stride..<image * stride + width]
  }
}
