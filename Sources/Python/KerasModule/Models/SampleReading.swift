internal import NumPyModule
internal import PythonRuntime
internal import Memory
internal import Networks
internal import Arrays
internal import Tensors

/// Arrays of a program as the engine's samples, bytes as bytes wherever they are.
struct SampleReading {
  let machine: Machine
  /// The shape of one input as the engine takes it: several stand behind each other.
  let inputShape: Shape
  /// The shape of the model's output, where it has one.
  private let outputShape: Shape
  /// The shapes of the model's inputs.
  let parts: [Shape]
  private let memory: SampleMemory
  private let model: ModelObject
  /// What the samples are for.
  var use: DataUse
  /// How many samples `predict` takes at a time.
  var batchSize = 32

  init(_ lowered: LoweredModel, _ model: ModelObject, _ machine: Machine, for use: DataUse) {
    self.machine = machine
    self.model = model
    self.use = use
    inputShape = lowered.model.inputShape
    outputShape = lowered.model.outputShape
    parts = model.inputs.map(\.tensorShape)
    memory = model.session.host.memory
  }

  /// - Parameters:
  ///   - compilation: what the targets are for; nil where there are none to read.
  ///   - weights: what the loss of each sample is multiplied by.
  func samples(
    _ x: Value, _ y: Value?, _ compilation: Compilation?, weights: Value? = nil
  ) throws(PyError) -> Samples {
    if compilation != nil, y.flatMap(Self.given) == nil, GivenData.arrayCount(x) ?? 1 > 1 {
      throw machine.error("ValueError", "None values not supported.")
    }
    let columns = try columns(x)
    var counts = SampleCounts(inputs: columns.map(\.count))
    var (targets, weighing): ([NumericArray?], [NumericArray?]) = ([], [])
    if let compilation {
      guard let y = y.flatMap(Self.given) else {
        throw machine.error("ValueError", "None values not supported.")
      }
      targets = try GivenTargets(compilation, machine).arrays(y)
      weighing =
        try weights.map { value throws(PyError) in
          try SampleWeights(machine).arrays(value, for: y, outputs: targets.count)
        } ?? []
      counts.targets = targets.compactMap { $0?.count }
      counts.weights = weighing.compactMap { $0?.count }
    }
    try counts.check(machine)
    let inputs = try read(columns)
    model.tracedUses.insert(use)
    guard let compilation else { return Samples(inputs: inputs, inputShape: inputShape) }
    let (expected, identity) = try self.targets(targets, compilation)
    let samples = Samples(
      inputs: inputs, targets: expected, inputShape: inputShape, targetIdentity: identity)
    return try SampleWeights(machine).weighted(samples, by: weighing)
  }

  private static func given(_ value: Value) -> Value? {
    if case .none = value { return nil }
    return value
  }

  /// The targets of the model's output, or of each of several.
  private func targets(
    _ arrays: [NumericArray?], _ compilation: Compilation
  ) throws(PyError) -> (Samples.Targets, SampleMemory.TargetKey) {
    let isOne = compilation.outputs.isEmpty
    let losses: [(any Loss)?] = isOne ? [compilation.loss] : compilation.outputs.map(\.loss)
    let shapes = isOne ? [outputShape] : compilation.outputs.map(\.shape)
    for (index, array) in arrays.enumerated() {
      guard let array else { continue }
      let metrics = isOne ? compilation.metrics : compilation.outputs[index].metrics
      let check = TargetShapes(machine)
      if let loss = losses[index] { try check.check(KnownArray(array.shape), loss, shapes[index]) }
      try check.check(array, metrics, shapes[index])
    }
    let key = SampleMemory.TargetKey(
      arrays: arrays.map { $0.map { ArrayIdentity($0) } }, forms: losses.map { $0?.labelForm })
    let targets = memory.targets(key) {
      var parts: [Samples.Targets] = []
      for (array, loss) in zip(arrays, losses) {
        parts.append(array.map { self.targets($0, loss?.labelForm) } ?? Samples.Targets.none)
      }
      return isOne ? parts[0] : .parts(parts)
    }
    return (targets, key)
  }

