import Networks
import Tensors
import Testing

/// One layer with an input, for a check of its gradients by finite differences.
struct GradientCase: Sendable, CustomTestStringConvertible {
  let call: ArgumentCall
  let input: Shape
  var testDescription: String { "\(call) of \(input)" }

  init(_ call: ArgumentCall, _ input: Shape) {
    self.call = call
    self.input = input
  }
}

@Suite struct GradientCheckTests {
  static let cases = [
    GradientCase(
      .make("Conv2D", .int(3), .int(2), with: ["padding": .string("same"), "strides": .int(2)]),
      [2, 5, 4, 2]),
    GradientCase(
      .make(
        "Conv2D", .int(2), .int(2), with: ["dilation_rate": .int(2), "activation": .string("tanh")]
      ), [2, 5, 4, 2]),
    GradientCase(.make("MaxPooling2D"), [2, 5, 4, 3]),
    GradientCase(
      .make("MaxPooling2D", .int(3), with: ["padding": .string("same"), "strides": .int(1)]),
      [1, 4, 4, 2]),
    GradientCase(.make("AveragePooling2D", .int(2)), [2, 5, 4, 3]),
    GradientCase(
      .make("AveragePooling2D", .int(3), with: ["padding": .string("same")]), [2, 4, 4, 2]),
    GradientCase(.make("GlobalAveragePooling2D"), [2, 3, 4, 3]),
    GradientCase(.make("Flatten"), [2, 3, 2, 2]),
    GradientCase(.make("Dense", .int(4), with: ["activation": .string("sigmoid")]), [3, 5]),
    GradientCase(.make("Dense", .int(4), with: ["activation": .string("softmax")]), [2, 2, 5]),
    GradientCase(.make("Dropout", .double(0.4)), [3, 6]),
    GradientCase(.make("Activation", .string("linear")), [2, 5]),
    GradientCase(.make("Activation", .string("relu")), [2, 5]),
    GradientCase(.make("Activation", .string("softmax")), [2, 5]),
    GradientCase(.make("Activation", .string("sigmoid")), [2, 5]),
    GradientCase(.make("Activation", .string("tanh")), [2, 5]),
    GradientCase(.make("Activation", .string("leaky_relu")), [2, 5]),
    GradientCase(.make("Activation", .string("relu6")), [2, 5]),
    GradientCase(.make("Activation", .string("elu")), [2, 5]),
    GradientCase(.make("Activation", .string("selu")), [2, 5]),
    GradientCase(.make("Activation", .string("softplus")), [2, 5]),
    GradientCase(.make("Activation", .string("softsign")), [2, 5]),
    GradientCase(.make("Activation", .string("exponential")), [2, 5]),
    GradientCase(.make("Activation", .string("hard_sigmoid")), [2, 5]),
    GradientCase(.make("Activation", .string("log_softmax")), [2, 5]),
    GradientCase(.make("Activation", .string("silu")), [2, 5]),
    GradientCase(.make("Activation", .string("hard_silu")), [2, 5]),
    GradientCase(.make("Activation", .string("mish")), [2, 5]),
    GradientCase(.make("Activation", .string("gelu")), [2, 5]),
    GradientCase(.make("Dense", .int(4), with: ["activation": .string("gelu")]), [3, 5]),
    GradientCase(
      .make("Conv2D", .int(2), .int(2), with: ["activation": .string("swish")]), [2, 4, 4, 2]),
    GradientCase(.make("GlobalMaxPooling2D"), [2, 3, 4, 2]),
    GradientCase(.make("Reshape", .list([.int(-1), .int(4)])), [2, 3, 4]),
    GradientCase(.make("Permute", .list([.int(2), .int(1)])), [2, 3, 4]),
    GradientCase(.make("Rescaling", .double(0.5)), [2, 3]),
    GradientCase(.make("ZeroPadding2D"), [2, 2, 3, 2]),
    GradientCase(.make("UpSampling2D"), [2, 2, 3, 2]),
    GradientCase(
      .make(
        "UpSampling2D", .list([.int(2), .int(3)]), with: ["interpolation": .string("bilinear")]),
      [2, 2, 3, 2]),
    GradientCase(.make("DepthwiseConv2D", .int(2)), [2, 4, 4, 2]),
    GradientCase(.make("SeparableConv2D", .int(3), .int(2)), [2, 4, 4, 2]),
    GradientCase(.make("Conv2DTranspose", .int(2), .int(3)), [2, 3, 3, 2]),
    GradientCase(
      .make(
        "Conv2DTranspose", .int(2), .int(3),
        with: ["strides": .int(2), "padding": .string("same"), "output_padding": .int(0)]),
      [2, 3, 3, 2]),
    GradientCase(.make("Embedding", .int(5), .int(3)), [2, 4]),
    GradientCase(.make("LSTM", .int(3)), [2, 4, 3]),
    GradientCase(
      .make("Cropping2D", .list([.list([.int(1), .int(0)]), .list([.int(0), .int(2)])])),
      [2, 3, 4, 2]),
    GradientCase(.make("RepeatVector", .int(3)), [2, 4]),
    GradientCase(.make("GaussianNoise", .double(0.5)), [2, 4]),
    GradientCase(.make("GaussianDropout", .double(0.3)), [2, 4]),
    GradientCase(.make("AlphaDropout", .double(0.3)), [2, 4]),
    GradientCase(.make("SpatialDropout2D", .double(0.5)), [2, 3, 2, 4]),
    GradientCase(
      .make("Conv1D", .int(3), .int(2), with: ["activation": .string("tanh")]), [2, 5, 3]),
    GradientCase(.make("MaxPooling1D"), [2, 5, 3]),
    GradientCase(
      .make("AveragePooling1D", .int(3), with: ["padding": .string("same")]), [2, 5, 3]),
    GradientCase(.make("GlobalMaxPooling1D"), [2, 4, 3]),
    GradientCase(.make("GlobalAveragePooling1D"), [2, 4, 3]),
    GradientCase(.make("LayerNormalization"), [2, 3, 4]),
    GradientCase(.make("PReLU", with: ["shared_axes": .list([.int(1)])]), [2, 3, 4]),
    GradientCase(.make("SimpleRNN", .int(3)), [2, 4, 3]),
    GradientCase(.make("GRU", .int(3)), [2, 4, 3]),
    GradientCase(.make("GRU", .int(2), with: ["return_sequences": .bool(true)]), [2, 4, 3]),
    GradientCase(.make("LSTM", .int(3), with: ["activation": .string("elu")]), [2, 4, 3]),
    GradientCase(.make("GRU", .int(3), with: ["activation": .string("softsign")]), [2, 4, 3]),
    GradientCase(.make("GRU", .int(3), with: ["reset_after": .bool(false)]), [2, 4, 3]),
    GradientCase(
      .make(
        "GRU", .int(2),
        with: [
          "reset_after": .bool(false), "return_sequences": .bool(true), "use_bias": .bool(false),
        ]), [2, 4, 3]),
    GradientCase(.make("LSTM", .int(2), with: ["go_backwards": .bool(true)]), [2, 4, 3]),
    GradientCase(.make("CenterCrop", .int(2), .int(3)), [2, 4, 4, 2]),
    GradientCase(.make("Resizing", .int(2), .int(5)), [2, 4, 4, 2]),
    GradientCase(.make("Normalization"), [3, 4]),
    GradientCase(.make("RandomFlip"), [3, 3, 4, 2]),
    GradientCase(.make("RandomRotation", .double(0.2)), [2, 4, 5, 2]),
    GradientCase(.make("RandomZoom", .double(0.3)), [2, 4, 5, 2]),
    GradientCase(.make("RandomCrop", .int(2), .int(3)), [2, 4, 5, 2]),
    GradientCase(.make("RandomCrop", .int(5), .int(4)), [2, 4, 5, 2]),
    GradientCase(.make("CategoryEncoding", .int(3)), [2, 3]),
    GradientCase(
      .make(
        "Discretization", .list([.double(-0.35), .double(0.6)]),
        with: ["output_mode": .string("count")]),
      [3, 4]),
    GradientCase(
      .make(
        "RandomTranslation", .double(0.3), .double(0.3), with: ["fill_mode": .string("constant")]),
      [2, 4, 5, 2]),
    GradientCase(
      .make(
        "RandomContrast", .double(0.5),
        with: ["value_range": .list([.double(-9), .double(9)])]), [2, 3, 4, 2]),
    GradientCase(
      .make(
        "RandomBrightness", .double(0.1),
        with: ["value_range": .list([.double(-9), .double(9)])]), [2, 3, 4, 2]),
    GradientCase(.make("GlobalMaxPooling2D", with: ["keepdims": .bool(true)]), [2, 3, 4, 2]),
    GradientCase(.make("GlobalAveragePooling1D", with: ["keepdims": .bool(true)]), [2, 4, 3]),
    GradientCase(.make("UpSampling1D", .int(3)), [2, 3, 2]),
    GradientCase(.make("ZeroPadding1D", .list([.int(1), .int(2)])), [2, 3, 2]),
    GradientCase(.make("Cropping1D", .list([.int(1), .int(0)])), [2, 3, 2]),
    GradientCase(.make("UnitNormalization"), [2, 3, 4]),
    GradientCase(.make("GroupNormalization", .int(2)), [2, 3, 4]),
    GradientCase(.make("GroupNormalization", .int(-1)), [2, 3, 2, 2]),
    GradientCase(.make("BatchNormalization"), [4, 3, 2, 2]),
    GradientCase(
      .make("BatchNormalization", with: ["center": .bool(false), "epsilon": .double(0.1)]), [6, 3]),
    GradientCase(
      .make("InputLayer", with: ["shape": .list([.int(3), .int(2)])]), [2, 3, 2]),
  ]

