internal import PythonRuntime
internal import NumPy

/// The arguments of `ImageDataGenerator`.
struct ImageSettings {
  /// How far images are moved along an axis: shares of it, or pixels to choose from.
  enum Shift {
    case none
    /// A share below 1, or pixels, in either direction.
    case span(Double)
    /// Whole numbers below one, or some numbers, in either direction.
    case choices(NumPyValue, largest: Double)

    func draw(_ extent: Int, _ random: LegacyRandom) throws(PyError) -> Double {
      switch self {
      case .none: return 0
      case .span(let range):
        return try random.uniform(-range, range) * (range < 1 ? Double(extent) : 1)
      case .choices(let values, let largest):
        let size = try random.choice(values)
        let sign = try random.choice(.list([.int(-1), .int(1)]))
        return size * sign * (largest < 1 ? Double(extent) : 1)
      }
    }
  }

  let centersFeatures: Bool
  let centersSamples: Bool
  let scalesFeatures: Bool
  let scalesSamples: Bool
  let rotation: Double
  let widthShift: Shift
  let heightShift: Shift
  let shear: Double
  let zoom: [Double]
  let channelShift: Double
  /// The least and the largest factor of brightness; nil for none.
  let brightness: [Double]?
  let fill: AffineSampling.Fill
  let fillValue: Double
  let flipsAcross: Bool
  let flipsDown: Bool
  /// What numbers are multiplied with; nil for nothing.
  let rescale: Double?
  let function: Value?
  let validationSplit: Double
  let order: Int
  /// Where images have their channels.
  let channels: ChannelOrder

  static let parameters =
    "featurewise_center=False, samplewise_center=False, featurewise_std_normalization=False, samplewise_std_normalization=False, zca_whitening=False, zca_epsilon=1e-06, rotation_range=0, width_shift_range=0.0, height_shift_range=0.0, brightness_range=None, shear_range=0.0, zoom_range=0.0, channel_shift_range=0.0, fill_mode='nearest', cval=0.0, horizontal_flip=False, vertical_flip=False, rescale=None, preprocessing_function=None, data_format=None, validation_split=0.0, interpolation_order=1, dtype=None"

  /// - Throws: Python's exceptions as Keras has them, and `NotImplementedError` for what isn't there.
  init(_ call: Call) throws(PyError) {
    try Self.refuse(call)
    scalesFeatures = try call.bool("featurewise_std_normalization", or: false)
    scalesSamples = try call.bool("samplewise_std_normalization", or: false)
    centersFeatures = try call.bool("featurewise_center", or: false) || scalesFeatures
    centersSamples = try call.bool("samplewise_center", or: false) || scalesSamples
    rotation = try call.double("rotation_range", or: 0)
    widthShift = try Self.shift(call.given("width_shift_range"), call)
    heightShift = try Self.shift(call.given("height_shift_range"), call)
    shear = try call.double("shear_range", or: 0)
    zoom = try Self.zoom(call)
    channelShift = try call.double("channel_shift_range", or: 0)
    brightness = try Self.brightness(call)
    guard let fill = AffineSampling.Fill(rawValue: try call.string("fill_mode") ?? "nearest") else {
      throw call.error("RuntimeError", "boundary mode not supported")
    }
    self.fill = fill
    fillValue = try call.double("cval", or: 0)
    flipsAcross = try call.bool("horizontal_flip", or: false)
    flipsDown = try call.bool("vertical_flip", or: false)
    let factor = try call.double("rescale") ?? 0
    rescale = factor == 0 ? nil : factor
    function = call.given("preprocessing_function")
    validationSplit = try call.double("validation_split", or: 0)
    guard validationSplit == 0 || validationSplit > 0 && validationSplit < 1 else {
      throw call.error(
        "ValueError",
        "`validation_split` must be strictly between 0 and 1.  Received: \(try call.machine.str(call.required("validation_split")))"
      )
    }
    order = try call.int("interpolation_order", or: 1)
    guard (0...1).contains(order) else {
      throw call.unsupported("interpolation_order", .int(order))
    }
    channels = try Self.channels(call)
    if brightness != nil, channels == .first {
      throw call.unsupported("data_format", .string(channels.rawValue))
    }
  }

  private static func refuse(_ call: Call) throws(PyError) {
    if try call.bool("zca_whitening", or: false) {
      throw call.unsupported("zca_whitening", .bool(true))
    }
    if let type = call.given("dtype"), try call.machine.str(type) != "float32" {
      throw call.unsupported("dtype", type)
    }
  }

  private static func channels(_ call: Call) throws(PyError) -> ChannelOrder {
    guard let word = try call.string("data_format") else {
      return KerasSession.of(call.machine).order
    }
    guard let order = ChannelOrder(rawValue: word) else {
      throw call.error(
        "ValueError",
        "`data_format` should be `\"channels_last\"` (channel after row and column) or `\"channels_first\"` (channel before row and column). Received: \(word)"
      )
    }
    return order
  }

  private static func brightness(_ call: Call) throws(PyError) -> [Double]? {
    guard let given = call.given("brightness_range") else { return nil }
    let isSequence =
      given.asObject(ListObject.self) != nil || given.asObject(TupleObject.self) != nil
    let items = isSequence ? try call.machine.array(given) : []
    guard items.count == 2 else {
      throw call.error(
        "ValueError",
        "`brightness_range should be tuple or list of two floats. Received: \(try call.machine.str(given))"
      )
    }
    return [
      try call.machine.number(items[0], "brightness_range"),
      try call.machine.number(items[1], "brightness_range"),
    ]
  }

  private static func shift(_ given: Value?, _ call: Call) throws(PyError) -> Shift {
    guard let given else { return .none }
    if let pixels = given.smallInt {
      return pixels == 0 ? .none : .choices(.int(pixels), largest: Double(pixels))
    }
    if case .float(let range) = given.plain { return range == 0 ? .none : .span(range) }
    var values: [NumPyValue] = []
    var largest = -Double.infinity
    for item in try call.machine.array(given) {
      let number = try call.machine.number(item, "shift")
      largest = max(largest, number)
      values.append(item.smallInt.map { .int($0) } ?? .float(number))
    }
    return values.isEmpty ? .none : .choices(.list(values), largest: largest)
  }

  private static func zoom(_ call: Call) throws(PyError) -> [Double] {
    let given = call["zoom_range"] ?? .float(0)
    if let range = given.smallInt.map(Double.init) { return [1 - range, 1 + range] }
    if case .float(let range) = given.plain { return [1 - range, 1 + range] }
    let items = try call.machine.array(given)
    guard items.count == 2 else {
      throw call.error(
        "ValueError",
        "`zoom_range` should be a float or a tuple or list of two floats. Received: \(try call.machine.str(given))"
      )
    }
    return [
      try call.machine.number(items[0], "zoom_range"),
      try call.machine.number(items[1], "zoom_range"),
    ]
  }
}