  /// The arrays of the inputs, in the inputs' order.
  private func columns(_ x: Value) throws(PyError) -> [NumericArray] {
    var byName: [(name: String, item: Value)]?
    if let dict: DictObject = x.asObject() {
      byName = dict.pairs.compactMap { pair in
        guard case .string(let name) = pair.key else { return nil }
        return (name: name, item: pair.value)
      }
    }
    let isOne = byName == nil && parts.count == 1 && GivenData.arrayCount(x) ?? 1 == 1
    if isOne { return [try KerasTensors.array(GivenData.single(x), machine)] }
    let isSeveral = x.asObject(ListObject.self) != nil || x.asObject(TupleObject.self) != nil
    let items = isSeveral ? try machine.array(x) : [x]
    var arrays: [NumericArray] = []
    let given = GivenInputs(model, machine)
    for value in try given.values(count: items.count, byName: byName, { items }) {
      arrays.append(try KerasTensors.array(value, machine))
    }
    return arrays
  }

  /// The inputs, several behind each other.
  private func read(_ arrays: [NumericArray]) throws(PyError) -> Samples.Inputs {
    guard arrays.count > 1 else { return try inputs(arrays[0]) }
    let rows = arrays[0].count
    try GivenInputs(model, machine).check(
      arrays.map { KnownArray($0.shape) }, batch: use.batch(of: rows, by: batchSize))
    var columns: [(source: any SampleSource, size: Int)] = []
    for (array, part) in zip(arrays, parts) { columns.append((try source(array), part.count)) }
    return .source(JoinedSource(columns, samples: rows))
  }

  /// The array where it lies, or a copy in the order of rows.
  private func source(_ array: NumericArray) throws(PyError) -> ArraySource {
    if let source = ArraySource(array) { return source }
    return try memory.source(array) { () throws(PyError) in
      memory.numbersCopied += array.size
      return try machine.raising { () throws(ArrayError) in try ArraySource(copying: array) }
    }
  }

  /// The array's numbers; its shape may differ from the model's by axes of length 1 at the end.
  private func inputs(_ array: NumericArray) throws(PyError) -> Samples.Inputs {
    do throws(PyError) {
      try InputShape(inputShape).check(KnownArray(array.shape), machine)
    } catch {
      let mismatch = InputMismatch(model, array, use, batchSize: batchSize, machine)
      throw try mismatch.error() ?? error
    }
    return .source(try source(array))
  }

  private func targets(_ array: NumericArray, _ form: LabelForm?) -> Samples.Targets {
    let rows = array.shape.first ?? 0
    let width = rows == 0 ? 1 : array.size / rows
    memory.numbersCopied += array.size
    let values = array.floats()
    if width == 1 { return column(values, form) }
    if let classes = Self.classes(ofOneHot: values, width: width) {
      return .classes(classes, .oneHot)
    }
    return .rows(values, width: width, .oneHot)
  }

  /// One number for each sample: its class, where the loss takes classes.
  private func column(_ values: [Float], _ form: LabelForm?) -> Samples.Targets {
    if form == .oneHot { return .rows(values, width: 1, .oneHot) }
    if values.allSatisfy({ $0 >= 0 && $0 < 256 && $0 == $0.rounded() }) {
      return .classes(values.map { UInt8($0) }, .integer)
    }
    return .rows(values, width: 1, .integer)
  }

  /// The places of the ones, where each row has exactly one and otherwise zeros.
  private static func classes(ofOneHot values: [Float], width: Int) -> [UInt8]? {
    guard (1...256).contains(width) else { return nil }
    var classes: [UInt8] = []
    classes.reserveCapacity(values.count / width)
    for start in stride(from: 0, to: values.count, by: width) {
      var place: Int?
      for column in 0..<width {
        let value = values[start + column]
        if value == 0 { continue }
        guard value == 1, place == nil else { return nil }
        place = column
      }
      guard let place else { return nil }
      classes.append(UInt8(place))
    }
    return classes
  }
}

extension NumericArray {
  /// How many samples it has.
  fileprivate var count: Int { shape.first ?? 0 }
}
