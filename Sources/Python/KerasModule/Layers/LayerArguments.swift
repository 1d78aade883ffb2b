internal import PythonRuntime
internal import Networks
internal import Tensors

/// What a program gave to a layer's class: the engine's part, and Keras' own.
struct LayerArguments {
  let engine: ArgumentCall
  let name: String?
  let inputShape: Shape?
  /// The order of axes that the program asked for; nil for the session's.
  let order: ChannelOrder?
  /// The axis of a normalization that isn't the last by its number, the batch axis counted.
  let axis: Int?
  let activity: ActivityRule?

  /// - Parameter type: the engine's layer, whose parameters come before Keras' common arguments.
  init(
    _ call: Call, _ type: any KerasLayer.Type, readsRowsAndColumns: Bool
  ) throws(PyError) {
    let engines = Set(type.signature.parameters.map(\.name)).subtracting(["name", "input_shape"])
    let own = Set(CommonArguments.names(for: type) + ["name", "input_shape"]).subtracting(engines)
    var call = call
    if let rows = call["nb_row"] {
      call = call.with("kernel_size", Self.pair(rows, call["nb_col"] ?? rows))
    } else if readsRowsAndColumns, call.name == "Conv2D", call.positionalCount >= 3,
      let rows = call["kernel_size"]?.smallInt, let columns = call["strides"]?.smallInt
    {
      // An older name of the strides says them, where it stands beside.
      call = call.with("kernel_size", Self.pair(.int(rows), .int(columns)))
        .with("strides", call["subsample"] ?? .int(1)).with("subsample", .none)
    }
    try Self.checkType(call)
    try Self.checkRest(call, except: engines)
    order = try Self.order(call)
    axis = try Self.axis(call)
    activity = try ActivityRule.asked(call)
    name = try call.string("name")
    var shape: Shape?
    if let value = call.given("input_shape") { shape = try Self.shape(value, call) }
    if own.contains("input_dim"), let size = call.given("input_dim") {
      shape = try Self.shape(size, call)
    }
    for name in ["batch_input_shape", "batch_shape"] {
      if let value = call.given(name) { shape = try Self.shape(value, call, dropsBatch: true) }
    }
    inputShape = shape
    var keywords: [ArgumentCall.Keyword] = []
    for parameter in call.givenNames where !own.contains(parameter) {
      if axis != nil, parameter == "axis" { continue }
      guard let value = call.given(parameter) else {
        // Where something else stands in for what is left out, None has a meaning of its own.
        let known = type.signature.parameters.first { $0.name == parameter && $0.acceptsNone }
        if let known, known.defaultValue != ArgumentValue.none {
          keywords.append(.init(parameter, .none))
        }
        continue
      }
      keywords.append(
        .init(parameter, Self.single(try KerasArguments.value(value, call), parameter, type)))
    }
    engine = ArgumentCall(call.name, keywords: keywords)
  }

  /// A tuple of one whole number as that number, where the layer takes one: `(3,)` is a window of three steps.
  private static func single(
    _ value: ArgumentValue, _ name: String, _ type: any KerasLayer.Type
  ) -> ArgumentValue {
    guard case .list(let items) = value, items.count == 1, case .int = items[0],
      case .int? = type.signature.parameters.first(where: { $0.name == name })?.type
    else { return value }
    return items[0]
  }

  private static func pair(_ rows: Value, _ columns: Value) -> Value {
    .object(TupleObject([rows, columns]))
  }

  /// The extents of a shape; a batch axis in front is left out.
  static func shape(
    _ value: Value, _ call: Call, dropsBatch: Bool = false
  ) throws(PyError) -> Shape {
    let isNumber = value.smallInt != nil
    let items = isNumber ? [value] : try call.machine.array(value)
    var extents: [Int] = []
    for item in items.dropFirst(dropsBatch && !isNumber ? 1 : 0) {
      guard let extent = item.smallInt, extent > 0 else {
        throw call.error(
          "ValueError",
          "\(call.name): shapes must be positive integers here, not \((try? call.machine.repr(value)) ?? "")"
        )
      }
      extents.append(extent)
    }
    do {
      try SizeLimit.check(Shape(extents), of: call.name, input: Shape(extents))
    } catch {
      throw call.error("ValueError", "\(error)")
    }
    return Shape(extents)
  }

  static func checkType(_ call: Call) throws(PyError) {
    guard call.has("dtype"), let value = call.given("dtype") else { return }
    let shown = try call.machine.str(value)
    // Whole numbers up to 2²⁴ are the same in single precision.
    let known = [
      "float32", "float", "uint8", "int32", "int64", "<class 'numpy.float32'>",
      "<dtype: 'float32'>",
    ]
    if !known.contains(shown) {
      throw call.unsupported("dtype", value)
    }
  }

  /// - Parameter engines: what the engine's layer takes itself.
  private static func checkRest(
    _ call: Call, except engines: Set<String>
  ) throws(PyError) {
    for name in KerasFacts.ofKernels where !engines.contains(name) {
      if call.has(name), let value = call.given(name) { throw call.unsupported(name, value) }
    }
    if !engines.contains("groups"), call.has("groups"), let value = call.given("groups"),
      value.smallInt != 1
    {
      throw call.unsupported("groups", value)
    }
  }

  private static func order(_ call: Call) throws(PyError) -> ChannelOrder? {
    var order: ChannelOrder?
    for name in CommonArguments.ofImages where call.has(name) {
      guard let text = try call.string(name), text != "default" else { continue }
      guard let read = ChannelOrder(word: text) else {
        throw call.error(
          "ValueError",
          "The `\(name)` argument must be one of \"channels_first\", \"channels_last\". Received: \(name)=\(text)"
        )
      }
      order = read
    }
    return order
  }

  /// `axis=1`, `axis=3` or `axis=[3]`; whether it is the last axis shows with the input.
  private static func axis(_ call: Call) throws(PyError) -> Int? {
    guard call.has("axis") else { return nil }
    guard let value = call.given("axis") else { throw call.unsupported("axis", .none) }
    var items = [value]
    if let list: ListObject = value.asObject() { items = list.items }
    guard items.count == 1, let axis = items[0].smallInt else {
      throw call.unsupported("axis", value)
    }
    return axis == -1 ? nil : axis
  }
}
