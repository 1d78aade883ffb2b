internal import ArrayCells
internal import Cells
internal import Networks
internal import NumericArrays
internal import NumPyModule

/// An optimizer, loss, metric, initializer or regularizer that a program made.
final class ComponentObject: HostObject {
  private let own: TypeObject
  private(set) var call: ArgumentCall
  /// What a call of the object does; nil where it can't be called.
  private let body: ((Call) throws(PyError) -> Value)?
  let name: String?
  /// Whether it is a metric, which a program can feed itself.
  let isMetric: Bool
  let tally = MetricTally()

  init(
    _ type: TypeObject, _ call: ArgumentCall, name: String? = nil, isMetric: Bool = false,
    body: ((Call) throws(PyError) -> Value)? = nil
  ) {
    own = type
    self.call = call
    self.name = name
    self.isMetric = isMetric
    self.body = body
  }

  override var hostType: TypeObject { own }
  override var isCallable: Bool { body != nil || isMetric }

  override func repr(_ machine: Machine) throws(PyError) -> String {
    isMetric ? "<\(own.name) name=\(name ?? own.name.snake)>" : try super.repr(machine)
  }

  override func call(_ arguments: Arguments, _ machine: Machine) throws(PyError) -> Value {
    if isMetric {
      let update = try machine.attribute(.object(self), "update_state")
      _ = try machine.call(update, arguments)
      return try result(machine)
    }
    guard let body else { return try super.call(arguments, machine) }
    let function = BuiltinFunction(own.name, "y_true, y_pred, sample_weight=None", body)
    return try function.call(arguments, machine)
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
      return .object(VariableObject(rate) { [self] in learningRate = $0 })
    case "name":
      return .string(self.name ?? (isMetric ? own.name.snake : own.name.lowercased()))
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

extension String {
  /// The name of a class as Keras names its objects: `MeanSquaredError` gives `mean_squared_error`.
  var snake: String {
    let letters = Array(self)
    var result = ""
    for (place, letter) in letters.enumerated() {
      let before = place > 0 ? letters[place - 1] : nil
      let behind = place + 1 < letters.count ? letters[place + 1] : nil
      let begins =
        letter.isUppercase
        && (before?.isLowercase == true || (before != nil && behind?.isLowercase == true))
      result += (begins ? "_" : "") + letter.lowercased()
    }
    return result
  }
}

extension Float {
  /// The shortest decimal number that is this one, as Python shows a single-precision number.
  var decimal: Double { Double("\(self)") ?? Double(self) }
}

/// A number that an optimizer keeps, such as its learning rate.
final class VariableObject: HostObject {
  private var value: Double
  private let write: (Double) -> Void

  init(_ value: Double, _ write: @escaping (Double) -> Void) {
    (self.value, self.write) = (value, write)
  }

  override var hostType: TypeObject { Self.variableType }
  override var plainNumber: Value? { .float(value) }
  override func repr(_ machine: Machine) throws(PyError) -> String {
    "<Variable path=learning_rate, shape=(), dtype=float32, value=\(try machine.repr(.float(value)))>"
  }
  override func binary(
    _ operation: Operation, _ other: Value, reflected: Bool, _ machine: Machine
  ) throws(PyError) -> Value? {
    reflected
      ? try machine.binary(operation, other, .float(value))
      : try machine.binary(operation, .float(value), other.plain)
  }

  func assign(_ new: Double) {
    value = new
    write(new)
  }

  nonisolated(unsafe) private static let variableType = TypeObject(
    "Variable", module: "keras.src.backend",
    methods: [
      .method("numpy") { (variable: VariableObject, call) throws(PyError) in
        Value(
          .scalar(NumericArray(scalar: .real(variable.value), dtype: .float32)),
          NumPyCells.session(of: call.machine))
      },
      .method("assign", "value") { (variable: VariableObject, call) throws(PyError) in
        variable.assign(try call.double("value", or: 0))
        return .object(variable)
      },
    ])
}
