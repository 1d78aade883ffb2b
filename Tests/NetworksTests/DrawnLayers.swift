import Networks
import Tensors
import Testing

/// A layer with drawn arguments, and the shape of an input that it takes.
struct DrawnLayer: Sendable, CustomTestStringConvertible {
  let call: ArgumentCall
  let input: Shape
  var testDescription: String { "\(call) of \(input)" }

  init(_ call: ArgumentCall, _ input: Shape) { (self.call, self.input) = (call, input) }
}

/// Draws layers of the catalog by their names: window sizes, strides, paddings, dilations, channels
/// around the vectors' widths, activations, with and without biases.
struct LayerDraw {
  private let random: RandomStream
  private var drawn: UInt64 = 0

  init(seed: UInt64) { random = RandomStream(seed: seed, stream: 9) }

  /// The first draws of a layer.
  static func layers(_ name: String, _ count: Int) -> [DrawnLayer] {
    guard let make = table[name] else { return [] }
    return (0..<count).map { index in
      var draw = LayerDraw(seed: UInt64(index))
      return make(&draw)
    }
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    drawn += 1
    return range.lowerBound + Int(random.words(at: drawn)[0] % UInt32(range.count))
  }

  mutating func choice<Value>(_ values: [Value]) -> Value { values[number(0...values.count - 1)] }

  private mutating func image() -> Shape { [number(6...10), number(6...11), channels()] }
  private mutating func row() -> Shape { [number(7...20), channels()] }
  private mutating func vector() -> Shape { [number(1...40)] }
  private mutating func anything() -> Shape { choice([image(), row(), vector()]) }
  private mutating func channels() -> Int { choice([1, 2, 3, 5, 8, 16, 17, 33]) }
  private mutating func int(_ range: ClosedRange<Int>) -> ArgumentValue { .int(number(range)) }
  private mutating func pair(_ range: ClosedRange<Int>) -> ArgumentValue {
    .list([int(range), int(range)])
  }
  private mutating func padding() -> ArgumentValue { .string(choice(["valid", "same"])) }
  private mutating func activation() -> ArgumentValue {
    .string(choice(["linear", "relu", "relu", "tanh", "gelu", "softmax", "elu"]))
  }

  private typealias Make = @Sendable (inout LayerDraw) -> DrawnLayer

