internal import Cells
internal import Networks
internal import Tensors

/// What a program gave to a layer's class: the engine's part, and Keras' own.
struct LayerArguments {
  let engine: ArgumentCall
  let name: String?
  let inputShape: Shape?

  /// - Parameter signature: what the engine's layer takes, which comes before Keras' common arguments.
  init(
    _ call: Call, _ signature: Networks.Signature, readsRowsAndColumns: Bool
  ) throws(PyError) {
    let engines = Set(signature.parameters.map(\.name)).subtracting(["name", "input_shape"])
    let own = Self.own.subtracting(engines)
    var call = call
    if let rows = call["nb_row"] {
      call = call.with("kernel_size", Self.pair(rows, call["nb_col"] ?? rows))
    } else if readsRowsAndColumns, call.name == "Conv2D", call.positionalCount >= 3,
      let rows = call["kernel_size"]?.smallInt, let columns = call["strides"]?.smallInt
    {
      call = call.with("kernel_size", Self.pair(.int(rows), .int(columns))).with("strides", .int(1))
    }
    try Self.checkType(call)
    try Self.checkRest(call)
    name = try call.string("name")
    var shape: Shape?
    if let value = call.given("input_shape") { shape = try Self.shape(value, call) }
    if own.contains("input_dim"), let size = try call.int("input_dim") { shape = [size] }
    for name in ["batch_input_shape", "batch_shape"] {
      if let value = call.given(name) { shape = try Self.shape(value, call, dropsBatch: true) }
    }
    inputShape = shape
    var keywords: [ArgumentCall.Keyword] = []
    for parameter in call.givenNames where !own.contains(parameter) {
      guard let value = call.given(parameter) else { continue }
      keywords.append(.init(parameter, try KerasArguments.value(value, call)))
    }
    engine = ArgumentCall(call.name, keywords: keywords)
  }

  /// Arguments that aren't the engine's.
  private static let own: Set<String> = [
    "name", "input_shape", "input_dim", "batch_input_shape", "batch_shape", "trainable", "dtype",
    "data_format", "dim_ordering", "weights", "kernel_constraint", "bias_constraint",
    "activity_regularizer", "groups", "nb_row", "nb_col", "seed",
  ]

  private static func pair(_ rows: Value, _ columns: Value) -> Value {
    .object(TupleObject([rows, columns]))
  }

  /// The extents of a shape; a batch axis in front is left out.
  static func shape(
    _ value: Value, _ call: Call, dropsBatch: Bool = false
  ) throws(PyError) -> Shape {
    if let number = value.smallInt { return [number] }
    var extents: [Int] = []
    for item in try call.machine.array(value).dropFirst(dropsBatch ? 1 : 0) {
      guard let extent = item.smallInt, extent > 0 else {
        throw call.error(
          "ValueError",
          "\(call.name): shapes must be positive integers here, not \((try? call.machine.repr(value)) ?? "")"
        )
      }
      extents.append(extent)
    }
    return Shape(extents)
  }

  static func checkType(_ call: Call) throws(PyError) {
    guard call.has("dtype"), let value = call.given("dtype") else { return }
    let shown = try call.machine.str(value)
    // Whole numbers up to 2²⁴ are the same in single precision.
    let known = ["float32", "float", "uint8", "int32", "int64", "<class 'numpy.float32'>"]
    if !known.contains(shown) {
      throw call.unsupported("dtype", value)
    }
  }

  private static func checkRest(_ call: Call) throws(PyError) {
    for name in ["kernel_constraint", "bias_constraint", "activity_regularizer", "weights"] {
      if call.has(name), let value = call.given(name) { throw call.unsupported(name, value) }
    }
    if call.has("groups"), let value = call.given("groups"), value.smallInt != 1 {
      throw call.unsupported("groups", value)
    }
    for name in ["data_format", "dim_ordering"] where call.has(name) {
      guard let text = try call.string(name) else { continue }
      if !["channels_last", "tf", "default"].contains(text) {
        throw call.unsupported(name, .string(text))
      }
    }
  }
}
