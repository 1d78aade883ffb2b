internal import PythonRuntime
internal import Networks

/// What `get_config()` of an optimizer gives.
struct OptimizerConfig {
  private let optimizer: ComponentObject
  private let making: ConfigMaking

  init(_ optimizer: ComponentObject, _ machine: Machine) {
    self.optimizer = optimizer
    making = ConfigMaking(machine: machine)
  }

  func value() throws(PyError) -> Value {
    guard let made = try? OptimizerCatalog.make(.call(optimizer.call)),
      let bound = try? type(of: made).signature.bind(optimizer.call)
    else { return .none }
    func given(_ name: String) -> Value {
      guard let value = bound[name] else { return .none }
      if case .list(let items) = value { return .object(ListObject(items.map { Value($0) })) }
      return Value(value)
    }
    var entries: [(name: String, value: Value)] = [
      ("name", .string(optimizer.title)), ("learning_rate", try rate(bound)),
      ("weight_decay", given("weight_decay")), ("clipnorm", given("clipnorm")),
      ("global_clipnorm", given("global_clipnorm")), ("clipvalue", given("clipvalue")),
      ("use_ema", given("use_ema")), ("ema_momentum", given("ema_momentum")),
      ("ema_overwrite_frequency", given("ema_overwrite_frequency")), ("loss_scale_factor", .none),
      ("gradient_accumulation_steps", .none),
    ]
    for name in Self.keys[type(of: made).signature.name] ?? [] {
      entries.append((name, given(name)))
    }
    return try making.dict(entries)
  }

  /// What each optimizer has beside what all have, in Keras' order.
  private static let keys: [String: [String]] = [
    "SGD": ["momentum", "nesterov"], "RMSprop": ["rho", "momentum", "epsilon", "centered"],
    "Adam": ["beta_1", "beta_2", "epsilon", "amsgrad"],
    "AdamW": ["beta_1", "beta_2", "epsilon", "amsgrad"],
    "Adamax": ["beta_1", "beta_2", "epsilon"], "Nadam": ["beta_1", "beta_2", "epsilon"],
    "Adagrad": ["initial_accumulator_value", "epsilon"], "Adadelta": ["rho", "epsilon"],
    "Lion": ["beta_1", "beta_2"],
    "Ftrl": [
      "learning_rate_power", "initial_accumulator_value", "l1_regularization_strength",
      "l2_regularization_strength", "l2_shrinkage_regularization_strength", "beta",
    ],
    "Lamb": ["beta_1", "beta_2", "epsilon"],
    "Muon": [
      "adam_beta_1", "adam_beta_2", "epsilon", "exclude_layers", "muon_a", "muon_b", "muon_c",
      "adam_lr_ratio", "momentum", "ns_steps", "nesterov", "exclude_embeddings",
      "adam_weight_decay", "rms_rate",
    ],
  ]

  /// The rate in single precision, or its schedule.
  private func rate(_ bound: BoundArguments) throws(PyError) -> Value {
    guard case .call(let call)? = bound["learning_rate"],
      let type = ScheduleCatalog.all.first(where: { $0.signature.name == call.name }),
      let arguments = try? type.signature.bind(call)
    else {
      return .float(optimizer.learningRate ?? 0)
    }
    var entries: [(name: String, value: Value)] = []
    for parameter in type.signature.parameters where parameter.name != "name" {
      entries.append((parameter.name, arguments[parameter.name].map { Value($0) } ?? .none))
    }
    return try making.object(
      "keras.optimizers.schedules", call.name,
      try making.dict(entries + [("name", .string(call.name))]))
  }
}
