internal import Kernels
internal import Memory
internal import Tensors

/// The weights of a plan, the optimizer's state, derived forms, and each chunk's gradients.
///
/// It is sendable since threads share its parts out: a chunk writes its own gradients, and pieces of weights that don't
/// overlap are moved by one thread each.
final class PlanParameters: @unchecked Sendable {
  let plan: TrainingPlan
  let weights: MemoryBlock<Float>
  let derived: MemoryBlock<Float>
  /// One part for each chunk of a batch; made when training begins.
  private var gradients: MemoryBlock<Float>?
  private let chunks: Int
  private let slots: [MemoryBlock<Float>]
  let totals: MemoryBlock<Float>
  private let pieces: [UpdatePiece]
  /// The optimizer's arrays of each piece.
  private let pieceSlots: [[MutableElements<Float>]]
  /// Which part of which step's derived forms a thread makes on its own.
  private let forms: [(step: Int, part: Int)]
  /// Moves the weights; another one has the same slots.
  var optimizer: any Optimizer
  private let slotCount: Int
  /// The copies of each weight that several layers use; empty where none does.
  private let copies: [Int: [PlanParameter]]

  init(
    _ plan: TrainingPlan, weights values: ModelWeights, optimizer: any Optimizer,
    state: OptimizerState, chunks: Int
  ) {
    self.plan = plan
    self.optimizer = optimizer
    slotCount = optimizer.keptNames.count
    weights = MemoryBlock(count: plan.parameterCount)
    derived = MemoryBlock(count: plan.derivedCount)
    self.chunks = chunks
    copies = Dictionary(
      grouping: plan.parameters.filter { $0.owner != nil && $0.isTrainable },
      by: { $0.owner ?? 0 })
    totals = MemoryBlock(count: plan.parameterCount * 2)
    let slots = (0..<slotCount).map { _ in MemoryBlock<Float>(count: plan.parameterCount) }
    self.slots = slots
    pieces = UpdatePiece.pieces(of: plan.parameters, slotCount: slotCount)
    pieceSlots = pieces.map { piece in
      let range = plan.parameters[piece.weight].range(piece.range)
      return slots.map { $0.elements[range] }
    }
    forms = plan.steps.enumerated().flatMap { step, work in
      (0..<work.formParts).map { (step, $0) }
    }
    load(values)
    load(state)
  }

  /// Takes over a model's weights; derived forms have to be made anew.
  func load(_ values: ModelWeights) {
    for (parameter, tensor) in zip(plan.parameters, values.tensors) {
      weights.fill(parameter, tensor.values)
    }
    for parameter in plan.parameters {
      guard let owner = parameter.owner else { continue }
      weights.fill(parameter, values.tensors[owner].values)
    }
  }

  /// Takes over what the optimizer keeps.
  func load(_ state: OptimizerState) {
    for (index, parameter) in plan.parameters.filter(\.isMoved).enumerated() {
      for (slot, block) in slots.enumerated() {
        block.fill(parameter, state.slots[index * slotCount + slot])
      }
    }
  }

  /// Makes room for gradients; to be called before threads ask for them.
  func prepareToTrain() {
    if gradients == nil { gradients = MemoryBlock(count: plan.parameterCount * chunks) }
  }

  /// Clears what a chunk adds its gradients to.
  func clear(_ gradients: MutableElements<Float>) {
    for parameter in plan.parameters where parameter.batchGradient == nil {
      gradients[parameter.range].update(repeating: 0)
    }
  }

  /// A chunk's gradients; nobody may write to them before ``prepareToTrain()``.
  func gradient(ofChunk chunk: Int) -> MutableElements<Float> {
    guard let gradients else { return weights.elements }
    return gradients.elements[chunk * plan.parameterCount..<(chunk + 1) * plan.parameterCount]
  }

  /// The weights' numbers in the model's order.
  var weightValues: [[Float]] {
    plan.parameters.filter { $0.owner == nil }.map { weights.numbers(of: $0) }
  }

  /// The optimizer's arrays, slot after slot for each trainable weight.
  var slotValues: [[Float]] {
    plan.parameters.filter(\.isMoved).flatMap { parameter in
      slots.map { $0.numbers(of: parameter) }
    }
  }

  /// What regularizers add to the loss of each image.
  var penalty: Double {
    plan.parameters.reduce(0) { total, parameter in
      guard let penalty = parameter.penalty else { return total }
      return total + penalty.value(of: Elements(weights.elements[parameter.range]))
    }
  }

