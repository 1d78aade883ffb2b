internal import PythonRuntime
internal import Networks
internal import Tensors

/// What `get_config()` of a layer gives.
struct LayerConfig {
  private let layer: LayerObject
  private let machine: Machine
  private let making: ConfigMaking
  private let arguments: BoundArguments?

  init(_ layer: LayerObject, _ machine: Machine) {
    self.layer = layer
    self.machine = machine
    making = ConfigMaking(machine: machine)
    arguments = Self.arguments(of: layer)
  }

  /// The layer's arguments; those of the function for layers that are one.
  private static func arguments(of layer: LayerObject) -> BoundArguments? {
    guard case .engine(let call, let engine) = layer.content else { return nil }
    if layer.className != "Activation", engine is Activation,
      case .call(let inner)? = call.keywords.first?.value, let function = engine.activation
    {
      return try? type(of: function).signature.bind(inner)
    }
    return try? type(of: engine).signature.bind(call)
  }

  func value() throws(PyError) -> Value {
    if case .input(let shape) = layer.content { return try input(shape) }
    guard let keys = LayerFacts.of(layer.className)?.config else {
      throw machine.error(
        "NotImplementedError", "\(layer.className).get_config() is not supported by Caderno")
    }
    var entries: [(name: String, value: Value)] = []
    for key in keys { entries.append((key.name, try value(of: key))) }
    if let activity = layer.activity {
      entries.removeAll { $0.name == Self.activity }
      entries.insert((Self.activity, try making.regularizer(activity.given)), at: 3)
    }
    return try making.dict(entries)
  }

  /// Stands behind what all layers have, where there is one.
  private static let activity = "activity_regularizer"

  private func input(_ shape: Shape) throws(PyError) -> Value {
    try making.dict([
      ("batch_shape", making.shape(shape)), ("dtype", .string("float32")),
      ("sparse", .bool(false)), ("ragged", .bool(false)), ("name", .string(layer.name)),
      ("optional", .bool(false)),
    ])
  }

  private func value(of entry: KerasFacts.ConfigKey) throws(PyError) -> Value {
    let (key, text) = (entry.name, entry.text)
    let given = arguments?[key] ?? .none
    if key.hasSuffix("_initializer") {
      return try making.initializer(text.map { .string($0) } ?? given)
    }
    if key.hasSuffix("_regularizer") { return try making.regularizer(given) }
    if key.hasSuffix("_constraint") { return try making.constraint(given) }
    switch key {
    case "layer", "backward_layer": return try inner(key == "layer" ? 0 : 1)
    case "merge_mode":
      guard case .wrapper(let wrapper) = layer.content,
        case .bidirectional(let merge) = wrapper.form
      else { return .none }
      return .string(merge)
    case "bin_boundaries": return layer.boundariesValue ?? .none
    case "factor": return span(given)
    case "value_range" where layer.className == "RandomBrightness":
      guard case .list(let bounds) = given else { return Value(given) }
      return .object(ListObject(bounds.map { Value($0) }))
    case "name": return .string(layer.name)
    case "trainable": return .bool(layer.isTrainable)
    case "dtype":
      if let text { return .string(text) }
      return try making.precision()
    case "activation", "recurrent_activation": return .string(function(given))
    case "output_padding" where given == .none: return .none
    case "kernel_size", "strides", "dilation_rate", "pool_size", "size", "output_padding":
      if given == .none, key == "dilation_rate" { return try literal(text) }
      return extents(given == .none ? arguments?["pool_size"] ?? .none : given)
    case "padding", "cropping":
      if case .string = given { return Value(given) }
      return margins(given)
    case "data_format": return .string(layer.order.rawValue)
    case "axes", "normalize":
      guard case .merge(let form) = layer.content, let product = form.product else { return .none }
      return key == "axes" ? Value(product.axes.given) : .bool(product.normalizes)
    case "l1", "l2":
      guard case .engine(let call, _) = layer.content else { return .none }
      return call.keywords.first { $0.name == key }.map { Value($0.value) } ?? .none
    // A group for each channel is as many as there are, once they are known.
    case "groups" where given == .int(-1):
      return .int(layer.specs.first?.shape.count ?? layer.builtShape?.extents.last ?? -1)
    case "axis":
      if case .merge(let form) = layer.content { return .int(form.axis) }
      if layer.className == "Normalization" { return .object(TupleObject([.int(-1)])) }
      return .int(layer.axis ?? -1)
    default: return given == .none ? try literal(text) : Value(given)
    }
  }

  /// One of the layers inside, with its class.
  private func inner(_ place: Int) throws(PyError) -> Value {
    let inner = layer.wrapped[place]
    return try making.object(
      "keras.layers", inner.className, try LayerConfig(inner, machine).value())
  }

  /// A random factor's bounds; those of a contrast have no lower one where a single number was given.
  private func span(_ given: ArgumentValue) -> Value {
    let bounds: [Value]
    switch given {
    case .list: return Value(given)
    case .int(let number): bounds = [.int(-number), .int(number)]
    case .double(let number): bounds = [.float(-number), .float(number)]
    default: return .none
    }
    return .object(
      TupleObject([layer.className == "RandomContrast" ? .int(0) : bounds[0], bounds[1]]))
  }

  /// An activation's name.
  private func function(_ given: ArgumentValue) -> String {
    switch given {
    case .string(let name): name
    case .call(let call): SnakeCase.of(call.name)
    default: "linear"
    }
  }

  /// A number for each axis of the window.
  private func extents(_ given: ArgumentValue) -> Value {
    if layer.className == "UpSampling1D" { return Value(given) }
    let axes = layer.className.hasSuffix("1D") ? 1 : 2
    guard case .int(let extent) = given else { return Value(given) }
    return .object(TupleObject([Value](repeating: .int(extent), count: axes)))
  }

  /// A pair for each axis: before and behind.
  private func margins(_ given: ArgumentValue) -> Value {
    var axes = [given, given]
    if case .list(let items) = given { axes = items }
    if layer.className.hasSuffix("1D") { return .object(TupleObject(axes.map { Value($0) })) }
    return .object(
      TupleObject(
        axes.map { axis in
          if case .list = axis { return Value(axis) }
          return .object(TupleObject([Value(axis), Value(axis)]))
        }))
  }

  /// A value as the table writes it.
  private func literal(_ text: String?) throws(PyError) -> Value {
    switch text {
    case nil: .none
    case "True": .bool(true)
    case "False": .bool(false)
    case "(1,1)": .object(TupleObject([.int(1), .int(1)]))
    case .some(let text):
      Int(text).map { .int($0) } ?? Double(text).map { .float($0) } ?? .string(text)
    }
  }
}
