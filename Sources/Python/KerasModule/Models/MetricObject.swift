internal import PythonRuntime

/// A metric that a compiled model keeps, by its name.
final class MetricObject: HostObject {
  private let name: String
  private let kind: TypeObject

  private init(_ name: String, _ kind: TypeObject) { (self.name, self.kind) = (name, kind) }

  /// What Keras keeps for a compiled model: the mean loss, all metrics as one, and once it was used the
  /// losses of several outputs.
  static func list(_ compiled: CompiledModel, isUsed: Bool) -> [MetricObject] {
    let trained = compiled.outputs.filter { $0.loss != nil }
    let outputs =
      isUsed && trained.count > 1 ? trained.map { MetricObject("\($0.name)_loss", mean) } : []
    let all = compiled.hasMetrics ? [MetricObject("compile_metrics", metrics)] : []
    return [MetricObject("loss", mean)] + all + outputs
  }

  override var hostType: TypeObject { kind }
  override func repr(_ machine: Machine) -> String { "<\(kind.name) name=\(name)>" }
  override func property(_ name: String, _ machine: Machine) -> Value? {
    name == "name" ? .string(self.name) : nil
  }

  private static let mean = SharedType(
    "Mean", module: "keras.src.metrics.reduction_metrics", properties: ["name"])
  private static let metrics = SharedType(
    "CompileMetrics", module: "keras.src.trainers.compile_utils", properties: ["name"])
}