  /// Adds up the chunks' gradients in their order and lets the optimizer move the weights.
  ///
  /// - Parameter clock: notes where the time goes, where somebody measures.
  func update(
    _ batch: BatchContext, step: Int, pool: ThreadPool, kernels: KernelSet, clock: StepClock? = nil
  ) {
    let bound = optimizer.settings.normBound
    let waits = bound != nil || optimizer.movesWholeWeights || !copies.isEmpty
    pool.run(chunks: pieces.count) { number, thread in
      let parameter = plan.parameters[pieces[number].weight]
      measure(clock, thread, .gradient(parameter.step)) { addUp(pieces[number], batch, kernels) }
      if !copies.isEmpty { return }
      measure(clock, thread, .update) {
        addPenalty(pieces[number])
        if !waits { move(number, step: step) }
      }
    }
    if !copies.isEmpty { join(pool, kernels) }
    defer { constrain(pool) }
    guard waits else { return }
    let scales = bound.map { $0.scales(ofSquares: squares(pool)) }
    pool.run(chunks: pieces.count) { number, thread in
      measure(clock, thread, .update) {
        if let scales {
          NormBound.shrink(total(pieces[number]), by: scales[pieces[number].weight])
        }
        if !optimizer.movesWholeWeights { move(number, step: step) }
      }
    }
    if optimizer.movesWholeWeights { moveWhole(pool, step: step, clock: clock) }
  }

  /// Lets an optimizer move weights that it wants whole, each on a thread.
  private func moveWhole(_ pool: ThreadPool, step: Int, clock: StepClock?) {
    let moved = plan.parameters.indices.filter { plan.parameters[$0].isMoved }
    pool.run(chunks: moved.count) { number, thread in
      measure(clock, thread, .update) {
        let parameter = plan.parameters[moved[number]]
        let range = parameter.range
        move(
          moved[number], 0..<parameter.count, gradient: totals.elements[range],
          slots: slots.map { $0.elements[range] }, step: step)
      }
    }
  }

  /// Holds weights to what they may be, each whole: norms are known only now that all of it has moved.
  private func constrain(_ pool: ThreadPool) {
    let held = plan.parameters.indices.filter {
      plan.parameters[$0].constraint != nil && plan.parameters[$0].isMoved
    }
    if held.isEmpty { return }
    pool.run(chunks: held.count) { number, _ in
      let parameter = plan.parameters[held[number]]
      let weight = weights.elements[parameter.range]
      parameter.constraint?.apply(weight, shape: parameter.facts.shape)
      for copy in copies[held[number]] ?? [] {
        weights.elements[copy.range].update(from: weight)
      }
    }
  }

  /// Adds the gradients of copies to those of their weights, in the order of the layers.
  private func join(_ pool: ThreadPool, _ kernels: KernelSet) {
    pool.run(chunks: pieces.count) { number, _ in
      let piece = pieces[number]
      for copy in copies[piece.weight] ?? [] {
        kernels.add(Elements(totals.elements[copy.range(piece.range)]), to: total(piece))
      }
      addPenalty(piece)
    }
  }

  /// Adds what a regularizer adds.
  private func addPenalty(_ piece: UpdatePiece) {
    let parameter = plan.parameters[piece.weight]
    parameter.penalty?.addSlope(
      of: Elements(weights.elements[parameter.range(piece.range)]), to: total(piece))
  }

  private func move(_ number: Int, step: Int) {
    let piece = pieces[number]
    let parameter = plan.parameters[piece.weight]
    guard parameter.isMoved else { return }
    move(
      piece.weight, piece.range, gradient: total(piece), slots: pieceSlots[number], step: step)
  }

  /// Moves some of a weight's numbers, and those of its copies.
  private func move(
    _ weight: Int, _ range: Range<Int>, gradient: MutableElements<Float>,
    slots: [MutableElements<Float>], step: Int
  ) {
    let parameter = plan.parameters[weight]
    let part = weights.elements[parameter.range(range)]
    optimizer.update(
      part, of: parameter.facts, gradient: Elements(gradient), slots: slots, step: step)
    for copy in copies[weight] ?? [] {
      weights.elements[copy.range(range)].update(from: part)
    }
  }

  /// Where ``addUp(_:_:_:)`` leaves it.
  private func total(_ piece: UpdatePiece) -> MutableElements<Float> {
    totals.elements[plan.parameters[piece.weight].range(piece.range)]
  }

  /// Σ g² of each weight's gradient; 0 for weights that aren't trained.
  private func squares(_ pool: ThreadPool) -> [Double] {
    [Double](filling: plan.parameters.count) { squares in
      pool.run(chunks: plan.parameters.count) { index, _ in
        let parameter = plan.parameters[index]
        let gradient = Elements(totals.elements[parameter.range])
        squares[index] = parameter.isMoved ? NormBound.squares(of: gradient) : 0
      }
    }
  }

  /// Derives the forms of the weights that steps need.
  func refresh(pool: ThreadPool, kernels: KernelSet, clock: StepClock? = nil) {
    pool.run(chunks: forms.count) { number, thread in
      let form = forms[number]
      measure(clock, thread, .form(form.step)) {
        plan.steps[form.step].refresh(
          form.part, kernels, weights: Elements(weights.elements), derived: derived.elements)
      }
    }
  }

  private func measure(
    _ clock: StepClock?, _ thread: Int, _ part: StepClock.Part, _ work: () -> Void
  ) {
    guard let clock else { return work() }
    clock.lane(thread).measure(part, work)
  }
}
