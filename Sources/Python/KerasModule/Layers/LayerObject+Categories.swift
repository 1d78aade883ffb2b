internal import NumPyModule
internal import PythonRuntime
internal import Networks
internal import Arrays
internal import Tensors

extension LayerObject {
  /// The layer as one that sorts numbers into ranges; nil for others.
  var discretization: Discretization? {
    guard case .engine(_, let layer) = content else { return nil }
    return layer as? Discretization
  }

  /// How the layer tells categories; nil for one that has none.
  private var coding: CategoryCoding? {
    guard case .engine(_, let layer) = content else { return nil }
    return (layer as? CategoryEncoding)?.coding ?? discretization?.coding
  }

  /// Whether its outputs are whole numbers to Keras.
  var givesWholeNumbers: Bool { discretization?.coding.mode == .int }

  /// The boundaries as the program gave them, or as they were learned; nil for a layer without, `None` before.
  var boundariesValue: Value? {
    guard let layer = discretization, case .engine(let call, _) = content else { return nil }
    if case .list(let items)? = call.keywords.first(where: { $0.name == "bin_boundaries" })?.value {
      return .object(ListObject(items.map { Value($0) }))
    }
    return layer.boundaries.map { .object(ListObject($0.map { .float(Double($0)) })) } ?? Value.none
  }

  /// `Discretization.adapt(data)`: boundaries between ranges of equally many numbers.
  ///
  /// - Parameter layer: the engine's layer that learns.
  func learnBins(_ layer: Discretization, _ call: Call) throws(PyError) {
    guard case .engine(let own, _) = content,
      case .int(let bins)? = own.keywords.first(where: { $0.name == "num_bins" })?.value
    else {
      throw call.error(
        "ValueError",
        "Cannot adapt a Discretization layer that has been initialized with `bin_boundaries`, use `num_bins` instead."
      )
    }
    let epsilon =
      switch own.keywords.first(where: { $0.name == "epsilon" })?.value {
      case .double(let number)?: number
      case .int(let number)?: Double(number)
      default: 0.01
      }
    var learning = BinLearning(epsilon: epsilon)
    let data = call.required("data")
    let steps = try call.int("steps")
    if data.asObject(ListObject.self) != nil || data.asObject(TupleObject.self) != nil {
      for batch in try call.machine.array(data).prefix(steps ?? .max) {
        learning.add(try KerasTensors.array(batch, call.machine).floats())
      }
    } else {
      learning.add(try KerasTensors.array(data, call.machine).floats())
    }
    learn(Discretization(boundaries: learning.boundaries(bins), layer.coding.mode))
  }

  /// Takes boundaries that another layer learned.
  func recallBins(_ value: Value, _ machine: Machine) throws(PyError) {
    guard let layer = discretization else { return }
    let boundaries = try KerasTensors.array(value, machine).floats()
    learn(Discretization(boundaries: boundaries, layer.coding.mode))
  }

  /// Refuses to sort into ranges that aren't known yet.
  func checkBins(_ machine: Machine) throws(PyError) {
    guard let layer = discretization, layer.boundaries == nil else { return }
    let text =
      "You need to either pass the `bin_boundaries` argument at construction time or call `adapt(dataset)` before you can start using the `Discretization` layer."
    throw machine.error(
      "ValueError",
      "Exception encountered when calling Discretization.call().\n\n\u{1b}[1m\(text)\u{1b}[0m")
  }

  /// An array with an axis of samples, where the layer takes numbers alone as one sample.
  func sampled(_ array: NumericArray, _ machine: Machine) throws(PyError) -> NumericArray {
    guard let coding else { return array }
    let isOne = [.multiHot, .count].contains(coding.mode) && array.ndim < 2 || array.ndim == 0
    guard isOne else { return array }
    return try machine.raising { () throws(ArrayError) in
      try array.reshaped([1] + (array.ndim == 0 && coding.mode != .int ? [1] : array.shape))
    }
  }

