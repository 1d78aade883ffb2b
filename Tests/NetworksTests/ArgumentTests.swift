import Networks
import Tensors
import Testing

@Suite struct ArgumentTests {
  static let mistakes: [(ArgumentCall, ArgumentPlace?, String)] = [
    (
      .make("Conv3D", .int(3)), nil,
      "layers: there is no layer 'Conv3D'; there are 'InputLayer', 'Conv2D', 'MaxPooling2D', "
        + "'AveragePooling2D', 'GlobalAveragePooling2D', 'Flatten', 'Dense', 'Dropout', "
        + "'Activation', 'BatchNormalization', 'GlobalMaxPooling2D', 'Reshape', 'Permute', "
        + "'Rescaling', 'ZeroPadding2D', 'UpSampling2D', 'DepthwiseConv2D', 'SeparableConv2D', "
        + "'Conv2DTranspose', 'Embedding', 'LSTM', 'Cropping2D', 'RepeatVector', "
        + "'GaussianNoise', 'GaussianDropout', 'AlphaDropout', 'SpatialDropout2D', 'Conv1D', "
        + "'MaxPooling1D', 'AveragePooling1D', 'GlobalMaxPooling1D', 'GlobalAveragePooling1D', "
        + "'LayerNormalization', 'PReLU', 'SimpleRNN', 'GRU', 'Normalization', 'CenterCrop', "
        + "'Resizing', 'RandomFlip', 'RandomRotation', 'RandomZoom', 'RandomTranslation', "
        + "'RandomContrast', 'RandomBrightness', 'UpSampling1D', 'ZeroPadding1D', 'Cropping1D', "
        + "'UnitNormalization', 'GroupNormalization', 'RandomCrop', 'CategoryEncoding', "
        + "'Discretization'"
    ),
    (.make("Dense"), nil, "Dense needs the argument 'units'"),
    (
      .make("Dense", .double(2.5)), .position(0),
      "Dense: 'units' must be an integer, at least 1 and at most 1048576, not 2.5"
    ),
    (
      .make("Dense", .int(0)), .position(0),
      "Dense: 'units' must be at least 1 and at most 1048576, not 0"
    ),
    (
      .make("Dense", .int(3), with: ["units": .int(4)]), .keyword("units"),
      "Dense: the argument 'units' is given twice"
    ),
    (
      .make("Dropout", .double(0.5), .int(3)), .position(1),
      "Dropout takes at most 1 positional argument"
    ),
    (
      .make("Dropout", .double(1)), .position(0),
      "Dropout: 'rate' must be at least 0 and below 1, not 1.0"
    ),
    (
      .make("Dropout", with: ["rat": .double(0.5)]), .keyword("rat"),
      "Dropout has no argument 'rat'; it has 'rate', 'name', 'input_shape'"
    ),
    (
      .make("Conv2D", .int(3), .int(3), with: ["padding": .string("sama")]), .keyword("padding"),
      "Conv2D: 'padding' must be one of 'valid', 'same', not 'sama'"
    ),
    (
      .make("Conv2D", .int(3), .list([.int(3), .int(3), .int(3)])), .position(1),
      "Conv2D: 'kernel_size' must be an integer or a pair of integers, each at least 1 "
        + "and at most 1024, not (3, 3, 3)"
    ),
    (
      .make(
        "Conv2D", .int(3), .int(3), with: ["strides": .int(2), "dilation_rate": .int(2)]),
      .keyword("dilation_rate"), "Conv2D: 'dilation_rate' and 'strides' exclude each other"
    ),
    (
      .make("Dense", .int(3), with: ["activation": .string("rely")]), .keyword("activation"),
      "Dense: there is no activation 'rely'; there are " + known(.activation)
    ),
    (
      .make("Dense", .int(3), with: ["use_bias": .int(1)]), .keyword("use_bias"),
      "Dense: 'use_bias' must be True or False, not 1"
    ),
    (
      .make("Dense", .int(3), with: ["activation": .int(1)]), .keyword("activation"),
      "Dense: 'activation' must be the name of an activation or a call that makes one, not 1"
    ),
  ]

  /// The names of a kind in quotation marks.
  private static func known(_ kind: ComponentKind) -> String {
    kind.knownNames.map { "'\($0)'" }.joined(separator: ", ")
  }

  @Test(arguments: mistakes.indices)
  func `a wrong argument is refused with its place and the facts`(_ index: Int) {
    let (call, place, message) = Self.mistakes[index]
    let error = #expect(throws: ArgumentError.self) { try LayerDeclaration(call) }
    #expect(error?.description == message)
    #expect(error?.place == place)
  }

  @Test func `all mistakes of a call are found at once`() {
    let call = ArgumentCall.make(
      "Dense", .int(-1), with: ["activaton": .string("relu"), "use_bias": .string("yes")])
    #expect(
      Dense.signature.bindingErrors(of: call).map(\.parameter) == [
        "units", "use_bias", "activaton",
      ])
  }

  @Test func `a nested call is at fault by its own name`() {
    let call = ArgumentCall.make("RMSprop", with: ["lr": .int(-1)])
    let error = #expect(throws: ArgumentError.self) {
      try Compilation(optimizer: .call(call), loss: .string("mse"))
    }
    #expect(
      error?.description
        == "compile: in 'optimizer': RMSprop: 'learning_rate' must be at least 0, not -1")
  }

  @Test func `an unknown loss is refused with those that exist`() {
    let error = #expect(throws: ArgumentError.self) {
      try Compilation(loss: .string("crossentropy"))
    }
    #expect(
      error?.description
        == "compile: there is no loss 'crossentropy'; there are " + Self.known(.loss))
  }

  @Test(arguments: ["rmsprop", "RMSprop", "RMSPROP"])
  func `names ignore case as in Keras`(_ name: String) throws {
    #expect(try OptimizerCatalog.make(.string(name)) is RMSprop)
  }

  @Test func `older spellings mean the same`() throws {
    let call = ArgumentCall.make("SGD", with: ["lr": .double(0.5)])
    #expect(try OptimizerCatalog.make(.call(call)).learningRate == 0.5)
    let layer = try LayerDeclaration(.make("MaxPool2D", with: ["border_mode": .string("same")]))
    #expect(try layer.layer.outputShape(for: [5, 5, 1]) == [3, 3, 1])
  }
}
