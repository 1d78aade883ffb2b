internal import NumPyModule
internal import PythonRuntime
internal import Arrays
internal import NumPy

/// What `ImageDataGenerator.flow` gives: batches of changed images with their labels, without end.
final class ImageFlow: HostObject {
  static let parameters =
    "x, y=None, batch_size=32, shuffle=True, sample_weight=None, seed=None, save_to_dir=None, save_prefix='', save_format='png', ignore_class_split=False, subset=None"

  let generator: ImageGenerator
  let images: NumericArray
  /// Labels and weights, a row for each image; nil where there are none.
  let labels: NumericArray?
  let weights: NumericArray?
  let batchSize: Int
  let shuffles: Bool
  let seed: Int?
  var order: [Int]?
  /// Which batch is next, and how many there were.
  var place = 0
  var seen = 0

  init(_ generator: ImageGenerator, _ call: Call) throws(PyError) {
    let machine = call.machine
    self.generator = generator
    let given = try KerasTensors.array(call.required("x"), machine)
    guard given.ndim == 4 else {
      throw call.error(
        "ValueError",
        "Input data in `NumpyArrayIterator` should have rank 4. You passed an array with shape \(try Self.text(given.shape, machine))"
      )
    }
    if let folder = call.given("save_to_dir") { throw call.unsupported("save_to_dir", folder) }
    let rows = try Self.rows("y", "(labels)", given, call)
    let others = try Self.rows("sample_weight", "", given, call)
    let part = try Self.part(generator, given, rows, call)
    func cut(_ array: NumericArray) throws(PyError) -> NumericArray {
      part == 0..<array.shape[0] ? array : try Self.taken(array, Array(part), machine)
    }
    let whole = try machine.raising { () throws(ArrayError) in try given.astype(.float32) }
    images = try cut(whole)
    if let rows { labels = try cut(rows) } else { labels = nil }
    if let others { weights = try cut(others) } else { weights = nil }
    batchSize = try FitCallOptions.batchSize("batch_size", call, or: 32)
    shuffles = try call.bool("shuffle", or: true)
    seed = try call.int("seed")
  }

  override var hostType: TypeObject { Self.type }

  override func length(_ machine: Machine) throws(PyError) -> Int? { count }

  override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    try value(
      of: rows(ofBatch: machine.integer(index, "idx"), machine), machine)
  }

  override func iterator(_ machine: Machine) throws(PyError) -> IteratorObject? {
    ClosureIterator("NumpyArrayIterator") { [self] machine throws(PyError) in try next(machine) }
  }

  override func property(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    switch name {
    case "n": .int(images.shape[0])
    case "batch_size": .int(batchSize)
    case "shuffle": .bool(shuffles)
    case "seed": seed.map { .int($0) } ?? Value.none
    case "batch_index": .int(place)
    case "total_batches_seen": .int(seen)
    case "x": KerasTensors.value(images, machine)
    case "y": labels.map { KerasTensors.value($0, machine) } ?? Value.none
    case "num_batches": .int(count)
    default: nil
    }
  }

  /// How many batches show every image once.
  var count: Int { (images.shape[0] + batchSize - 1) / batchSize }
}

extension ImageFlow {
  /// An argument with a row for each image; nil where there is none.
  private static func rows(
    _ name: String, _ what: String, _ images: NumericArray, _ call: Call
  ) throws(PyError) -> NumericArray? {
    guard let value = call.given(name) else { return nil }
    let array = try KerasTensors.array(value, call.machine)
    guard array.shape.first == images.shape[0] else {
      let title = what.isEmpty ? "`\(name)`" : "`\(name)` \(what)"
      throw call.error(
        "ValueError",
        "`x` (images tensor) and \(title) should have the same length. Found: x.shape = \(try text(images.shape, call.machine)), \(name).shape = \(try text(array.shape, call.machine))"
      )
    }
    return array
  }

  /// Which images `subset` means: the first ones validate.
  private static func part(
    _ generator: ImageGenerator, _ images: NumericArray, _ labels: NumericArray?, _ call: Call
  ) throws(PyError) -> Range<Int> {
    let count = images.shape[0]
    guard let subset = try call.string("subset") else { return 0..<count }
    guard ["training", "validation"].contains(subset) else {
      throw call.error(
        "ValueError",
        "Invalid subset name: \(subset); expected \"training\" or \"validation\".")
    }
    let split = Int(Double(count) * generator.settings.validationSplit)
    if let labels, try !call.bool("ignore_class_split", or: false) {
      let numbers = labels.reals()
      let width = numbers.count / max(count, 1)
      guard Set(numbers[..<(split * width)]) == Set(numbers[(split * width)...]) else {
        throw call.error(
          "ValueError",
          "Training and validation subsets have different number of classes after the split. If your numpy arrays are sorted by the label, you might want to shuffle them."
        )
      }
    }
    return subset == "validation" ? 0..<split : split..<count
  }

  /// Rows of an array.
  static func taken(
    _ array: NumericArray, _ rows: [Int], _ machine: Machine
  ) throws(PyError) -> NumericArray {
    let session = NumPyLibrary.session(of: machine)
    return try machine.raising { () throws(ArrayError) in
      try session.call(
        "take", [.array(array), .list(rows.map { .int($0) })], [("axis", .int(0))]
      ).asArray()
    }
  }

  /// A shape as Python shows it.
  static func text(_ shape: [Int], _ machine: Machine) throws(PyError) -> String {
    try machine.repr(.object(TupleObject(shape.map { .int($0) })))
  }
}
