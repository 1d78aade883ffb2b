internal import PythonRuntime
internal import Arrays

/// `keras.metrics.Mean` and `Sum`: of whatever numbers a program gives.
final class NumberMetric: HostObject {
  private let name: String
  private let isMean: Bool
  private var sum: Float = 0
  private var count: Float = 0

  private init(_ name: String, isMean: Bool) { (self.name, self.isMean) = (name, isMean) }

  override var hostType: TypeObject { isMean ? Self.mean : Self.sum }
  override func repr(_ machine: Machine) -> String { "<\(isMean ? "Mean" : "Sum") name=\(name)>" }
  override func property(_ name: String, _ machine: Machine) -> Value? {
    name == "name" ? .string(self.name) : nil
  }
  override func isCallable(_ machine: Machine) -> Bool { true }

  override func call(_ arguments: Arguments, _ machine: Machine) throws(PyError) -> Value {
    let method = try machine.attribute(.object(self), "update_state")
    _ = try machine.call(method, arguments)
    return result(machine)
  }

  private func result(_ machine: Machine) -> Value {
    let value = isMean ? (count == 0 ? 0 : sum / count) : sum
    return EagerTensor.value(
      NumericArray(scalar: .real(Double(value)), dtype: .float32), machine)
  }

  private func update(_ call: Call) throws(PyError) {
    let array = try KerasTensors.array(call.required("values"), call.machine)
    let values = array.floats()
    guard let given = call.given("sample_weight") else {
      let samples = array.shape.first ?? 1
      sum += sums(values, of: samples).reduce(0, +)
      count += Float(samples)
      return
    }
    let weighed = try KerasTensors.array(given, call.machine)
    let weights = weighed.floats()
    guard !weights.isEmpty, values.count % weights.count == 0 else {
      throw call.error("ValueError", "sample_weight doesn't fit the shape of values")
    }
    // Several weights of a sample count as their mean.
    let each = isMean ? Float(weights.count / max(weighed.shape.first ?? 1, 1)) : 1
    sum += zip(sums(values, of: weights.count), weights).reduce(0) { $0 + $1.0 * $1.1 } / each
    count += weights.reduce(0, +) / each
  }

  /// The mean of each part, or its sum.
  private func sums(_ values: [Float], of parts: Int) -> [Float] {
    let size = values.count / max(parts, 1)
    guard size != 1 else { return values }
    return (0..<parts).map { part in
      let sum = values[part * size..<(part + 1) * size].reduce(0, +)
      return isMean ? sum / Float(size) : sum
    }
  }

  private static var methods: [Method] {
    [
      .method("update_state", "values, sample_weight=None") {
        (metric: NumberMetric, call) throws(PyError) in
        try metric.update(call)
        return .none
      },
      .method("result") { (metric: NumberMetric, call) throws(PyError) in
        metric.result(call.machine)
      },
    ]
      + ["reset_state", "reset_states"].map { name in
        .method(name) { (metric: NumberMetric, _) throws(PyError) in
          (metric.sum, metric.count) = (0, 0)
          return .none
        }
      }
  }

  private static func type(_ name: String) -> SharedType {
    SharedType(
      name, module: "keras.src.metrics", "name=None, dtype=None", properties: ["name"],
      methods: methods
    ) { call throws(PyError) in
      .object(
        NumberMetric(try call.string("name") ?? name.lowercased(), isMean: name == "Mean"))
    }
  }

  private static let mean = type("Mean")
  private static let sum = type("Sum")

  static var members: [String: Value] { ["Mean": .object(mean), "Sum": .object(sum)] }
}
