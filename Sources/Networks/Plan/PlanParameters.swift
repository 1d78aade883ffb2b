internal import Kernels
internal import Tensors

/// The weights of a plan, the optimizer's state, derived forms, and each chunk's gradients.
final class PlanParameters: @unchecked Sendable {
  let plan: TrainingPlan
  let weights: Arena
  let derived: Arena
  /// One part for each chunk of a batch; made when training begins.
  private var gradients: Arena?
  private let chunks: Int
  private let slots: [Arena]
  let totals: Arena
  private let pieces: [UpdatePiece]
  /// The optimizer's arrays of each piece.
  private let pieceSlots: [[UnsafeMutableBufferPointer<Float>]]
  /// Which part of which step's derived forms a thread makes on its own.
  private let forms: [(step: Int, part: Int)]
  private let optimizer: any Optimizer
  private let slotCount: Int
  /// The copies of each weight that several layers use; empty where none does.
  private let copies: [Int: [PlanParameter]]

  init(
    _ plan: TrainingPlan, weights values: ModelWeights, optimizer: any Optimizer,
    state: OptimizerState, chunks: Int
  ) {
    self.plan = plan
    self.optimizer = optimizer
    slotCount = optimizer.slotNames.count
    weights = Arena(count: plan.parameterCount)
    derived = Arena(count: plan.derivedCount)
    self.chunks = chunks
    copies = Dictionary(
      grouping: plan.parameters.filter { $0.owner != nil && $0.isTrainable },
      by: { $0.owner ?? 0 })
    totals = Arena(count: plan.parameterCount * 2)
    let slots = (0..<slotCount).map { _ in Arena(count: plan.parameterCount) }
    self.slots = slots
    pieces = UpdatePiece.pieces(of: plan.parameters, slotCount: slotCount)
    pieceSlots = pieces.map { piece in
      let start = plan.parameters[piece.weight].offset + piece.range.lowerBound
      return slots.map {
        UnsafeMutableBufferPointer(start: $0.start + start, count: piece.range.count)
      }
    }
    forms = plan.steps.enumerated().flatMap { step, work in
      (0..<work.formParts).map { (step, $0) }
    }
    for (parameter, tensor) in zip(plan.parameters, values.tensors) {
      (weights.start + parameter.offset).update(from: tensor.values, count: parameter.count)
    }
    for parameter in plan.parameters {
      guard let owner = parameter.owner else { continue }
      (weights.start + parameter.offset)
        .update(from: values.tensors[owner].values, count: parameter.count)
    }
    for (index, parameter) in plan.parameters.filter(\.isMoved).enumerated() {
      for (slot, arena) in slots.enumerated() {
        (arena.start + parameter.offset)
          .update(from: state.slots[index * slotCount + slot], count: parameter.count)
      }
    }
  }

  /// Makes room for gradients; to be called before threads ask for them.
  func prepareToTrain() {
    if gradients == nil { gradients = Arena(count: plan.parameterCount * chunks) }
  }

  /// Clears what a chunk adds its gradients to.
  func clear(_ gradients: UnsafeMutablePointer<Float>) {
    for parameter in plan.parameters where parameter.batchGradient == nil {
      (gradients + parameter.offset).update(repeating: 0, count: parameter.count)
    }
  }

  /// A chunk's gradients; nobody may write to them before ``prepareToTrain()``.
  func gradient(ofChunk chunk: Int) -> UnsafeMutablePointer<Float> {
    guard let gradients else { return weights.start }
    return gradients.start + chunk * plan.parameterCount
  }

  /// The weights' numbers in the model's order.
  var weightValues: [[Float]] {
    plan.parameters.filter { $0.owner == nil }.map { values($0, weights) }
  }

  /// The optimizer's arrays, slot after slot for each trainable weight.
  var slotValues: [[Float]] {
    plan.parameters.filter(\.isMoved).flatMap { parameter in
      slots.map { values(parameter, $0) }
    }
  }

  private func values(_ parameter: PlanParameter, _ arena: Arena) -> [Float] {
    Array(UnsafeBufferPointer(start: arena.start + parameter.offset, count: parameter.count))
  }

