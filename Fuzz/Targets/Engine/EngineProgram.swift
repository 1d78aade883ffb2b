import Networks

/// A program of Keras calls, made of choices. Without any it builds, trains and judges a small model.
struct EngineProgram {
  private var choices: Choices
  private var arguments: ArgumentMaker { ArgumentMaker() }

  init(_ bytes: [UInt8]) { choices = Choices(bytes) }

  /// The statements, each to be run by itself.
  mutating func statements() -> [String] {
    let count = choices.pick([8, 5, 1, 2, 3, 9, 16, 0])
    let shape = choices.pick([[4], [6, 6, 1], [5], [3, 4], [8, 8, 3], [6, 5, 16], [1], [2, 0]])
    var lines = ["import numpy as np", "import keras", "from keras import layers"]
    lines.append("x = \(array([count] + shape))")
    lines.append("y = \(labels(count))")
    lines.append("w = \(array([count]))")
    lines.append("m = keras.Sequential([keras.Input(\(tuple(shape)))])")
    lines.append(Self.grow)
    for _ in 0..<choices.below(5) {
      lines.append("grow(layers.\(call(.layer)))")
    }
    if !choices.happens(onceIn: 4) {
      if shape.count > 1 { lines.append("m.add(layers.Flatten())") }
      let units = choices.pick([3, 1, 2, 10])
      let function = choices.pick(["softmax", "sigmoid", "linear", "relu"])
      lines.append("m.add(layers.Dense(\(units), activation='\(function)'))")
    }
    lines.append(compilation())
    for _ in 0..<1 + choices.below(6) { lines.append(use()) }
    return lines
  }

  /// Adds a layer, and takes it out again where a batch would take long: its weights times its outputs are
  /// more than the products of one image.
  private static let grow = """
    def grow(layer):
        m.add(layer)
        if np.prod(m.output_shape[1:]) * (m.count_params() + 1) > 2**16:
            m.pop()
    """

  private mutating func compilation() -> String {
    // The loss that the labels go with, first.
    let loss =
      choices.happens(onceIn: 4)
      ? call(.loss) : choices.pick(["'sparse_categorical_crossentropy'", "'\(name(.loss))'"])
    let metrics = (0..<choices.below(3)).map { _ in
      choices.happens(onceIn: 3) ? "keras.metrics." + call(.metric) : "'\(name(.metric))'"
    }
    let optimizer =
      choices.happens(onceIn: 3) ? "keras.optimizers." + call(.optimizer) : "'\(name(.optimizer))'"
    let given = loss.hasPrefix("'") ? loss : "keras.losses." + loss
    return "m.compile(optimizer=\(optimizer), loss=\(given), "
      + "metrics=[\(metrics.joined(separator: ", "))])"
  }

  /// Something done with the model, the data, or their parts.
  private mutating func use() -> String {
    let size = choices.pick(["8", "1", "3", "32", "None", "0", "-1", "2**31", "2**63 - 1"])
    switch choices.below(16) {
    case 0: return "m.fit(x, y, epochs=1, batch_size=\(size), verbose=0\(fitOptions()))"
    case 1: return "m.evaluate(x, y, batch_size=\(size), verbose=0)"
    case 2: return "m.predict(x, batch_size=\(size), verbose=0)"
    case 3: return "m.train_on_batch(x, y)"
    case 4: return "m.test_on_batch(x, y)"
    case 5: return "m.predict_on_batch(x)"
    case 6: return "y = \(labels(choices.pick([8, 5, 1, 3, 0])))"
    case 7: return "keras.losses.\(call(.loss))(y, \(array([8, 3])))"
    case 8:
      return "q = keras.metrics.\(call(.metric))\nq.update_state(y, \(array([8, 3])))\nq.result()"
    case 9: return "y = keras.utils.to_categorical(y, \(integer()))"
    case 10: return "y = keras.utils.to_categorical(y)"
    case 11: return "layers.\(call(.layer))(x)"
    case 12: return "keras.activations.\(name(.activation))(x)"
    case 13:
      return "for l in m.layers:\n    l.set_weights([a * \(number()) for a in l.get_weights()])"
    case 14: return "x = \(arrayUse())"
    default: return "y = \(arrayUse())"
    }
  }

