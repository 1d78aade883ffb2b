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
      return LayerWrapper(
        .bidirectional(merge: merge),
        [layer.twin("forward_"), other ?? layer.twin("backward_")])
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
  /// The same layer without weights, under a name with something in front.
  fileprivate func twin(_ prefix: String) -> LayerObject {
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