  /// What regularizers add to the loss of each image.
  var penalty: Double {
    plan.parameters.reduce(0) { total, parameter in
      guard let penalty = parameter.penalty else { return total }
      return total
        + penalty.value(
          of: UnsafeBufferPointer(start: weights.start + parameter.offset, count: parameter.count))
    }
  }

  /// Adds up the chunks' gradients in their order and lets the optimizer move the weights.
  func update(_ batch: BatchRun, step: Int, pool: ThreadPool, kernels: KernelSet) {
    let bound = optimizer.settings.normBound
    pool.run(chunks: pieces.count) { number, _ in
      addUp(pieces[number], batch, kernels)
      if !copies.isEmpty { return }
      addPenalty(pieces[number])
      if bound == nil { move(number, step: step) }
    }
    if !copies.isEmpty { join(pool, kernels) }
    guard bound != nil || !copies.isEmpty else { return }
    // The norms are known only now that all pieces of the gradients are.
    let scales = bound.map { $0.scales(ofSquares: squares(pool)) }
    pool.run(chunks: pieces.count) { number, _ in
      if let scales {
        NormBound.shrink(total(pieces[number]), by: scales[pieces[number].weight])
      }
      move(number, step: step)
    }
  }

  /// Adds the gradients of copies to those of their weights, in the order of the layers.
  private func join(_ pool: ThreadPool, _ kernels: KernelSet) {
    pool.run(chunks: pieces.count) { number, _ in
      let piece = pieces[number]
      for copy in copies[piece.weight] ?? [] {
        let start = totals.start + copy.offset + piece.range.lowerBound
        kernels.add(
          UnsafeBufferPointer(start: start, count: piece.range.count), to: total(piece))
      }
      addPenalty(piece)
    }
  }

  /// Adds what a regularizer adds.
  private func addPenalty(_ piece: UpdatePiece) {
    let parameter = plan.parameters[piece.weight]
    let start = weights.start + parameter.offset + piece.range.lowerBound
    parameter.penalty?.addSlope(
      of: UnsafeBufferPointer(start: start, count: piece.range.count), to: total(piece))
  }

  private func move(_ number: Int, step: Int) {
    let piece = pieces[number]
    guard plan.parameters[piece.weight].isMoved else { return }
    let start = plan.parameters[piece.weight].offset + piece.range.lowerBound
    optimizer.update(
      UnsafeMutableBufferPointer(start: weights.start + start, count: piece.range.count),
      gradient: UnsafeBufferPointer(total(piece)), slots: pieceSlots[number], step: step)
    for copy in copies[piece.weight] ?? [] {
      (weights.start + copy.offset + piece.range.lowerBound)
        .update(from: weights.start + start, count: piece.range.count)
    }
  }

  /// Where ``addUp(_:_:_:)`` leaves it.
  private func total(_ piece: UpdatePiece) -> UnsafeMutableBufferPointer<Float> {
    let start = plan.parameters[piece.weight].offset + piece.range.lowerBound
    return UnsafeMutableBufferPointer(start: totals.start + start, count: piece.range.count)
  }

  /// Σ g² of each weight's gradient; 0 for weights that aren't trained.
  private func squares(_ pool: ThreadPool) -> [Double] {
    [Double](unsafeUninitializedCapacity: plan.parameters.count) { squares, count in
      let target = squares
      pool.run(chunks: plan.parameters.count) { index, _ in
        let parameter = plan.parameters[index]
        let gradient = UnsafeBufferPointer(
          start: totals.start + parameter.offset, count: parameter.count)
        target[index] = parameter.isMoved ? NormBound.squares(of: gradient) : 0
      }
      count = plan.parameters.count
    }
  }

  /// Derives the forms of the weights that steps need.
  func refresh(pool: ThreadPool, kernels: KernelSet) {
    pool.run(chunks: forms.count) { number, _ in
      let form = forms[number]
      plan.steps[form.step].refresh(
        form.part, kernels, weights: weights.start, derived: derived.start)
    }
  }
}