  private mutating func fitOptions() -> String {
    choices.pick([
      "", ", validation_split=\(number())", ", sample_weight=w", ", validation_data=(x, y)",
      ", shuffle=False", ", class_weight={\(integer()): \(number())}",
    ])
  }

  /// NumPy's calls whose numbers become places and sizes.
  private mutating func arrayUse() -> String {
    let array = choices.pick(["x", "y", "w"])
    let axis = integer()
    switch choices.below(16) {
    case 0: return "\(array).reshape(\(integers()))"
    case 1: return "\(array).transpose(\(integers()))"
    case 2: return "np.take(\(array), \(integers()), axis=\(axis))"
    case 3: return "\(array)[\(integers())]"
    case 4: return "\(array)[\(integer()):\(integer()):\(integer())]"
    case 5: return "np.concatenate([\(array), \(array)], axis=\(axis))"
    case 6: return "np.sum(\(array), axis=\(axis))"
    case 7: return "np.zeros(\(integers()))"
    case 8: return "np.eye(\(integer()))[\(array).astype(int)]"
    case 9: return "np.expand_dims(\(array), \(axis))"
    case 10: return "np.repeat(\(array), \(integer()), axis=\(axis))"
    case 11: return "np.argsort(\(array), axis=\(axis))"
    case 12: return "\(array).astype('\(choices.pick(Self.dtypes))')"
    case 13: return "np.broadcast_to(\(array), \(integers()))"
    case 14: return "np.pad(\(array), \(integers()))"
    default: return "np.roll(\(array), \(integer()), axis=\(axis))"
    }
  }

  private static let dtypes = [
    "float32", "uint8", "int64", "float64", "bool", "int8", "int32", "uint16", "uint64",
  ]

  private mutating func array(_ shape: [Int]) -> String {
    let size = shape.reduce(1, *)
    let modulus = choices.pick([7, 2, 1, 256])
    let kind = choices.pick(Self.dtypes)
    return "(np.arange(\(size)) % \(modulus)).astype('\(kind)').reshape(\(tuple(shape)))"
  }

  private mutating func labels(_ count: Int) -> String {
    let odd = ["-1", "3", "255", "256", "300", "3000", "0.5", "np.nan", "np.inf", "-2**63", "1e30"]
    let bad = choices.happens(onceIn: 3)
    let values = (0..<count).map { place in
      bad && choices.happens(onceIn: 4) ? choices.pick(odd) : "\(place % 3)"
    }
    let kind = choices.happens(onceIn: 2) ? ".astype('\(choices.pick(Self.dtypes))')" : ""
    let shape = choices.pick(["", ".reshape(-1, 1)", "[:, None, None]", ".reshape(1, -1)"])
    return "np.array([\(values.joined(separator: ", "))])\(kind)\(shape)"
  }

  private mutating func call(_ kind: ComponentKind) -> String {
    arguments.call(choices.pick(kind.all), &choices)
  }

  private mutating func name(_ kind: ComponentKind) -> String {
    choices.pick(kind.all.flatMap { $0.aliases.isEmpty ? [$0.signature.name] : $0.aliases })
  }

  /// A number of labels or places; beside the sizes of layers those around a byte's end.
  private mutating func integer() -> String {
    choices.happens(onceIn: 8)
      ? choices.pick(["255", "256", "300"]) : arguments.integer(&choices)
  }

  private mutating func number() -> String { arguments.number(&choices) }

  private mutating func integers() -> String {
    tuple((0..<choices.below(4)).map { _ in integer() })
  }

  private func tuple(_ parts: [Any]) -> String {
    "(" + parts.map { "\($0), " }.joined() + ")"
  }
}
