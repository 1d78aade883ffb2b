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
  /// The names of the layers of the inputs.
  private let names: [String]
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
    names = model.inputs.map(\.layer.name)
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
    let (inputs, rows) = try read(x)
    model.tracedUses.insert(use)
    guard let compilation else { return Samples(inputs: inputs, inputShape: inputShape) }
    guard let y = y.flatMap(Self.given) else {
      throw machine.error("ValueError", "None values not supported.")
    }
    let (targets, identity) = try self.targets(y, compilation, rows)
    let samples = Samples(
      inputs: inputs, targets: targets, inputShape: inputShape, targetIdentity: identity)
    guard let weights else { return samples }
    return samples.weighted(by: try SampleWeights(machine).numbers(weights, count: rows))
  }

  private static func given(_ value: Value) -> Value? {
    if case .none = value { return nil }
    return value
  }

  /// The targets of the model's output, or of each of several: a list, or a dictionary by name.
  private func targets(
    _ y: Value, _ compilation: Compilation, _ rows: Int
  ) throws(PyError) -> (Samples.Targets, SampleMemory.TargetKey) {
    let isOne = compilation.outputs.isEmpty
    var arrays: [NumericArray] = []
    for value in isOne ? [GivenData.single(y)] : try values(y, compilation) {
      arrays.append(try array(value, rows))
    }
    let losses = isOne ? [compilation.loss] : compilation.outputs.map(\.loss)
    let shapes = isOne ? [outputShape] : compilation.outputs.map(\.shape)
    for (index, array) in arrays.enumerated() {
      let metrics = isOne ? compilation.metrics : compilation.outputs[index].metrics
      let check = TargetShapes(machine)
      try check.check(KnownArray(array.shape), losses[index], shapes[index])
      try check.check(array, metrics, shapes[index])
    }
    let key = SampleMemory.TargetKey(
      arrays: arrays.map { ArrayIdentity($0) }, forms: losses.map(\.labelForm))
    let targets = memory.targets(key) {
      var parts: [Samples.Targets] = []
      for (index, array) in arrays.enumerated() {
        parts.append(self.targets(array, losses[index]))
      }
      return isOne ? parts[0] : .parts(parts)
    }
    return (targets, key)
  }

  /// What is given for each of several outputs.
  private func values(_ y: Value, _ compilation: Compilation) throws(PyError) -> [Value] {
    var given: [Value] = []
    if let dict: DictObject = y.asObject() {
      for output in compilation.outputs {
        guard let value = try dict.value(.string(output.name), machine) else {
          throw machine.error("KeyError", of: .string(output.name))
        }
        given.append(value)
      }
    } else {
      given = try machine.array(y)
    }
    guard given.count == compilation.outputs.count else {
      throw machine.error(
        "ValueError",
        "the model has \(compilation.outputs.count) outputs, but \(given.count) arrays were given"
      )
    }
    return given
  }

  /// Targets of as many samples as there are inputs.
  private func array(_ y: Value, _ rows: Int) throws(PyError) -> NumericArray {
    let array = try KerasTensors.array(y, machine)
    let count = array.shape.first ?? 0
    if array.ndim == 0 || count != rows { throw InputShape.wrongCounts(rows, count, machine) }
    return array
  }

  /// The values of a dictionary by the inputs' names, in the inputs' order; nil for other values.
  private func named(_ x: Value) throws(PyError) -> [Value]? {
    guard let dict: DictObject = x.asObject() else { return nil }
    var values: [Value] = []
    for name in names {
      guard let value = try dict.value(.string(name), machine) else {
        let wanted = names.map { "'\($0)'" }.joined(separator: ", ")
        var keys: [String] = []
        for pair in dict.pairs { keys.append(try machine.repr(pair.key)) }
        throw machine.error(
          "ValueError",
          "the model's inputs are [\(wanted)], but arrays were given for [\(keys.joined(separator: ", "))]"
        )
      }
      values.append(value)
    }
    return values
  }

  /// The inputs and how many there are.
  private func read(_ x: Value) throws(PyError) -> (Samples.Inputs, Int) {
    let named = try self.named(x)
    guard parts.count > 1 else {
      if named == nil, let count = GivenData.arrayCount(x), count > 1 { throw wrongCount(count) }
      let array = try KerasTensors.array(named?.first ?? GivenData.single(x), machine)
      return (try inputs(array), array.shape.first ?? 0)
    }
    let given = if let named { named } else { try machine.array(x) }
    guard given.count == parts.count else { throw wrongCount(given.count) }
    var columns: [(source: any SampleSource, size: Int)] = []
    var rows: Int?
    for (item, part) in zip(given, parts) {
      let array = try KerasTensors.array(item, machine)
      let count = array.shape.first ?? 0
      guard rows == nil || rows == count, array.size == count * part.count else {
        throw machine.error("ValueError", "the arrays for the model's inputs don't fit them")
      }
      rows = count
      columns.append((try source(array), part.count))
    }
    return (.source(JoinedSource(columns, samples: rows ?? 0)), rows ?? 0)
  }

  private func wrongCount(_ count: Int) -> PyError {
    let inputs = parts.count == 1 ? "1 input" : "\(parts.count) inputs"
    return machine.error(
      "ValueError", "the model has \(inputs), but \(count) arrays were given")
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

  private func targets(_ array: NumericArray, _ loss: any Loss) -> Samples.Targets {
    let rows = array.shape.first ?? 0
    let width = rows == 0 ? 1 : array.size / rows
    memory.numbersCopied += array.size
    let values = array.floats()
    if width == 1 { return column(values, loss) }
    if let classes = Self.classes(ofOneHot: values, width: width) {
      return .classes(classes, .oneHot)
    }
    return .rows(values, width: width, .oneHot)
  }

  /// One number for each sample: its class, where the loss takes classes.
  private func column(_ values: [Float], _ loss: any Loss) -> Samples.Targets {
    if loss.labelForm == .oneHot { return .rows(values, width: 1, .oneHot) }
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