  private static let table: [String: Make] = [
    "InputLayer": { draw in
      let shape = draw.image()
      return DrawnLayer(
        .make("InputLayer", .list(shape.extents.map { .int($0) })), shape)
    },
    "Conv2D": { convolution("Conv2D", &$0, $0.pair(1...3), strides: $0.pair(1...3)) },
    "Conv1D": { convolution("Conv1D", &$0, $0.int(1...5), strides: $0.int(1...3)) },
    "DepthwiseConv2D": { depthwise("DepthwiseConv2D", [], &$0) },
    "SeparableConv2D": { depthwise("SeparableConv2D", [$0.int(1...19)], &$0) },
    "Conv2DTranspose": { draw in
      let pads = draw.number(0...2) == 0
      return DrawnLayer(
        .make(
          "Conv2DTranspose", draw.int(1...19),
          pads ? .int(draw.choice([1, 3])) : draw.pair(1...4),
          with: [
            "strides": draw.pair(1...3), "padding": draw.padding(),
            "activation": draw.activation(), "use_bias": .bool(draw.number(0...2) > 0),
            "output_padding": pads ? .int(0) : .none,
          ]), draw.image())
    },
    "MaxPooling2D": { pooling("MaxPooling2D", &$0, $0.pair(1...4), $0.pair(1...3)) },
    "AveragePooling2D": { pooling("AveragePooling2D", &$0, $0.pair(1...4), $0.pair(1...3)) },
    "MaxPooling1D": { pooling("MaxPooling1D", &$0, $0.int(1...4), $0.int(1...3)) },
    "AveragePooling1D": { pooling("AveragePooling1D", &$0, $0.int(1...4), $0.int(1...3)) },
    "GlobalMaxPooling2D": { globalPooling("GlobalMaxPooling2D", &$0) },
    "GlobalAveragePooling2D": { globalPooling("GlobalAveragePooling2D", &$0) },
    "GlobalMaxPooling1D": { globalPooling("GlobalMaxPooling1D", &$0) },
    "GlobalAveragePooling1D": { globalPooling("GlobalAveragePooling1D", &$0) },
    "Flatten": { DrawnLayer(.make("Flatten"), $0.anything()) },
    "Reshape": { DrawnLayer(.make("Reshape", .list([.int(-1), .int(1)])), $0.anything()) },
    "Permute": { draw in
      let axes = draw.choice([[2, 1, 3], [3, 1, 2], [1, 3, 2], [3, 2, 1]])
      return DrawnLayer(.make("Permute", .list(axes.map { .int($0) })), draw.image())
    },
    "RepeatVector": { DrawnLayer(.make("RepeatVector", $0.int(1...4)), $0.vector()) },
    "Rescaling": {
      DrawnLayer(
        .make("Rescaling", .double(1.75), with: ["offset": .double(-0.3)]), $0.anything())
    },
    "ZeroPadding2D": { DrawnLayer(.make("ZeroPadding2D", margins(&$0)), $0.image()) },
    "Cropping2D": { DrawnLayer(.make("Cropping2D", margins(&$0)), $0.image()) },
    "ZeroPadding1D": { DrawnLayer(.make("ZeroPadding1D", $0.pair(0...3)), $0.row()) },
    "Cropping1D": { DrawnLayer(.make("Cropping1D", $0.pair(0...3)), $0.row()) },
    "UpSampling1D": { DrawnLayer(.make("UpSampling1D", $0.int(1...4)), $0.row()) },
    "UpSampling2D": { draw in
      DrawnLayer(
        .make(
          "UpSampling2D", draw.pair(1...3),
          with: ["interpolation": .string(draw.choice(["nearest", "bilinear"]))]), draw.image())
    },
    "CenterCrop": { DrawnLayer(.make("CenterCrop", $0.int(1...6), $0.int(1...6)), $0.image()) },
    "Resizing": { draw in
      DrawnLayer(
        .make(
          "Resizing", draw.int(1...14), draw.int(1...14),
          .string(draw.choice(["bilinear", "nearest"]))), draw.image())
    },
    "Normalization": { DrawnLayer(.make("Normalization"), $0.anything()) },
    "RandomFlip": { draw in
      DrawnLayer(
        .make("RandomFlip", .string(draw.choice(["horizontal", "horizontal_and_vertical"]))),
        draw.image())
    },
    "RandomRotation": { warp("RandomRotation", [.double(0.3)], &$0) },
    "RandomZoom": { draw in
      warp(
        "RandomZoom",
        [.double(0.4), draw.choice([.none, .list([.double(-0.1), .double(0.3)])])], &draw)
    },
    "RandomTranslation": { warp("RandomTranslation", [.double(0.4), .double(0.3)], &$0) },
    "RandomCrop": { draw in
      DrawnLayer(.make("RandomCrop", draw.int(1...12), draw.int(1...12)), draw.image())
    },
    "CategoryEncoding": { draw in
      let mode = draw.choice(["one_hot", "multi_hot", "count"])
      return DrawnLayer(
        .make("CategoryEncoding", draw.int(1...9), .string(mode)),
        mode == "one_hot" ? draw.anything() : draw.vector())
    },
    "Discretization": { draw in
      let modes = ["int", "one_hot", "multi_hot", "count"]
      return DrawnLayer(
        .make(
          "Discretization", .list([.double(-0.5), .int(0), .int(0), .double(0.4)]),
          with: ["output_mode": .string(draw.choice(modes))]), draw.anything())
    },
    "RandomContrast": { colors("RandomContrast", 0.9, &$0) },
    "RandomBrightness": { colors("RandomBrightness", 0.4, &$0) },
    "Dense": { draw in
      DrawnLayer(
        .make(
          "Dense", draw.int(1...40),
          with: [
            "activation": draw.activation(), "use_bias": .bool(draw.number(0...2) > 0),
          ]), draw.anything())
    },
    "Activation": { DrawnLayer(.make("Activation", $0.activation()), $0.anything()) },
    "PReLU": { draw in
      let axes = draw.choice([
        ArgumentValue.none, .list([.int(1)]), .list([.int(1), .int(2)]), .list([.int(2)]),
      ])
      return DrawnLayer(
        .make(
          "PReLU",
          with: [
            "alpha_initializer": .string("random_normal"), "shared_axes": axes,
          ]), draw.image())
    },
    "Dropout": { DrawnLayer(.make("Dropout", .double(0.3)), $0.anything()) },
    "GaussianNoise": { DrawnLayer(.make("GaussianNoise", .double(0.3)), $0.anything()) },
    "GaussianDropout": { DrawnLayer(.make("GaussianDropout", .double(0.3)), $0.anything()) },
    "AlphaDropout": { DrawnLayer(.make("AlphaDropout", .double(0.3)), $0.anything()) },
    "SpatialDropout2D": { DrawnLayer(.make("SpatialDropout2D", .double(0.5)), $0.image()) },
    "BatchNormalization": { normalization("BatchNormalization", &$0) },
    "LayerNormalization": { normalization("LayerNormalization", &$0) },
    "UnitNormalization": { DrawnLayer(.make("UnitNormalization"), $0.anything()) },
    "GroupNormalization": { draw in
      let channels = draw.choice([1, 2, 6, 12])
      return DrawnLayer(
        .make(
          "GroupNormalization", .int(channels == 1 ? 1 : draw.choice([-1, 1, 2])),
          with: [
            "center": .bool(draw.number(0...2) > 0), "scale": .bool(draw.number(0...2) > 0),
          ]),
        draw.choice([
          [channels], [draw.number(2...9), channels], [3, draw.number(2...5), channels],
        ]))
    },
    "Embedding": { draw in
      DrawnLayer(
        .make("Embedding", draw.int(2...50), draw.int(1...33)),
        draw.choice([[draw.number(1...30)], [3, draw.number(1...9)]]))
    },
    "LSTM": { draw in
      recurrent(
        "LSTM",
        [
          "activation": .string(draw.choice(["tanh", "relu", "elu"])),
          "use_bias": .bool(draw.number(0...2) > 0),
          "go_backwards": .bool(draw.number(0...2) == 0),
        ], &draw)
    },
    "GRU": { draw in
      recurrent(
        "GRU",
        [
          "bias_initializer": .string("random_normal"),
          "activation": .string(draw.choice(["tanh", "tanh", "relu"])),
          "recurrent_activation": .string(draw.choice(["sigmoid", "hard_sigmoid"])),
          "reset_after": .bool(draw.number(0...1) == 0),
          "use_bias": .bool(draw.number(0...2) > 0),
          "go_backwards": .bool(draw.number(0...2) == 0),
        ], &draw)
    },
    "SimpleRNN": { draw in
      recurrent(
        "SimpleRNN",
        [
          "activation": draw.activation(), "use_bias": .bool(draw.number(0...2) > 0),
          "go_backwards": .bool(draw.number(0...2) == 0),
        ], &draw)
    },
  ]

