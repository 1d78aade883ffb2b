internal import PythonRuntime
internal import Arrays

/// `keras.metrics.Mean` and `Sum`: of whatever numbers a program gives.
final class NumberMetric: HostObject {
  private let name: String
  private let isMean: Bool
  private let tally = MetricTally()
  private var sum: Float = 0

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
    EagerTensor.value(
      NumericArray(scalar: .real(Double(isMean ? tally.mean : sum)), dtype: .float32), machine)
  }

  private static var methods: [Method] {
    [
      .method("update_state", "values, sample_weight=None") {
        (metric: NumberMetric, call) throws(PyError) in
        if let value = call.given("sample_weight") {
          throw call.unsupported("sample_weight", value)
        }
        let values = try KerasTensors.array(call.required("values"), call.machine).floats()
        metric.tally.add(values)
        metric.sum += values.reduce(0, +)
        return .none
      },
      .method("result") { (metric: NumberMetric, call) throws(PyError) in
        metric.result(call.machine)
      },
    ]
      + ["reset_state", "reset_states"].map { name in
        .method(name) { (metric: NumberMetric, _) throws(PyError) in
          metric.tally.reset()
          metric.sum = 0
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
