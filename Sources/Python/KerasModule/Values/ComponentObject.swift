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
  private let body: ((Call) throws(PyError) -> Value)?
  /// The name that a program gave.
  let name: String?
  /// That name, or Keras' own.
  let title: String
  /// The model that was compiled with the optimizer last.
  weak var owner: ModelObject?
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
      return self == .optimizer ? KerasSession.of(call.machine).name(for: stem) : stem
    }
  }

  init(
    _ type: TypeObject, _ call: ArgumentCall, name: String? = nil, title: String, kind: Kind,
    body: ((Call) throws(PyError) -> Value)? = nil
  ) {
    own = type
    self.call = call
    self.name = name
    self.title = title
    self.kind = kind
    self.body = body
  }

  deinit { LettingGo.hold((call, body)) }

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
    let function = BuiltinFunction(own.name, "y_true, y_pred, sample_weight=None", body)
    return try function.call(arguments, machine)
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

  /// The learning rate as a number of single precision really is.
  var exactRate: Double? {
    (try? OptimizerCatalog.make(.call(call))).map { Double($0.learningRate) }
  }

  /// The learning rate, where the component is an optimizer.
  var learningRate: Double? {
    get { (try? OptimizerCatalog.make(.call(call)))?.learningRate.decimal }
    set {
      guard let newValue else { return }
      let others = call.keywords.filter { !["learning_rate", "lr"].contains($0.name) }
      call = ArgumentCall(
        call.name, keywords: others + [.init("learning_rate", .double(newValue))])
    }
  }

  override func property(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    switch name {
    case "learning_rate", "lr":
      guard let rate = learningRate else { return nil }
      return .object(
        VariableObject("\(title)/learning_rate", rate: rate) { [self] in learningRate = $0 })
    case "iterations" where kind == .optimizer:
      let step = NumericArray(scalar: .int(owner?.optimizerState?.step ?? 0), dtype: .int64)
      return .object(VariableObject("\(title)/iteration", step))
    case "name": return .string(title)
    default: return nil
    }
  }

  override func setAttribute(
    _ name: String, _ value: Value, _ machine: Machine
  ) throws(PyError) -> Bool {
    guard ["learning_rate", "lr"].contains(name), learningRate != nil else { return false }
    learningRate = try machine.number(value, name)
    return true
  }
}