  /// What became of numbers: without the axis that ``sampled(_:_:)`` added, and whole where Keras has them so.
  func told(
    _ numbers: NumericArray, _ given: NumericArray, _ machine: Machine
  ) throws(PyError) -> NumericArray {
    guard let coding else { return numbers }
    let isOne =
      switch coding.mode {
      case .int: given.ndim == 0
      case .oneHot: false
      case .multiHot, .count: given.ndim < 2
      }
    return try machine.raising { () throws(ArrayError) in
      let shaped = isOne ? try numbers.reshaped(Array(numbers.shape.dropFirst())) : numbers
      return givesWholeNumbers ? try shaped.astype(.int32) : shaped
    }
  }

  /// What a call with `count_weights` gives: how much of each category there is.
  func weighted(
    _ value: Value, by weights: Value, _ machine: Machine
  ) throws(PyError) -> Value {
    guard case .engine(_, let layer) = content, let encoding = layer as? CategoryEncoding else {
      throw machine.error(
        "TypeError", "\(className).call() got an unexpected keyword argument 'count_weights'")
    }
    guard encoding.coding.mode == .count else {
      let text =
        "`count_weights` is not used when `output_mode` is not `'count'`. Received `count_weights=\(try machine.str(weights))`."
      throw machine.error(
        "ValueError",
        "Exception encountered when calling CategoryEncoding.call().\n\n\u{1b}[1m\(text)\u{1b}[0m")
    }
    let given = try KerasTensors.array(value, machine)
    let array = try sampled(given, machine)
    let own = try sampled(KerasTensors.array(weights, machine), machine)
    guard array.ndim == 2, array.shape == own.shape else {
      throw machine.error(
        "InvalidArgumentError",
        "`weights` must be the same shape as `arr` or a length-0 `Tensor`, in which case it acts as all weights equal to 1. Received \(Shape(own.shape))"
      )
    }
    let counts = encoding.counts(
      Tensor(Shape(array.shape), array.floats()), weights: Tensor(Shape(own.shape), own.floats()))
    return .object(EagerTensor(try told(KerasTensors.numbers(counts, machine), given, machine)))
  }
}

/// What Keras says of the arguments of layers that sort numbers into categories.
enum CodingArguments {
  /// Why Keras refuses them, in its words; nil for arguments that it takes, and for other layers.
  static func refusal(_ call: Call, _ type: any KerasLayer.Type) throws(PyError) -> String? {
    switch type {
    case is Discretization.Type: try discretization(call)
    case is CategoryEncoding.Type: try encoding(call)
    default: nil
    }
  }

  private static func discretization(_ call: Call) throws(PyError) -> String? {
    let mode = try call.given("output_mode").map { value throws(PyError) in
      try call.machine.str(value)
    }
    if let mode, CategoryCoding.Mode(rawValue: mode) == nil {
      return
        "Unknown value for `output_mode` argument of Discretization. Allowed values are: ('int', 'one_hot', 'multi_hot', 'count'). Received: output_mode=\(mode)"
    }
    switch (call.given("num_bins"), call.given("bin_boundaries")) {
    case (let bins?, let boundaries?):
      return
        "Both `num_bins` and `bin_boundaries` should not be set. Received: `num_bins=\(try call.machine.repr(bins))` and `bin_boundaries=\(try call.machine.repr(boundaries))`"
    case (nil, nil): return "You need to set either `num_bins` or `bin_boundaries`."
    case (let bins?, nil):
      guard let count = bins.smallInt, count < 0 else { return nil }
      return "`num_bins` must be greater than or equal to 0. Received: `num_bins=\(count)`"
    case (nil, _): return nil
    }
  }

  private static func encoding(_ call: Call) throws(PyError) -> String? {
    let mode = try call["output_mode"].map { value throws(PyError) in
      try call.machine.str(value)
    }
    if let mode, !["one_hot", "multi_hot", "count"].contains(mode) {
      return "Unknown arg for output_mode: \(mode)"
    }
    guard let given = call.given("num_tokens") else {
      return
        "num_tokens must be set to use this layer. If the number of tokens is not known beforehand, use the IntegerLookup layer instead."
    }
    guard let count = given.smallInt, count < 1 else { return nil }
    return "`num_tokens` must be >= 1. Received: num_tokens=\(count)."
  }
}
