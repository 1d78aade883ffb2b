internal import NumPyModule
internal import PythonRuntime
internal import Arrays
internal import NumPy

extension ImageFlow {
  /// The batch of some images: changed images, with labels and weights where there are any.
  func batch(_ rows: [Int], _ machine: Machine) throws(PyError) -> [NumericArray] {
    let shape = Array(images.shape.dropFirst())
    let size = shape.reduce(1, *)
    let numbers = try Self.taken(images, rows, machine).floats()
    var changed: [Float] = []
    changed.reserveCapacity(numbers.count)
    for row in rows.indices {
      let image = try machine.raising { () throws(ArrayError) in
        try NumericArray(floats: Array(numbers[row * size..<(row + 1) * size]), shape: shape)
      }
      let change = try generator.draw(shape, machine)
      let made = try generator.standardized(
        generator.changed(image, by: change, machine), machine)
      guard made.shape == shape else {
        throw machine.error(
          "ValueError",
          "could not broadcast input array from shape \(try Self.text(made.shape, machine)) into shape \(try Self.text(shape, machine))"
        )
      }
      changed += made.floats()
    }
    var arrays = [
      try machine.raising { () throws(ArrayError) in
        try NumericArray(floats: changed, shape: [rows.count] + shape)
      }
    ]
    for others in [labels, labels == nil ? nil : weights] {
      if let others { arrays.append(try Self.taken(others, rows, machine)) }
    }
    return arrays
  }

  /// The images in the order of an epoch.
  func arranged(_ machine: Machine) throws(PyError) -> [Int] {
    let count = images.shape[0]
    return shuffles ? try LegacyRandom(machine).permutation(count) : Array(0..<count)
  }

  private func reseed(_ machine: Machine) throws(PyError) {
    if let seed { try LegacyRandom(machine).seed(seed + seen) }
  }

  /// The next batch: after the last one the first of another order.
  func next(_ machine: Machine) throws(PyError) -> Value {
    try reseed(machine)
    let rows: [Int]
    if place == 0 || order == nil { order = try arranged(machine) }
    rows = order ?? []
    let start = rows.isEmpty ? 0 : place * batchSize % rows.count
    place = rows.count > start + batchSize ? place + 1 : 0
    seen += 1
    return try value(of: Array(rows[start..<min(start + batchSize, rows.count)]), machine)
  }

  /// `flow[index]`.
  func rows(ofBatch index: Int, _ machine: Machine) throws(PyError) -> [Int] {
    guard index < count else {
      throw machine.error(
        "ValueError",
        "Asked to retrieve element \(index), but the Sequence has length \(count)")
    }
    try reseed(machine)
    seen += 1
    if order == nil { order = try arranged(machine) }
    let rows = order ?? []
    let start = max(index * batchSize, 0)
    return Array(rows[min(start, rows.count)..<min(start + batchSize, rows.count)])
  }

  func value(of rows: [Int], _ machine: Machine) throws(PyError) -> Value {
    let values = try batch(rows, machine).map { KerasTensors.value($0, machine) }
    return values.count == 1 ? values[0] : .object(TupleObject(values))
  }

  /// The class.
  static let type = SharedType(
    "NumpyArrayIterator", module: "keras.src.legacy.preprocessing.image",
    properties: [
      "n", "batch_size", "shuffle", "seed", "batch_index", "total_batches_seen", "x", "y",
      "num_batches",
    ],
    methods: [
      .method("__next__") { (flow: ImageFlow, call) throws(PyError) in
        try flow.next(call.machine)
      },
      .method("next") { (flow: ImageFlow, call) throws(PyError) in try flow.next(call.machine) },
      .method("reset") { (flow: ImageFlow, _) throws(PyError) in
        flow.place = 0
        return .none
      },
      .method("on_epoch_end") { (flow: ImageFlow, call) throws(PyError) in
        flow.order = try flow.arranged(call.machine)
        return .none
      },
    ])

  /// All images once, batch after batch in an order of the batches, as one array each; then the images get
  /// another order.
  ///
  /// What Keras draws on the way is drawn here, so that later numbers are the same.
  func round(
    _ batches: [Int], _ use: GivenSamples.Use, _ machine: Machine
  ) throws(PyError) -> [Value] {
    for index in 0..<(use.isFirst ? min(2, count) : 0) {
      _ = try batch(rows(ofBatch: index, machine), machine)
    }
    if use.reorders { order = try arranged(machine) }
    var parts: [[NumericArray]] = []
    for index in batches { parts.append(try batch(rows(ofBatch: index, machine), machine)) }
    order = try arranged(machine)
    let session = NumPyLibrary.session(of: machine)
    var values: [Value] = []
    for place in parts.first?.indices ?? 0..<0 {
      let whole = try machine.raising { () throws(ArrayError) in
        try session.call("concatenate", [.list(parts.map { .array($0[place]) })]).asArray()
      }
      values.append(KerasTensors.value(whole, machine))
    }
    return values
  }
}
