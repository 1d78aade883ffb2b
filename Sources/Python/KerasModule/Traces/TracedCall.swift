internal import PythonRuntime
internal import Networks
internal import Arrays

/// A call of one of the functions of tensors, under any of its names, with a traced tensor.
struct TracedCall {
  private let call: Call
  private let trace: FormulaTrace

  /// Nil where no argument is traced.
  init?(_ call: Call) {
    let operands = Self.first + Self.second + Self.third
    guard operands.contains(where: { call[$0]?.asObject(TracedTensor.self) != nil }) else {
      return nil
    }
    self.call = call
    trace = FormulaTrace(call.machine)
  }

  // The names that Keras, its backend and TensorFlow give to arguments.
  private static let first = ["x", "x1", "t", "input_tensor", "input", "condition"]
  private static let second = ["x2", "y", "a", "x_min", "min_value", "clip_value_min"]
  private static let third = ["x_max", "max_value", "clip_value_max"]

  /// What the function gives.
  ///
  /// - Throws: `NotImplementedError` for functions that formulas don't have.
  func value() throws(PyError) -> Value {
    let name = call.name.hasPrefix("reduce_") ? String(call.name.dropFirst(7)) : call.name
    if name == "where" { return try choice() }
    let x = argument(Self.first)
    if let function = Self.binary[name] {
      return try trace.binary(function, x, argument(Self.second))
    }
    guard let tensor: TracedTensor = x.asObject() else { throw refusal() }
    if name == "clip" || name == "clip_by_value" { return try clipped(x) }
    if let function = Self.unary[name] { return try trace.unary(function, tensor) }
    if let kind = SampleFormula.Reduction(rawValue: name) { return try reduced(kind, tensor) }
    guard name == "cast", try isFloating() else { throw refusal() }
    return x
  }

  private static let unary: [String: SampleFormula.Unary] = [
    "abs": .abs, "absolute": .abs, "square": .square, "sqrt": .sqrt, "exp": .exp, "log": .log,
    "log1p": .log1p, "expm1": .expm1, "tanh": .tanh, "sign": .sign, "floor": .floor,
    "ceil": .ceil, "round": .round, "negative": .negative, "logical_not": .not,
  ]

  private static let binary: [String: SampleFormula.Binary] = [
    "add": .add, "subtract": .subtract, "multiply": .multiply, "divide": .divide,
    "true_divide": .divide, "truediv": .divide, "power": .power, "pow": .power,
    "maximum": .maximum, "minimum": .minimum, "less": .less, "less_equal": .lessOrEqual,
    "greater": .greater, "greater_equal": .greaterOrEqual, "equal": .equal,
    "not_equal": .notEqual, "logical_and": .and, "logical_or": .or,
  ]

  private func argument(_ names: [String]) -> Value {
    names.lazy.compactMap { call[$0] }.first ?? .none
  }

  private func choice() throws(PyError) -> Value {
    let (first, second) = (call["x1"] ?? call["x"], call["x2"] ?? call["y"])
    return try trace.choice(call.required("condition"), first ?? .none, second ?? .none)
  }

  private func clipped(_ x: Value) throws(PyError) -> Value {
    let raised = try trace.binary(.maximum, x, argument(Self.second))
    return try trace.binary(.minimum, raised, argument(Self.third))
  }

  private func reduced(
    _ kind: SampleFormula.Reduction, _ x: TracedTensor
  ) throws(PyError) -> Value {
    if let axis = call.given("axis"), axis.smallInt == nil {
      throw call.unsupported("axis", axis)
    }
    var keeps = false
    if call.has("keepdims") { keeps = try call.bool("keepdims", or: false) }
    return try trace.reduced(kind, x, axis: call.int("axis"), keepsAxes: keeps)
  }

  /// Whether numbers stay what they are.
  private func isFloating() throws(PyError) -> Bool {
    if call.given("dtype")?.asObject(TracedTensor.self) != nil { return true }
    guard let dtype = try TensorCall(call).dtype() else { return true }
    return dtype.isFloating
  }

  private func refusal() -> PyError { TracedTensor.refusal("\(call.name)()", call.machine) }
}
