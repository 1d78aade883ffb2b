internal import NumPyModule
internal import PythonRuntime
internal import Arrays
internal import NumPy

/// `ImageDataGenerator`: changes images at random, with NumPy's numbers, and brings them to a scale.
final class ImageGenerator: HostObject {
  let settings: ImageSettings
  /// The mean and the deviation of each channel that `fit` found, `[1, 1, channels]`.
  private var moments: (mean: NumericArray?, deviation: NumericArray?)

  init(_ settings: ImageSettings) { self.settings = settings }

  override var hostType: TypeObject { Self.type }

  override func property(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    let known: NumericArray?? =
      switch name {
      case "mean": .some(moments.mean)
      case "std": .some(moments.deviation)
      default: .none
      }
    guard let known else { return nil }
    return known.map { KerasTensors.value($0, machine) } ?? Value.none
  }

  /// An image changed as asked, in its own order of axes.
  func changed(
    _ image: NumericArray, by change: ImageChange, _ machine: Machine
  ) throws(PyError) -> NumericArray {
    guard image.ndim == 3 else {
      throw machine.error("ValueError", "Input arrays must be multi-channel 2D images.")
    }
    guard settings.channels == .first else { return try moved(image, by: change, machine) }
    let last = try machine.raising { () throws(ArrayError) in try image.transposed([1, 2, 0]) }
    let made = try moved(last, by: change, machine)
    return try machine.raising { () throws(ArrayError) in try made.transposed([2, 0, 1]) }
  }

  /// The same of numbers of an array `[height, width, channels]`.
  private func moved(
    _ image: NumericArray, by change: ImageChange, _ machine: Machine
  ) throws(PyError) -> NumericArray {
    let (height, width, channels) = (image.shape[0], image.shape[1], image.shape[2])
    var numbers = image.floats()
    let matrix = try change.matrix(height: height, width: width) { degrees throws(PyError) in
      try Self.angle(degrees, machine)
    }
    if let matrix {
      numbers = AffineSampling(
        matrix: matrix, fill: settings.fill, value: settings.fillValue, order: settings.order
      ).image(numbers, height: height, width: width, channels: channels)
    }
    if let shift = change.channelShift, let low = numbers.min(), let high = numbers.max() {
      numbers = numbers.map { min(max($0 + Float(shift), low), high) }
    }
    if change.flipsAcross || change.flipsDown {
      let before = numbers
      for row in 0..<height {
        for column in 0..<width {
          let source =
            (change.flipsDown ? height - 1 - row : row) * width
            + (change.flipsAcross ? width - 1 - column : column)
          for channel in 0..<channels {
            numbers[(row * width + column) * channels + channel] =
              before[source * channels + channel]
          }
        }
      }
    }
    if let factor = change.brightness {
      guard [1, 3, 4].contains(channels) else {
        throw machine.error("ValueError", "Unsupported channel number: \(channels)")
      }
      numbers = Brightness(factor: factor).image(numbers, channels: channels)
    }
    return try machine.raising { () throws(ArrayError) in
      try NumericArray(floats: numbers, shape: image.shape)
    }
  }

  /// The sine and the cosine of degrees, by NumPy's functions.
  private static func angle(
    _ degrees: Double, _ machine: Machine
  ) throws(PyError) -> (sine: Double, cosine: Double) {
    let session = NumPyLibrary.session(of: machine)
    return try machine.raising { () throws(ArrayError) in
      let turn = try session.call("deg2rad", [.float(degrees)])
      return (
        try session.call("sin", [turn]).asArray().item().real,
        try session.call("cos", [turn]).asArray().item().real
      )
    }
  }

  /// A change drawn for an image of a shape.
  func draw(_ shape: [Int], _ machine: Machine) throws(PyError) -> ImageChange {
    guard shape.count == 3 else {
      throw machine.error("ValueError", "Input arrays must be multi-channel 2D images.")
    }
    let first = settings.channels == .first ? 1 : 0
    return try ImageChange(
      settings, height: shape[first], width: shape[first + 1], LegacyRandom(machine))
  }

  /// `standardize(x)` of one image.
  func standardized(_ given: NumericArray, _ machine: Machine) throws(PyError) -> NumericArray {
    var image = given
    if let function = settings.function {
      let made = try machine.call(
        function, Arguments([KerasTensors.value(image, machine)]))
      image = try KerasTensors.array(made, machine)
    }
    let session = NumPyLibrary.session(of: machine)
    return try machine.raising { () throws(ArrayError) in
      var value = NumPyValue.array(image)
      if let factor = settings.rescale { value = try session.binary("*", value, .float(factor)) }
      let kept: [(String, NumPyValue)] = [("keepdims", .bool(true))]
      if settings.centersSamples {
        value = try session.binary("-", value, session.call("mean", [value], kept))
      }
      if settings.scalesSamples {
        let deviation = try session.call("std", [value], kept)
        value = try session.binary("/", value, session.binary("+", deviation, .float(1e-6)))
      }
      if settings.centersFeatures, let mean = moments.mean {
        value = try session.binary("-", value, .array(mean))
      }
      if settings.scalesFeatures, let deviation = moments.deviation {
        value = try session.binary(
          "/", value, session.binary("+", .array(deviation), .float(1e-6)))
      }
      return try value.asArray().astype(.float32)
    }
  }

