internal import Kernels
internal import Tensors

/// Lowers a model to steps, and lays out the memory that they need.
struct PlanBuilder {
  let model: Model
  /// The layers whose sums a loss takes, so that their activation is left out.
  let skipped: Set<Int>
  /// The layer whose sums are kept beside its output, and where they lie.
  let kept: Int?
  var keptSums: Region?
  /// Whether convolutions keep the direct order of sums everywhere.
  let isExact: Bool
  /// The most images of a batch.
  let batch: Int
  var steps: [any PlanStep] = []
  /// Where steps leave what the outputs of each image cost.
  var activityCosts: [Region] = []
  /// The names of each step's layers, for measurements.
  var stepNames: [String] = []
  /// For each step whether its backward pass moves any weight.
  var isTrained: [Bool] = []
  /// The layers whose output no weight that is trained has a part in.
  let quiet: Set<Int>
  /// Which layers are lowered together.
  private(set) var groups: LayerGroups
  var memory: MemoryLayoutPlan
  /// What the chunks of a batch share.
  var sharedMemory = MemoryLayoutPlan()
  var parameterMemory = MemoryLayoutPlan()
  var derivedMemory = MemoryLayoutPlan()
  var parameters: [PlanParameter] = []
  private var weightRanges: [Range<Int>] = []
  /// The activations that the next step reads, and where their gradient goes.
  var current: Region
  var currentGradient: Region?
  /// Zeros as long as the widest row that begins with none.
  let zeros: Int

  init(_ model: Model, images: Int, batch: Int, skipped: Set<Int>, kept: Int?, isExact: Bool) {
    self.model = model
    self.skipped = skipped
    self.kept = kept
    self.isExact = isExact
    self.batch = batch
    quiet = Self.quiet(model)
    groups = LayerGroups(model)
    memory = MemoryLayoutPlan(images: images)
    current = memory.region(perImage: model.inputShape.count)
    let widest = model.layers.map { max($0.inputShape.count, $0.outputShape.count) }.max() ?? 0
    zeros = derivedMemory.reserve(widest)
    for (spec, facts) in zip(model.weightSpecs, model.layers.flatMap(\.weightFacts)) {
      parameters.append(
        PlanParameter(
          offset: parameterMemory.reserve(spec.shape.count), count: spec.shape.count,
          isTrainable: spec.isTrainable, penalty: spec.penalty, constraint: spec.constraint,
          facts: facts))
    }
    weightRanges = model.weightRanges
    for (index, layer) in model.layers.enumerated() where layer.owner != nil {
      addCopies(index, layer)
    }
  }

  /// Room for the weights that a layer shares and for its own part of their gradients. What no
  /// gradient moves stays in one place, so that layers find what others have made of it.
  private mutating func addCopies(_ index: Int, _ layer: ModelLayer) {
    let start = parameters.count
    for (place, spec) in zip(weightRanges[index], layer.usedSpecs) {
      let offset =
        spec.isTrainable
        ? parameterMemory.reserve(spec.shape.count) : parameters[place].offset
      parameters.append(
        PlanParameter(
          offset: offset, count: spec.shape.count, isTrainable: spec.isTrainable, owner: place,
          facts: parameters[place].facts))
    }
    weightRanges[index] = start..<parameters.count
  }

  mutating func build() {
    var sources = GraphSources(model, input: current)
    for start in model.layers.indices where groups.begin(with: start) {
      let before = steps.count
      take(&sources, for: start)
      lower(start)
      give(&sources, of: groups.current.last ?? start)
      note(steps: before..<steps.count)
    }
  }

  /// Notes what stands behind the steps of a group.
  private mutating func note(steps range: Range<Int>) {
    let name = groups.current.map { model.layers[$0].name }.joined(separator: "+")
    stepNames += Array(repeating: name, count: range.count)
    let moves = !groups.current.allSatisfy(quiet.contains)
    isTrained += Array(repeating: moves, count: range.count)
    for place in groups.current { book(weightRanges[place], to: range.lowerBound) }
  }

  /// Counts weights that no step has claimed as those of a group's first step.
  private mutating func book(_ weights: Range<Int>, to step: Int) {
    for place in weights where parameters[place].step < 0 { parameters[place].step = step }
  }

  private static func quiet(_ model: Model) -> Set<Int> {
    var quiet: Set<Int> = []
    for (index, layer) in model.layers.enumerated()
    where !layer.usedSpecs.contains(where: \.isTrainable)
      && layer.inputs.allSatisfy({ $0 < 0 || quiet.contains($0) })
    {
      quiet.insert(index)
    }
    return quiet
  }

  /// Lowers the group that begins at a layer.
  private mutating func lower(_ index: Int) {
    let layer = model.layers[index]
    guard let planned = layer.layer as? any PlannedLayer else {
      preconditionFailure("a plan of \(layer.name): \(type(of: layer.layer)) brings no step")
    }
    let end = joinActivation(behind: planned) ?? index
    if end == index && layer.changesNothing { return }
    planned.lower(
      into: &self,
      at: PlanSite(
        index: index, inputShape: layer.inputShape, outputShape: layer.outputShape,
        isTrained: parameters[weightRanges[index]].contains(where: \.isTrainable),
        function: model.layers[end].layer.activation,
        leavesSums: skipped.contains(end), keepsSums: kept == end))
  }

  /// Takes an activation behind a layer into its group, where its steps can end in one; gives its place.
  private mutating func joinActivation(behind layer: any PlannedLayer) -> Int? {
    guard layer.takesActivation, let next = groups.follower, model.layers[next].layer is Activation
    else { return nil }
    groups.join()
    return next
  }

  mutating func add(_ step: some PlanStep) { steps.append(step) }

  /// The places of a step; its outputs become current.
  mutating func advance(to count: Int) -> StepPlaces {
    let output = memory.region(perImage: count)
    let gradient = memory.region(perImage: count)
    let places = StepPlaces(
      input: current, inputGradient: currentGradient, output: output, outputGradient: gradient)
    (current, currentGradient) = (output, gradient)
    return places
  }

  /// Memory of a chunk that its images use one after the other.
  mutating func scratch(_ floats: Int) -> Region {
    Region(offset: memory.reserve(floats), perImage: floats)
  }

  /// Which of all parameters are a layer's.
  func weightRange(_ index: Int) -> Range<Int> { weightRanges[index] }

  /// A layer's weights, in the order of its specs.
  func weights(of site: PlanSite) -> [PlanParameter] { Array(parameters[weightRange(site.index)]) }

  /// The layer that alone reads what the layers give that are being lowered; nil where several do.
  var follower: (any Layer)? { groups.follower.map { model.layers[$0].layer } }

  /// Says that the steps do the work of the follower as well.
  mutating func join() { groups.join() }
}
