internal import PythonRuntime
internal import Networks
internal import Tensors

extension LayerObject {
  /// What Keras 3.15 says where a layer can't take an input, where that is known; the engine's own words
  /// elsewhere.
  ///
  /// - Parameters:
  ///   - layer: the engine's layer that refused the input.
  ///   - input: its shape as the program has it.
  ///   - tensor: the input, where it has no numbers yet.
  func text(
    of error: ShapeError, _ layer: any Layer, _ input: Shape, _ tensor: TensorObject?,
    _ machine: Machine
  ) -> String {
    switch error.problem {
    case .windowTooLarge:
      guard let window = WindowText(self, layer, input) else { return error.description }
      if let text = window.ofConvolution { return text }
      guard let tensor, let text = window.ofCall else { return error.description }
      return
        "Exception encountered when calling \(className).call().\n\n\u{1b}[1m\(text)\u{1b}[0m\n\n"
        + "Arguments received by \(className).call():\n  • args=('\(tensor.repr(machine))',)\n"
        + "  • kwargs=<class 'inspect._empty'>"
    case .groups(let count):
      let channels = error.input.extents.last ?? 0
      return channels < count
        ? "Number of groups (\(count)) cannot be more than the number of channels (\(channels))."
        : "Number of groups (\(count)) must be a multiple of the number of channels (\(channels))."
    default: return error.kerasText(of: layer, named: name)
    }
  }
}

/// What Keras says of windows that don't fit into their inputs.
private struct WindowText {
  private let input: Shape
  private let channels: Int
  private let arguments: BoundArguments
  private let name: String
  private let axes: Int

  /// Nil for a layer without arguments.
  init?(_ object: LayerObject, _ layer: any Layer, _ input: Shape) {
    guard case .engine(let call, _) = object.content,
      let bound = try? type(of: layer).signature.bind(call)
    else { return nil }
    (self.input, arguments, name) = (input, bound, object.className)
    axes = name.hasSuffix("1D") ? 1 : 2
    channels = (object.hasChannelsFirst(input) ? input.extents.first : input.extents.last) ?? 0
  }

  /// Of a convolution, whose shape Keras works out first.
  var ofConvolution: String? {
    guard name.contains("Conv"), arguments["kernel_size"] != nil else { return nil }
    let filters =
      extents("filters")?.first ?? channels * (extents("depth_multiplier")?.first ?? 1)
    let kernel = Shape((extents("kernel_size") ?? []) + [channels, filters])
    return sentence(
      "", "inputs shape=\(input.batched)", "kernel shape=\(kernel.tuple)",
      "dilation_rate=[\(plain(extents("dilation_rate") ?? ones))]")
  }

  /// Of a layer that finds out when it is called.
  var ofCall: String? {
    if name.hasSuffix("Pooling\(axes)D"), let size = extents("pool_size") {
      return sentence(
        ":", "inputs.shape=[None \(plain(input.extents))]", "pool_size=[\(plain(size))]", nil)
    }
    guard let sides = arguments["cropping"].map(sides) else { return nil }
    return axes == 1
      ? "`cropping` parameter of `Cropping1D` layer must be smaller than the input length. Received: input_shape=\(input.batched), cropping=\(sides)"
      : "Values in `cropping` argument should be smaller than the corresponding spatial dimension of the input. Received: input_shape=\(input.batched), cropping=\(sides)"
  }

  /// Numbers before and behind, for each axis, as a tuple of Python's.
  private func sides(_ given: ArgumentValue) -> String {
    func pair(_ value: ArgumentValue) -> String {
      if case .list(let items) = value { return "(\(items[0]), \(items[1]))" }
      return "(\(value), \(value))"
    }
    var all = [ArgumentValue](repeating: given, count: axes)
    if axes == 2, case .list(let items) = given { all = items }
    return axes == 1 ? pair(given) : "(" + all.map(pair).joined(separator: ", ") + ")"
  }

  private var ones: [Int] { [Int](repeating: 1, count: axes) }

  private func sentence(
    _ colon: String, _ input: String, _ window: String, _ dilation: String?
  ) -> String {
    let strides = extents("strides") ?? extents("pool_size") ?? ones
    var padding = "valid"
    if case .string(let given)? = arguments["padding"] { padding = given }
    let parts =
      [input, window] + [dilation].compactMap(\.self)
      + ["strides=\(Shape(strides).tuple)", "padding=\(padding)"]
    return "Computed output size would be zero or negative. Received\(colon) "
      + parts.map { "`\($0)`" }.joined(separator: ", ") + "."
  }

  /// Numbers as NumPy shows them in an array.
  private func plain(_ numbers: [Int]) -> String {
    numbers.map(String.init).joined(separator: " ")
  }

  /// An argument's number for each axis; nil where there is none.
  private func extents(_ name: String) -> [Int]? {
    switch arguments[name] {
    case .int(let extent)?:
      [Int](repeating: extent, count: ["filters", "depth_multiplier"].contains(name) ? 1 : axes)
    case .list(let items)?:
      items.map { if case .int(let extent) = $0 { extent } else { 0 } }
    default: nil
    }
  }
}

extension ShapeError {
  /// What Keras 3.15 says, where that is known; the engine's own words elsewhere.
  ///
  /// - Parameters:
  ///   - layer: the engine's layer that refused the input.
  ///   - name: the layer's name in the program.
  func kerasText(of layer: any Layer, named name: String) -> String {
    guard case .wrongRank(let expected) = problem else { return description }
    let isConvolution = Self.convolutions.contains(Swift.type(of: layer).signature.name)
    guard !isConvolution || input.rank < expected else { return description }
    return "Input 0 with name 'None' of layer '\(name)' is incompatible with the layer: expected "
      + "\(isConvolution ? "min_" : "")ndim=\(expected + 1), found ndim=\(input.rank + 1). "
      + "Full shape received: \(input.batched)"
  }

  /// Layers that take inputs of more axes as far as Keras' first look goes.
  private static let convolutions: Set<String> = [
    "Conv1D", "Conv2D", "Conv2DTranspose", "DepthwiseConv2D", "SeparableConv2D",
  ]
}
