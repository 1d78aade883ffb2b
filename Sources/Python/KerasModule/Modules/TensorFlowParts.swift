internal import NumPyModule
internal import PythonRuntime
internal import Arrays
internal import NumPy

/// What lessons use of `tensorflow` beside Keras; its tensors are NumPy's arrays here.
struct TensorFlowParts {
  let session: KerasSession
  let machine: Machine

  var modules: [String: [String: Value]] {
    [
      "tensorflow": root, "tensorflow.nn": forgetful, "tensorflow.random": random,
      "tensorflow.math": math, "tensorflow.config": config,
      "tensorflow.config.experimental": config, "tensorflow.config.threading": threading,
      "tensorflow.compat": [:],
      "tensorflow.compat.v1": versionOne,
      "tensorflow.test": DeviceList.testing,
      "tensorflow.version": ["VERSION": .string(Self.version)],
      "tensorflow.python": [:], "tensorflow.python.client": [:],
      "tensorflow.python.client.device_lib": DeviceList.members,
      "tensorflow.optimizers": machine.modules["tensorflow.keras.optimizers"]?.members ?? [:],
      "tensorflow.losses": machine.modules["tensorflow.keras.losses"]?.members ?? [:],
      "tensorflow.metrics": machine.modules["tensorflow.keras.metrics"]?.members ?? [:],
      "tensorflow.initializers": machine.modules["tensorflow.keras.initializers"]?.members ?? [:],
    ]
  }

  /// What lessons ask of TensorFlow 1's names that means the same now; graphs with sessions are not there.
  private var versionOne: [String: Value] {
    let eager = BuiltinFunction("enable_eager_execution", "") { _ in .none }
    let names = ["set_random_seed", "executing_eagerly", "get_logger"]
    return KerasLibrary.members(of: [eager], ["logging": .object(logging)])
      .merging(root.filter { names.contains($0.key) }) { own, _ in own }
  }

  private static let version = "2.21.0"

  private var root: [String: Value] {
    var all = KerasLibrary.members(of: [
      seed("set_random_seed"),
      BuiltinFunction("executing_eagerly", "") { _ in .bool(true) },
      BuiltinFunction("get_logger", "") { [logging] _ in .object(logging) },
    ])
    for function in functions.root where !Self.mathOnly.contains(function.name) {
      all[function.name] = .object(function)
    }
    for name in ["sigmoid", "tanh"] { all[name] = forgetful[name] }
    all["__version__"] = .string(Self.version)
    all["VERSION"] = .string(Self.version)
    all["newaxis"] = Value.none
    return all
  }

  private var functions: TensorFunctions { TensorFunctions(session: session) }

  /// Names that stand in `tf.math` only.
  private static let mathOnly: Set<String> = [
    "log", "log1p", "expm1", "ceil", "mod", "floordiv", "reduce_std", "reduce_variance",
  ]

  private var activations: [String: Value] {
    machine.modules["tensorflow.keras.activations"]?.members ?? [:]
  }

  /// TensorFlow's own activations, whose tensors remember no logits.
  private var forgetful: [String: Value] {
    activations.mapValues { value in
      guard let function: BuiltinFunction = value.asObject() else { return value }
      return .object(
        function.mapped { result, _, _ in
          result.asObject(EagerTensor.self).map { .object($0.forgetful) } ?? result
        })
    }
  }

  private var random: [String: Value] {
    KerasLibrary.members(of: [seed("set_seed")] + functions.random)
  }

  private func seed(_ name: String) -> BuiltinFunction {
    BuiltinFunction(name, "seed") { [session] call throws(PyError) in
      session.begin(with: try call.int("seed", or: 0))
      return .none
    }
  }

  private var math: [String: Value] {
    var all = KerasLibrary.members(of: [
      BuiltinFunction("confusion_matrix", "labels, predictions, num_classes=None") {
        call throws(PyError) in
        let labels = try KerasTensors.array(call.required("labels"), call.machine).integers()
        let said = try KerasTensors.array(call.required("predictions"), call.machine).integers()
        return try ConfusionCount.value(
          labels, said, try call.int("num_classes"), call)
      }
    ])
    for function in functions.root { all[function.name] = .object(function) }
    for name in ["sigmoid", "tanh", "softplus"] { all[name] = forgetful[name] }
    return all
  }

  /// What asks for or sets up hardware: there is none to be set up.
  private var config: [String: Value] {
    KerasLibrary.members(
      of: ["list_physical_devices", "list_logical_devices"].map(DeviceList.listing)
        + [
          "set_memory_growth", "run_functions_eagerly", "enable_op_determinism",
          "set_visible_devices", "set_soft_device_placement",
        ].map(quiet))
  }

  /// How many threads work is the host's to say.
  private var threading: [String: Value] {
    KerasLibrary.members(
      of: ["set_inter_op_parallelism_threads", "set_intra_op_parallelism_threads"].map(quiet))
  }

  private func quiet(_ name: String) -> BuiltinFunction {
    BuiltinFunction(name, "*args, **kwargs") { _ in .none }
  }

  private var logging: ModuleObject {
    ModuleObject(
      "tensorflow.compat.v1.logging",
      KerasLibrary.members(
        of: ["set_verbosity", "setLevel", "info", "warn"].map { name in
          BuiltinFunction(name, "*args, **kwargs") { _ in .none }
        }, ["ERROR": .int(40), "INFO": .int(20), "WARN": .int(30), "DEBUG": .int(10)]))
  }
}
