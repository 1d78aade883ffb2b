internal import PythonRuntime
internal import Networks
internal import Tensors

/// `Bidirectional` and `TimeDistributed`.
extension LayerClasses {
  static let wrapperFacts = [
    "Bidirectional": KerasFacts("rnn", config: "merge_mode layer backward_layer"),
    "TimeDistributed": KerasFacts("rnn", config: "layer"),
  ]

  var wrappers: [String: Value] {
    ["Bidirectional": .object(bidirectional), "TimeDistributed": .object(timeDistributed)]
  }

  private var bidirectional: TypeObject {
    wrapper(
      "Bidirectional",
      "layer, merge_mode='concat', weights=None, backward_layer=None"
    ) { call, layer throws(PyError) in
      if let value = call.given("weights") { throw call.unsupported("weights", value) }
      let merge = call.has("merge_mode") ? try call.string("merge_mode") : "concat"
      guard let merge else { throw call.unsupported("merge_mode", .none) }
      guard ["concat", "sum", "mul", "ave"].contains(merge) else {
        throw call.error(
          "ValueError",
          "Invalid merge mode. Received: \(merge). Merge mode should be one of {\"sum\", \"mul\", \"ave\", \"concat\", None}"
        )
      }
      let other = try call.given("backward_layer").map { value throws(PyError) in
        try Self.inner(value, call)
      }
      let backward: LayerObject
      if let other {
        backward = other
      } else {
        backward = try layer.twin("backward_", goesBackwards: true, call)
      }
      let both = [layer.twin("forward_"), backward]
      try Self.check(both, call)
      return LayerWrapper(.bidirectional(merge: merge), both)
    }
  }

  /// Refuses layers that don't belong together, with Keras' words.
  private static func check(_ layers: [LayerObject], _ call: Call) throws(PyError) {
    func flags(_ name: String) throws(PyError) -> [String] {
      try layers.map { layer throws(PyError) in
        guard let flag = layer.recurrentFlag(name) else {
          throw call.error(
            "AttributeError", "'\(layer.className)' object has no attribute '\(name)'")
        }
        return flag ? "True" : "False"
      }
    }
    let ways = try flags("go_backwards")
    if ways[0] == ways[1] {
      throw call.error(
        "ValueError",
        "Forward layer and backward layer should have different `go_backwards` value. Received: forward_layer.go_backwards \(ways[0]), backward_layer.go_backwards=\(ways[1])"
      )
    }
    let given = try flags("return_sequences")
    if given[0] != given[1] {
      throw call.error(
        "ValueError",
        "Forward layer and backward layer are expected to have the same value for attribute \"return_sequences\", got \"\(given[0])\" for forward layer and \"\(given[1])\" for backward layer"
      )
    }
  }

  private var timeDistributed: TypeObject {
    wrapper("TimeDistributed", "layer") { _, layer throws(PyError) in
      LayerWrapper(.timeDistributed, [layer])
    }
  }

  private func wrapper(
    _ name: String, _ parameters: String,
    _ make: @escaping (Call, LayerObject) throws(PyError) -> LayerWrapper
  ) -> TypeObject {
    TypeObject(
      name, module: LayerFacts.place(name), base: Self.base,
      parameters + ", *, name=None, input_shape=None, trainable=None, dtype=None",
      properties: LayerObject.properties, methods: [ConfigReading.method(of: name)]
    ) { [session] itself, call throws(PyError) in
      try LayerArguments.checkType(call)
      let wrapped = try make(call, Self.inner(call.required("layer"), call))
      let shape = try call.given("input_shape").map { value throws(PyError) in
        try LayerArguments.shape(value, call)
      }
      let made = LayerObject(
        itself, .wrapper(wrapped),
        name: try call.string("name") ?? session.name(for: SnakeCase.of(name)),
        declaredShape: shape)
      made.isTrainable = try call.bool("trainable", or: true)
      return .object(made)
    }
  }

  private static func inner(_ value: Value, _ call: Call) throws(PyError) -> LayerObject {
    switch value {
    case .object(let layer as LayerObject): return layer
    case .object(let model as ModelObject): return model.asLayer
    default:
      throw call.error(
        "ValueError",
        "Layer \(try call.machine.repr(value)) supplied to wrapper is not a supported layer type. Please ensure wrapped layer is a valid Keras layer."
      )
    }
  }
}

extension LayerObject {
  /// An argument of a recurrent layer; nil for other layers.
  fileprivate func recurrentFlag(_ name: String) -> Bool? {
    guard case .engine(let call, let layer) = content,
      case .bool(let flag)? = (try? Swift.type(of: layer).signature.bind(call))?[name]
    else { return nil }
    return flag
  }

  /// The same under a name with something in front, which takes steps from the last one on.
  fileprivate func twin(
    _ prefix: String, goesBackwards: Bool, _ call: Call
  ) throws(PyError) -> LayerObject {
    guard case .engine(let own, let layer) = content, recurrentFlag("go_backwards") != nil else {
      return twin(prefix)
    }
    let keywords = own.keywords.filter { $0.name != "go_backwards" }
    let turned = ArgumentCall(
      own.name, keywords: keywords + [.init("go_backwards", .bool(goesBackwards))])
    do throws(ArgumentError) {
      let kind = Swift.type(of: layer)
      return twin(prefix, .engine(turned, try kind.init(kind.signature.bind(turned))))
    } catch {
      throw KerasArguments.error(error, call.machine)
    }
  }

  /// The same layer without weights, under a name with something in front.
  fileprivate func twin(_ prefix: String) -> LayerObject { twin(prefix, content) }

  private func twin(_ prefix: String, _ content: Content) -> LayerObject {
    if name.hasPrefix(prefix) { return self }
    let twin = LayerObject(
      hostType, content, name: prefix + name, declaredShape: declaredShape, order: order,
      axis: axis, activity: activity)
    twin.isTrainable = isTrainable
    return twin
  }

  /// The layers that stand inside of this one; none of a layer that wraps nothing.
  var wrapped: [LayerObject] {
    if case .wrapper(let wrapper) = content { wrapper.layers } else { [] }
  }
}
