internal import NumPyModule
internal import PythonRuntime
internal import Arrays
internal import Networks
internal import Tensors

/// What the outputs of a model are compared with: a list in the outputs' order, or a dictionary by their names.
struct GivenTargets {
  private let compilation: Compilation
  private let machine: Machine

  init(_ compilation: Compilation, _ machine: Machine) {
    (self.compilation, self.machine) = (compilation, machine)
  }

  /// The array of each output; nil for one that is neither trained nor measured.
  func arrays(_ y: Value) throws(PyError) -> [NumericArray?] {
    guard !compilation.outputs.isEmpty else { return [try array(GivenData.single(y))] }
    var arrays: [NumericArray?] = []
    for (output, value) in zip(compilation.outputs, try values(y)) {
      guard output.loss != nil || !output.metrics.isEmpty else {
        arrays.append(nil)
        continue
      }
      guard let value else { throw machine.error("ValueError", "None values not supported.") }
      arrays.append(try array(value))
    }
    return arrays
  }

  private func array(_ value: Value) throws(PyError) -> NumericArray {
    let array = try KerasTensors.array(value, machine)
    if array.ndim == 0 { throw machine.error("IndexError", "tuple index out of range") }
    return array
  }

  /// What is given for each output; nil for None, and for outputs that aren't trained where only the others are given.
  private func values(_ y: Value) throws(PyError) -> [Value?] {
    let outputs = compilation.outputs
    if let dict: DictObject = y.asObject() {
      var values: [Value?] = []
      for output in outputs {
        let value = try dict.value(.string(output.name), machine)
        if value == nil { throw output.loss == nil ? missing : differs(y) }
        values.append(value.flatMap(\.unlessNone))
      }
      return values
    }
    guard y.asObject(ListObject.self) != nil || y.asObject(TupleObject.self) != nil else {
      throw differs(y)
    }
    var items = try machine.array(y)[...]
    if items.count == outputs.count { return items.map(\.unlessNone) }
    guard items.count == outputs.count(where: { $0.loss != nil }) else { throw differs(y) }
    return outputs.map { $0.loss == nil ? nil : items.popFirst()?.unlessNone }
  }

  private var missing: PyError {
    machine.error(
      "KeyError",
      of: .string(
        "The path: (0,) in the `loss` argument, can't be found in either the model's output (`y_pred`) or in the labels (`y_true`)."
      ))
  }

  private func differs(_ y: Value) -> PyError {
    var form = "*"
    if let dict: DictObject = y.asObject() {
      let parts = dict.pairs.map { "\((try? machine.repr($0.key)) ?? ""): '*'" }
      form = "{\(parts.joined(separator: ", "))}"
    } else if let items = try? machine.array(y), y.asObject(HostObject.self) == nil {
      let stars = items.map { _ in "'*'" }.joined(separator: ", ")
      form = items.count == 1 ? "(\(stars),)" : "(\(stars))"
    }
    let outputs = compilation.outputs.map { _ in "'*'" }.joined(separator: ", ")
    return machine.error(
      "ValueError",
      "y_true and y_pred have different structures.\ny_true: \(form)\ny_pred: [\(outputs)]\n")
  }
}

extension Value {
  /// The value; nil for None.
  var unlessNone: Value? { if case .none = self { nil } else { self } }
}