  /// `fit(x, augment, rounds, seed)`: the moments of the channels.
  private func fit(_ call: Call) throws(PyError) {
    let machine = call.machine
    let given = try KerasTensors.array(call.required("x"), machine)
    guard given.ndim == 4 else {
      throw call.error(
        "ValueError",
        "Input to `.fit()` should have rank 4. Got array with shape: \(try ImageFlow.text(given.shape, machine))"
      )
    }
    if let seed = try call.int("seed") { try LegacyRandom(machine).seed(seed) }
    let session = NumPyLibrary.session(of: machine)
    let isFirst = settings.channels == .first
    let axes: [(String, NumPyValue)] = [
      ("axis", .tuple(isFirst ? [.int(0), .int(2), .int(3)] : [.int(0), .int(1), .int(2)]))
    ]
    var images = try machine.raising { () throws(ArrayError) in
      let value = NumPyValue.array(try given.astype(.float32))
      guard let factor = settings.rescale else { return try value.asArray() }
      return try session.binary("*", value, .float(factor)).asArray()
    }
    if try call.bool("augment", or: false) {
      images = try augmented(images, rounds: call.int("rounds", or: 1), machine)
    }
    moments = try machine.raising { () throws(ArrayError) in
      var value = NumPyValue.array(images)
      var found: (mean: NumericArray?, deviation: NumericArray?) = (nil, nil)
      let shape = isFirst ? [given.shape[1], 1, 1] : [1, 1, given.shape[3]]
      if settings.centersFeatures {
        let mean = try session.call("mean", [value], axes).asArray().reshaped(shape)
        value = try session.binary("-", value, .array(mean))
        found.mean = mean
      }
      if settings.scalesFeatures {
        found.deviation = try session.call("std", [value], axes).asArray().reshaped(shape)
      }
      return found
    }
  }

  /// Each image changed so many times, round after round.
  private func augmented(
    _ images: NumericArray, rounds: Int, _ machine: Machine
  ) throws(PyError) -> NumericArray {
    let shape = Array(images.shape.dropFirst())
    let (numbers, size) = (images.floats(), shape.reduce(1, *))
    var all: [Float] = []
    for _ in 0..<max(rounds, 0) {
      for image in 0..<images.shape[0] {
        let one = try machine.raising { () throws(ArrayError) in
          try NumericArray(
            floats: Array(numbers[image * size..<(image + 1) * size]), shape: shape)
        }
        all += try changed(one, by: draw(shape, machine), machine).floats()
      }
    }
    return try machine.raising { () throws(ArrayError) in
      try NumericArray(floats: all, shape: [all.count / max(size, 1)] + shape)
    }
  }

  /// The class.
  static let type = SharedType(
    "ImageDataGenerator", module: "keras.src.legacy.preprocessing.image",
    ImageSettings.parameters, properties: ["mean", "std"], methods: methods
  ) { call throws(PyError) in .object(ImageGenerator(try ImageSettings(call))) }

  private static let methods: [Method] =
    [
      .method("flow", ImageFlow.parameters) { (generator: ImageGenerator, call) throws(PyError) in
        .object(try ImageFlow(generator, call))
      },
      .method("fit", "x, augment=False, rounds=1, seed=None") {
        (generator: ImageGenerator, call) throws(PyError) in
        try generator.fit(call)
        return .none
      },
      .method("standardize", "x") { (generator: ImageGenerator, call) throws(PyError) in
        let image = try KerasTensors.array(call.required("x"), call.machine)
        return KerasTensors.value(try generator.standardized(image, call.machine), call.machine)
      },
      .method("get_random_transform", "img_shape, seed=None") {
        (generator: ImageGenerator, call) throws(PyError) in
        if let seed = try call.int("seed") { try LegacyRandom(call.machine).seed(seed) }
        let extents = try call.machine.array(call.required("img_shape")).compactMap(\.smallInt)
        return try generator.draw(extents, call.machine).dict(call.machine)
      },
      .method("apply_transform", "x, transform_parameters") {
        (generator: ImageGenerator, call) throws(PyError) in
        let image = try KerasTensors.array(call.required("x"), call.machine)
        guard let dict: DictObject = call.required("transform_parameters").asObject() else {
          throw call.unsupported("transform_parameters", call.required("transform_parameters"))
        }
        let change = try ImageChange(dict, call.machine)
        return KerasTensors.value(
          try generator.changed(image, by: change, call.machine), call.machine)
      },
      .method("random_transform", "x, seed=None") {
        (generator: ImageGenerator, call) throws(PyError) in
        if let seed = try call.int("seed") { try LegacyRandom(call.machine).seed(seed) }
        let image = try KerasTensors.array(call.required("x"), call.machine)
        let change = try generator.draw(image.shape, call.machine)
        return KerasTensors.value(
          try generator.changed(image, by: change, call.machine), call.machine)
      },
    ]
    + ["flow_from_directory", "flow_from_dataframe"].map { name in
      .method(name, "*args, **kwargs") { (_: ImageGenerator, call) throws(PyError) in
        throw call.error(
          "NotImplementedError", "\(name)() reads files, which Caderno doesn't")
      }
    }
}