  /// Keras takes strides or a dilation, not both.
  private static func convolution(
    _ name: String, _ draw: inout LayerDraw, _ kernel: ArgumentValue, strides: ArgumentValue
  ) -> DrawnLayer {
    let dilates = draw.number(0...2) == 0
    return DrawnLayer(
      .make(
        name, draw.int(1...35), kernel,
        with: [
          dilates ? "dilation_rate" : "strides": dilates ? .int(2) : strides,
          "padding": draw.padding(), "activation": draw.activation(),
          "use_bias": .bool(draw.number(0...2) > 0),
        ]), name == "Conv1D" ? [draw.number(9...20), draw.channels()] : draw.image())
  }

  private static func depthwise(
    _ name: String, _ filters: [ArgumentValue], _ draw: inout LayerDraw
  ) -> DrawnLayer {
    DrawnLayer(
      ArgumentCall(
        name, filters + [draw.pair(1...4)],
        keywords: [
          .init("strides", draw.int(1...2)), .init("padding", draw.padding()),
          .init("depth_multiplier", .int(draw.choice([1, 1, 2, 3]))),
          .init("activation", draw.activation()),
          .init("use_bias", .bool(draw.number(0...2) > 0)),
        ]), draw.image())
  }

  private static func pooling(
    _ name: String, _ draw: inout LayerDraw, _ size: ArgumentValue, _ strides: ArgumentValue
  ) -> DrawnLayer {
    DrawnLayer(
      .make(name, size, with: ["strides": strides, "padding": draw.padding()]),
      name.hasSuffix("1D") ? draw.row() : draw.image())
  }

  private static func globalPooling(_ name: String, _ draw: inout LayerDraw) -> DrawnLayer {
    let keeps = draw.number(0...1) == 1
    return DrawnLayer(
      .make(name, with: ["keepdims": .bool(keeps)]),
      name.hasSuffix("1D") ? draw.row() : draw.image())
  }

  private static func normalization(_ name: String, _ draw: inout LayerDraw) -> DrawnLayer {
    DrawnLayer(
      .make(
        name,
        with: [
          "center": .bool(draw.number(0...2) > 0), "scale": .bool(draw.number(0...2) > 0),
          "epsilon": .double(0.01),
        ]), draw.anything())
  }

  private static func recurrent(
    _ name: String, _ keywords: KeyValuePairs<String, ArgumentValue>, _ draw: inout LayerDraw
  ) -> DrawnLayer {
    let own = keywords.map { ArgumentCall.Keyword($0.key, $0.value) }
    return DrawnLayer(
      ArgumentCall(
        name, [draw.int(1...19)],
        keywords: own + [.init("return_sequences", .bool(draw.number(0...1) == 0))]), draw.row())
  }

  private static func warp(
    _ name: String, _ factors: [ArgumentValue], _ draw: inout LayerDraw
  ) -> DrawnLayer {
    let fill = draw.choice(["reflect", "wrap", "constant", "nearest"])
    let interpolation = draw.choice(["bilinear", "bilinear", "nearest"])
    return DrawnLayer(
      ArgumentCall(
        name, factors,
        keywords: [
          .init("fill_mode", .string(fill)), .init("interpolation", .string(interpolation)),
          .init("fill_value", .double(0.5)),
        ]), draw.image())
  }

  private static func colors(
    _ name: String, _ factor: Double, _ draw: inout LayerDraw
  ) -> DrawnLayer {
    DrawnLayer(
      .make(
        name, .double(factor), with: ["value_range": .list([.double(-0.6), .double(0.7)])]),
      draw.image())
  }

  private static func margins(_ draw: inout LayerDraw) -> ArgumentValue {
    .list([draw.pair(0...2), draw.pair(0...2)])
  }
}