  private let step: Float = 1 / 128
  private let pass = LayerPass(isTraining: true, seed: 3, step: 1, layerIndex: 2)

  @Test(arguments: cases)
  func `gradients agree with finite differences`(_ row: GradientCase) throws {
    let layer = try LayerDeclaration(row.call).layer
    let x = Formula.numbers(row.input, salt: 8, scale: 2)
    let specs = layer.weightSpecs(for: Shape(Array(row.input.extents.dropFirst())))
    let weights = specs.enumerated().map { Formula.weight($1.name, $1.shape, salt: $0 + 2) }
    let result = layer.forward(x, weights: weights, pass: pass)
    let upstream = Formula.numbers(result.output.shape, salt: 99)
    let gradients = layer.backward(
      upstream, input: x, output: result, weights: weights, pass: pass)
    func total(_ x: Tensor, _ weights: [Tensor]) -> Double {
      let output = layer.forward(x, weights: weights, pass: pass).output
      return zip(output.values, upstream.values).map { Double($0) * Double($1) }.reduce(0, +)
    }
    let before = try #require(gradients.input)
    check(before, around: x) { total($0, weights) }
    for (index, gradient) in gradients.weights.enumerated() {
      guard let gradient else {
        #expect(!specs[index].isTrainable)
        continue
      }
      check(gradient, around: weights[index]) { moved in
        var all = weights
        all[index] = moved
        return total(x, all)
      }
    }
  }

  /// Compares each slope with a fourth-order central difference of the scalar.
  private func check(
    _ gradient: Tensor, around point: Tensor, _ scalar: (Tensor) -> Double
  ) {
    for index in point.values.indices {
      func at(_ steps: Float) -> Double {
        var moved = point
        moved.values[index] += steps * step
        return scalar(moved)
      }
      let slope = (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * Double(step))
      let difference = abs(Double(gradient.values[index]) - slope)
      #expect(difference <= 2e-3 * max(1, abs(slope)), "[\(index)]")
    }
  }

  @Test func `every layer and every activation of the catalogs is checked`() {
    let layers = Set(Self.cases.map(\.call.name))
    #expect(Set(LayerCatalog.all.map { $0.signature.name }).subtracting(layers) == [])
    let functions = Self.cases.filter { $0.call.name == "Activation" }.map(\.call.positional[0])
    let known = ActivationCatalog.all.map { ArgumentValue.string($0.aliases[0]) }
    #expect(Set(known) == Set(functions))
  }
}
