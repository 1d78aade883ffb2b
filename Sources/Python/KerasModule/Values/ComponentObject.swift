internal import NumPyModule
internal import PythonRuntime
internal import Networks
internal import Arrays
internal import NumPy

/// An optimizer, loss, metric, initializer or regularizer that a program made.
final class ComponentObject: HostObject {
  private let own: TypeObject
  private(set) var call: ArgumentCall {
    didSet { changes += 1 }
  }
  /// How often the call was changed since it was made.
  private(set) var changes = 0
  /// What a call of the object does; nil where it can't be called.
  private let body: BuiltinFunction?
  /// The name that a program gave.
  let name: String?
  /// That name, or Keras' own.
  let title: String
  /// The model that was compiled with the optimizer last, or trained with it since.
  weak var owner: ModelObject?
  /// What an optimizer keeps for the weights that it was built for.
  var memory = OptimizerMemory()
  private let kind: Kind

  /// What kind of part it is: Keras names and shows each in its own way.
  enum Kind {
    case optimizer, loss, metric, other

    /// - Parameter part: the part of Keras that the class is in.
    init(part: String) {
      self = part == "optimizers" ? .optimizer : part == "metrics" ? .metric : .other
    }

    /// The name that a program gave, or Keras' automatic one.
    func title(_ name: String?, _ type: TypeObject, _ call: Call) -> String {
      if let name { return name }
      let stem = SnakeCase.of(type.name)
      let metric = ComponentKind.metric.type(named: type.name) as? any Metric.Type
      let isNumbered = self == .optimizer || self == .metric && metric?.isNumbered ?? false
      if isNumbered { return KerasSession.of(call.machine).name(for: stem) }
      return self == .metric ? metric?.aliases.first ?? stem : stem
    }
  }

  init(
    _ type: TypeObject, _ call: ArgumentCall, name: String? = nil, title: String, kind: Kind,
    body: BuiltinFunction? = nil
  ) {
    own = type
    self.call = call
    self.name = name
    self.title = title
    self.kind = kind
    self.body = body
  }

  deinit { LettingGo.hold((call, body)) }

  /// Works for a model from now on: what it learned with another one before, it keeps.
  func serve(_ model: ModelObject) {
    if let owner, owner !== model { owner.endEngine(.training) }
    owner = model
  }

  /// Another object of the same arguments.
  var copy: ComponentObject {
    ComponentObject(own, call, name: name, title: title, kind: kind, body: body)
  }

  override func repr(_ machine: Machine) throws(PyError) -> String {
    switch kind {
    case .loss: try LossText.repr(call, machine)
    case .metric: "<\(own.name) name=\(title)>"
    default: try super.repr(machine)
    }
  }

  override var hostType: TypeObject { own }
  override func isCallable(_ machine: Machine) -> Bool { body != nil || isMetric }

  override func call(_ arguments: Arguments, _ machine: Machine) throws(PyError) -> Value {
    guard let body else { return try called(arguments, machine) }
    return try body.call(arguments, machine)
  }

  /// What a metric has been fed with.
  let tally = MetricTally()

  /// A metric that is called is fed and gives its metric.
  private func called(_ arguments: Arguments, _ machine: Machine) throws(PyError) -> Value {
    guard isMetric else { return try super.call(arguments, machine) }
    let update = try machine.attribute(.object(self), "update_state")
    _ = try machine.call(update, arguments)
    return try result(machine)
  }

  private var optimizer: (any Optimizer)? { try? OptimizerCatalog.make(.call(call)) }

  /// The steps that the optimizer has made.
  private var iterations: Int { (owner?.optimizerState ?? memory.whole)?.step ?? 0 }

  /// The learning rate of the next step as the number that single precision really holds, where the
  /// component is an optimizer.
  var learningRate: Double? {
    (optimizer?.settings.learningRate.said(after: iterations)).map { Double($0) }
  }

  /// Puts a number in the place of the learning rate.
  ///
  /// - Throws: Python's `TypeError` where a schedule says the rate.
  func set(learningRate rate: Double, _ machine: Machine) throws(PyError) {
    guard optimizer?.settings.learningRate.schedule == nil else {
      throw machine.error(
        "TypeError",
        "This optimizer was created with a `LearningRateSchedule` object as its `learning_rate` constructor argument, hence its learning rate is not settable. If you need the learning rate to be settable, you should instantiate the optimizer with a float `learning_rate` argument."
      )
    }
    set(learningRate: rate)
  }

  private func set(learningRate rate: Double) {
    let others = call.keywords.filter { !["learning_rate", "lr"].contains($0.name) }
    call = ArgumentCall(call.name, keywords: others + [.init("learning_rate", .double(rate))])
  }

  override func property(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    switch name {
    case "learning_rate", "lr":
      guard let rate = learningRate else { return nil }
      if optimizer?.settings.learningRate.schedule != nil {
        return .object(EagerTensor(NumericArray(scalar: .real(rate), dtype: .float32)))
      }
      return .object(
        VariableObject("\(title)/learning_rate", rate: rate) { [self] in
          set(learningRate: $0)
        })
    case "iterations" where kind == .optimizer:
      let step = NumericArray(scalar: .int(iterations), dtype: .int64)
      return .object(VariableObject("\(title)/iteration", step))
    case "name": return .string(title)
    default: return kind == .other ? argument(name) : nil
    }
  }

  /// An argument of a regularizer's or an initializer's, as it was given or by default.
  private func argument(_ name: String) -> Value? {
    let types: [any Component.Type] =
      RegularizerCatalog.all.map { $0 } + InitializerCatalog.all.map { $0 }
      + ConstraintCatalog.all.map { $0 }
    guard let type = types.first(where: { $0.signature.name == own.name }),
      let bound = try? type.signature.bind(call)
    else { return nil }
    return bound[name].map { Value($0) }
  }

  override func setAttribute(
    _ name: String, _ value: Value, _ machine: Machine
  ) throws(PyError) -> Bool {
    guard ["learning_rate", "lr"].contains(name), learningRate != nil else { return false }
    try set(learningRate: machine.number(value, name), machine)
    return true
  }
}
