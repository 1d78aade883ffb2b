internal import PythonRuntime

/// What a method of a model was given to train with, to judge or to predict: arrays, or images as
/// `ImageDataGenerator` makes them.
struct GivenSamples {
  let x: Value
  let y: Value?
  let weights: Value?

  /// What a generator's round is for.
  struct Use {
    /// Whether it is the first one in a call: Keras looks at two batches before, to know their types.
    var isFirst = true
    /// Whether images are put in another order before it.
    var reorders = true
    /// Whether the batches come in an order of `random.shuffle`.
    var shuffles = false
  }

  /// The arguments `x`, `y` and `sample_weight` of a call; of a generator one round of its batches.
  init(_ call: Call, _ use: Use = Use()) throws(PyError) {
    let given = call.required("x")
    guard let flow: ImageFlow = given.asObject() else {
      (x, y) = (given, call.has("y") ? call["y"] : nil)
      weights = call.has("sample_weight") ? call.given("sample_weight") : nil
      return
    }
    for name in ["y", "sample_weight", "validation_split"] where call.has(name) {
      if let value = call.given(name), value.plainNumberIsPositive {
        throw call.error(
          "ValueError",
          "When providing `x` as a PyDataset, `\(name)` should not be passed. Instead, it should be included as part of the PyDataset."
        )
      }
    }
    self = try GivenSamples(flow, use, call.machine)
  }

  /// One round of a generator's batches.
  init(_ flow: ImageFlow, _ use: Use, _ machine: Machine) throws(PyError) {
    var batches = Array(0..<flow.count)
    if use.shuffles { batches = try Self.shuffled(batches, machine) }
    let arrays = try flow.round(batches, use, machine)
    guard let images = arrays.first else {
      throw machine.error("ValueError", "The PyDataset has length 0")
    }
    x = images
    y = arrays.count > 1 ? arrays[1] : nil
    weights = arrays.count > 2 ? arrays[2] : nil
  }

  /// Numbers in an order that Python's `random` draws.
  private static func shuffled(_ numbers: [Int], _ machine: Machine) throws(PyError) -> [Int] {
    let list = ListObject(numbers.map { .int($0) })
    if let shuffle = machine.modules["random"]?.members["shuffle"] {
      _ = try machine.call(shuffle, Arguments([.object(list)]))
    }
    return list.items.compactMap(\.smallInt)
  }
}

extension Value {
  /// Whether it is anything but a number that isn't above 0.
  fileprivate var plainNumberIsPositive: Bool {
    switch plain {
    case .int(let number): number > 0
    case .float(let number): number > 0
    default: true
    }
  }
}
