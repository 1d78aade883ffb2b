internal import PythonRuntime
internal import Networks
internal import Training

/// The options of one call of `fit`.
struct FitCallOptions {
  let epochs: Int
  /// What the program asked for, where the host allows fewer.
  let wantedEpochs: Int
  let initialEpoch: Int
  let batchSize: Int
  let shuffle: Bool
  /// Whether a generator's batches come in another order each time; it shuffles its images itself.
  let shufflesBatches: Bool
  let verbose: Int
  /// The batches of each epoch; nil for all that there are.
  let steps: Int?
  let validationSteps: Int?
  let validationBatchSize: Int
  private let validation: ValidationRule

  init(_ call: Call, _ limit: Int?) throws(PyError) {
    let first = try call.int("initial_epoch", or: 0)
    guard first >= 0 else {
      throw call.error("ValueError", "initial_epoch must be at least 0, not \(first)")
    }
    initialEpoch = first
    var wanted = 1
    for name in ["nb_epoch", "epochs"] { wanted = try Self.epochs(name, call) ?? wanted }
    wantedEpochs = wanted
    let (end, overflows) = first.addingReportingOverflow(limit ?? wanted)
    epochs = overflows ? wanted : min(wanted, end)
    let flow = call["x"]?.asObject(ImageFlow.self)
    let size = try Self.batchSize("batch_size", call, or: 32)
    batchSize = flow?.batchSize ?? size
    shufflesBatches = try call.bool("shuffle", or: true)
    shuffle = flow == nil && shufflesBatches
    verbose = try Self.verbosity(call)
    steps = try Self.steps("steps_per_epoch", call)
    validationSteps = try Self.steps("validation_steps", call)
    let judges = call.given("validation_data")?.asObject(ImageFlow.self)
    let judged = try Self.batchSize("validation_batch_size", call, or: batchSize)
    validationBatchSize = judges?.batchSize ?? judged
    let frequency = call.given("validation_freq") ?? .int(1)
    validation = try Self.validation(frequency, call)
  }

  /// The numbers of the fit for the engine.
  ///
  /// - Parameter asksBatches: whether batches of validation matter: to several outputs, and to callbacks that hear of
  ///   them.
  func plan(
    _ course: BatchCourse, epochsDone: Int, asksBatches: Bool, isValidated: Bool,
    _ session: KerasSession
  ) -> FitPlan {
    FitPlan(
      epochs: max(epochs - initialEpoch, 0), firstEpoch: initialEpoch, epochsDone: epochsDone,
      batchSize: batchSize, validationBatchSize: asksBatches ? validationBatchSize : nil,
      shuffle: shuffle, seed: session.seed, threads: session.host.threads,
      course: steps == nil ? nil : course, validation: isValidated ? validation : nil,
      goesOn: true)
  }

  /// A number of epochs, which Keras hands to `range`.
  private static func epochs(_ name: String, _ call: Call) throws(PyError) -> Int? {
    guard let value = call[name] else { return nil }
    if name == "nb_epoch", case .none = value { return nil }
    if let number = value.smallInt { return number }
    throw call.error(
      "TypeError",
      "'\(call.machine.typeName(value))' object cannot be interpreted as an integer")
  }

  /// How many samples a batch has; as in Keras 0 is none given.
  static func batchSize(_ name: String, _ call: Call, or fallback: Int) throws(PyError) -> Int {
    try checkKind(name, call)
    let given = try call.int(name, or: fallback)
    let size = given == 0 ? fallback : given
    guard size > 0 else {
      throw call.error("ValueError", "\(name) must be at least 1, not \(size)")
    }
    return size
  }

  /// Refuses texts and fractions with the words of the Python and the TensorFlow below Keras.
  private static func checkKind(_ name: String, _ call: Call) throws(PyError) {
    guard let value = call.given(name), value.smallInt == nil else { return }
    switch value.plain {
    case .string:
      throw call.error("TypeError", "unsupported operand type(s) for /: 'int' and 'str'")
    case .float:
      let text = try call.machine.repr(value)
      throw call.error(
        "TypeError",
        "Expected int32 passed to parameter 'size' of op 'Slice', got [\(text)] of type 'list' instead. Error: Expected int32, but got \(text) of type '\(call.machine.typeName(value))'."
      )
    default: break
    }
  }

  /// A number of batches; as in Keras 0 is none given.
  static func steps(_ name: String, _ call: Call) throws(PyError) -> Int? {
    guard let steps = try call.int(name), steps != 0 else { return nil }
    guard steps > 0 else {
      throw call.error("ValueError", "\(name) must be a positive number of batches, not \(steps)")
    }
    return steps
  }

  /// Every so many epochs, or those that are listed.
  private static func validation(
    _ value: Value, _ call: Call
  ) throws(PyError) -> ValidationRule {
    if let number = value.smallInt {
      guard number != 0 else { throw call.error("ZeroDivisionError", "integer modulo by zero") }
      return .every(number)
    }
    var epochs: Set<Int> = []
    for item in try call.machine.array(value) {
      epochs.insert(try call.machine.integer(item, "validation_freq"))
    }
    return .listed(epochs)
  }

  /// `'auto'` is 1; other texts are what no mode has, and show the epochs alone.
  static func verbosity(_ call: Call) throws(PyError) -> Int {
    guard let value = call.given("verbose") else { return 1 }
    if case .string(let text) = value { return text == "auto" ? 1 : 3 }
    return try call.machine.integer(value, "verbose")
  }
}
