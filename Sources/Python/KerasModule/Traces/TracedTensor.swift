internal import NumPyModule
internal import PythonRuntime
internal import Arrays
internal import Networks

/// What a function of the program computes of `y_true` and `y_pred`, before there are numbers.
final class TracedTensor: HostObject, ArrayConvertible {
  /// What the numbers are of.
  enum Extent {
    /// One for every output, or one for each row of outputs where axes were kept.
    case row
    /// One for each row of outputs, whose axis is gone.
    case sample
    /// One for the whole batch.
    case batch
  }

  let formula: SampleFormula
  let extent: Extent
  /// How many steps the formula has; one that is used twice counts twice.
  let size: Int
  /// The loss or metric of Keras' own that was called for it.
  let builtIn: ArgumentCall?

  init(
    _ formula: SampleFormula, _ extent: Extent, size: Int = 1, builtIn: ArgumentCall? = nil
  ) {
    self.formula = formula
    self.extent = extent
    self.size = size
    self.builtIn = builtIn
  }

  override var hostType: TypeObject { Self.tracedType }
  var takesOperations: Bool { true }

  private static let tracedType = SharedType(
    "SymbolicTensor", module: "tensorflow.python.framework.ops")

  func asArray(_ machine: Machine) throws(PyError) -> NumericArray {
    throw Self.refusal("this function of y_true and y_pred", machine)
  }

  override func property(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    throw Self.refusal("the attribute \(name) of y_true and y_pred", machine)
  }

  override func isTrue(_ machine: Machine) throws(PyError) -> Bool {
    throw Self.refusal("a decision on y_true and y_pred", machine)
  }

  override func item(_ index: Value, _ machine: Machine) throws(PyError) -> Value {
    throw Self.refusal("a part of y_true and y_pred", machine)
  }

  override func unary(_ symbol: String, _ machine: Machine) throws(PyError) -> Value? {
    switch symbol {
    case "-": try FormulaTrace(machine).unary(.negative, self)
    case "abs": try FormulaTrace(machine).unary(.abs, self)
    case "~": try FormulaTrace(machine).unary(.not, self)
    default: nil
    }
  }

  override func isEqual(_ other: Value, _ machine: Machine) throws(PyError) -> Bool? {
    throw Self.refusal("a decision on y_true and y_pred", machine)
  }

  override func binary(
    _ operation: Operation, _ other: Value, reflected: Bool, _ machine: Machine
  ) throws(PyError) -> Value? {
    guard let function = Self.functions[operation] else { return nil }
    let (first, second) = reflected ? (other, Value.object(self)) : (.object(self), other)
    return try FormulaTrace(machine).binary(function, first, second)
  }

  private static let functions: [Operation: SampleFormula.Binary] = [
    .add: .add, .subtract: .subtract, .multiply: .multiply, .divide: .divide, .power: .power,
    .less: .less, .lessOrEqual: .lessOrEqual, .greater: .greater,
    .greaterOrEqual: .greaterOrEqual, .equal: .equal, .notEqual: .notEqual, .bitAnd: .and,
    .bitOr: .or,
  ]

  /// The error for what a loss or a metric of the program's own can't do here.
  static func refusal(_ what: String, _ machine: Machine) -> PyError {
    machine.error(
      "NotImplementedError",
      "\(what) is not supported by Caderno in losses and metrics of the program's own, which are traced as formulas of one row of outputs"
    )
  }
}
