internal import PythonRuntime
internal import NumPy

/// How `ImageDataGenerator` changes one image: what `get_random_transform` draws.
struct ImageChange {
  /// Degrees.
  var theta = 0.0
  /// Pixels down and across.
  var down = 0.0
  var across = 0.0
  /// Degrees.
  var shear = 0.0
  /// Shares of height and width that are seen.
  var rows = 1.0
  var columns = 1.0
  var flipsAcross = false
  var flipsDown = false
  var channelShift: Double?
  /// What brightness is multiplied with.
  var brightness: Double?

  /// Draws a change in the order in which Keras does.
  init(
    _ settings: ImageSettings, height: Int, width: Int, _ random: LegacyRandom
  ) throws(PyError) {
    if settings.rotation != 0 {
      theta = try random.uniform(-settings.rotation, settings.rotation)
    }
    down = try settings.heightShift.draw(height, random)
    across = try settings.widthShift.draw(width, random)
    if settings.shear != 0 { shear = try random.uniform(-settings.shear, settings.shear) }
    if settings.zoom != [1, 1] {
      let drawn = try random.pair(settings.zoom[0], settings.zoom[1])
      (rows, columns) = (drawn[0], drawn[1])
    }
    let isTurned = try random.number() < 0.5
    let isUpsideDown = try random.number() < 0.5
    flipsAcross = isTurned && settings.flipsAcross
    flipsDown = isUpsideDown && settings.flipsDown
    if settings.channelShift != 0 {
      channelShift = try random.uniform(-settings.channelShift, settings.channelShift)
    }
    if let range = settings.brightness { brightness = try random.uniform(range[0], range[1]) }
  }

  /// Nothing.
  init() {}

  /// Keras' dictionary of the change.
  func dict(_ machine: Machine) throws(PyError) -> Value {
    func number(_ value: Double, _ plain: Int) -> Value {
      value == Double(plain) ? .int(plain) : .float(value)
    }
    let entries: [(String, Value)] = [
      ("theta", number(theta, 0)), ("tx", number(down, 0)), ("ty", number(across, 0)),
      ("shear", number(shear, 0)), ("zx", number(rows, 1)), ("zy", number(columns, 1)),
      ("flip_horizontal", .int(flipsAcross ? 1 : 0)), ("flip_vertical", .int(flipsDown ? 1 : 0)),
      ("channel_shift_intensity", channelShift.map { .float($0) } ?? .none),
      ("brightness", brightness.map { .float($0) } ?? .none),
    ]
    let dict = DictObject()
    for (name, value) in entries { try dict.set(.string(name), value, machine) }
    return .object(dict)
  }

  /// What a dictionary of that kind asks for.
  init(_ dict: DictObject, _ machine: Machine) throws(PyError) {
    func value(_ name: String) throws(PyError) -> Value? {
      guard let value = try dict.value(.string(name), machine) else { return nil }
      if case .none = value { return nil }
      return value
    }
    func number(_ name: String, or plain: Double) throws(PyError) -> Double {
      guard let given = try value(name) else { return plain }
      return try machine.number(given, name)
    }
    (theta, down) = (try number("theta", or: 0), try number("tx", or: 0))
    (across, shear) = (try number("ty", or: 0), try number("shear", or: 0))
    (rows, columns) = (try number("zx", or: 1), try number("zy", or: 1))
    if let flips = try value("flip_horizontal") { flipsAcross = try machine.isTrue(flips) }
    if let flips = try value("flip_vertical") { flipsDown = try machine.isTrue(flips) }
    if try value("channel_shift_intensity") != nil {
      channelShift = try number("channel_shift_intensity", or: 0)
    }
    if try value("brightness") != nil { brightness = try number("brightness", or: 1) }
  }

  /// The affine map from places of the result to places of the image; nil where nothing moves.
  ///
  /// - Parameters:
  ///   - angle: gives sine and cosine of degrees.
  func matrix(
    height: Int, width: Int, _ angle: (Double) throws(PyError) -> (sine: Double, cosine: Double)
  ) throws(PyError) -> [[Double]]? {
    var parts: [[[Double]]] = []
    if theta != 0 {
      let turn = try angle(theta)
      parts.append([[turn.cosine, -turn.sine, 0], [turn.sine, turn.cosine, 0], [0, 0, 1]])
    }
    if down != 0 || across != 0 { parts.append([[1, 0, down], [0, 1, across], [0, 0, 1]]) }
    if shear != 0 {
      let slant = try angle(shear)
      parts.append([[1, -slant.sine, 0], [0, slant.cosine, 0], [0, 0, 1]])
    }
    if rows != 1 || columns != 1 { parts.append([[rows, 0, 0], [0, columns, 0], [0, 0, 1]]) }
    guard var all = parts.first else { return nil }
    for part in parts.dropFirst() { all = Self.product(all, part) }
    let (y, x) = (Double(height) / 2 - 0.5, Double(width) / 2 - 0.5)
    all = Self.product([[1, 0, y], [0, 1, x], [0, 0, 1]], all)
    all = Self.product(all, [[1, 0, -y], [0, 1, -x], [0, 0, 1]])
    // Keras turns the axes of the whole map around.
    return [[all[1][1], all[1][0], all[1][2]], [all[0][1], all[0][0], all[0][2]]]
  }

  private static func product(_ left: [[Double]], _ right: [[Double]]) -> [[Double]] {
    left.map { row in
      (0..<3).map { column in
        row[0] * right[0][column] + row[1] * right[1][column] + row[2] * right[2][column]
      }
    }
  }
}
