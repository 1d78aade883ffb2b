internal import PythonRuntime
internal import Networks

/// A loss or a metric that is a function of the program, called once without numbers to see what it computes.
struct TracedFunction {
  /// Keras' name of it: the function's own in small letters.
  let name: String
  /// Whether it gives one number for a whole batch, so that samples have none to be weighed.
  var isOfBatch: Bool { tensor.extent == .batch }
  private let tensor: TracedTensor
  private let machine: Machine

  /// Nil for what is no function of the program.
  init?(_ value: Value, _ machine: Machine) throws(PyError) {
    guard machine.typeName(value) == "function" else { return nil }
    self.machine = machine
    let own = try machine.str(machine.attribute(value, "__name__"))
    name = SnakeCase.of(own.filter { $0.isLetter || $0.isNumber || $0 == "_" })
    let given = [TracedTensor(.target, .row), TracedTensor(.output, .row)]
    let result = try machine.call(value, Arguments(given.map { .object($0) }))
    guard let traced: TracedTensor = result.asObject() else {
      throw TracedTensor.refusal("the value of \(own)(y_true, y_pred)", machine)
    }
    tensor = traced
  }

  /// The loss that it is.
  ///
  /// - Throws: `NotImplementedError` where the outputs can't move it.
  func loss() throws(PyError) -> any Loss {
    if let builtIn = tensor.builtIn {
      do throws(ArgumentError) {
        return try LossCatalog.make(.call(builtIn))
      } catch {
        throw KerasArguments.error(error, machine)
      }
    }
    guard tensor.formula.hasSlope else {
      throw TracedTensor.refusal("the loss \(name), which has no gradient,", machine)
    }
    return FormulaLoss(tensor.formula)
  }

  /// The metric that it is.
  ///
  /// - Throws: `NotImplementedError` for one number a batch, which Keras averages over batches.
  func metric() throws(PyError) -> any Metric {
    if tensor.extent == .batch {
      throw TracedTensor.refusal(
        "the metric \(name), one number for a whole batch (axis=-1 gives one for each sample),",
        machine)
    }
    guard let builtIn = tensor.builtIn else { return FormulaMetric(tensor.formula) }
    do throws(ArgumentError) {
      return try MetricCatalog.make(.call(builtIn))
    } catch {
      throw KerasArguments.error(error, machine)
    }
  }
}
