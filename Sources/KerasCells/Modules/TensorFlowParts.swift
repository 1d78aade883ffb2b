internal import ArrayCells
internal import Cells
internal import NumericArrays
internal import NumPyModule

/// What lessons use of `tensorflow` beside Keras; its tensors are NumPy's arrays here.
struct TensorFlowParts {
  let session: KerasSession
  let machine: Machine

  var modules: [String: [String: Value]] {
    [
      "tensorflow": root, "tensorflow.nn": activations, "tensorflow.random": random,
      "tensorflow.math": math, "tensorflow.config": config,
      "tensorflow.config.experimental": config, "tensorflow.compat": [:],
      "tensorflow.compat.v1": ["logging": .object(logging)],
      "tensorflow.optimizers": machine.modules["tensorflow.keras.optimizers"]?.members ?? [:],
      "tensorflow.losses": machine.modules["tensorflow.keras.losses"]?.members ?? [:],
      "tensorflow.metrics": machine.modules["tensorflow.keras.metrics"]?.members ?? [:],
      "tensorflow.initializers": machine.modules["tensorflow.keras.initializers"]?.members ?? [:],
    ]
  }

  private var root: [String: Value] {
    var all = KerasCells.members(of: [
      seed("set_random_seed"),
      BuiltinFunction("executing_eagerly", "") { _ in .bool(true) },
      BuiltinFunction("get_logger", "") { [logging] _ in .object(logging) },
    ])
    all.merge(arrayFunctions) { first, _ in first }
    all["__version__"] = .string("2.21.0")
    all["VERSION"] = .string("2.21.0")
    all["newaxis"] = Value.none
    for name in ["float32", "float64", "int32", "int64", "uint8", "bool"] {
      all[name] = machine.modules["numpy"]?.members[name]
    }
    return all
  }

  /// Functions of tensors that NumPy has under the same or another name.
  private var arrayFunctions: [String: Value] {
    let names = [
      ("constant", "array"), ("convert_to_tensor", "asarray"), ("argmax", "argmax"),
      ("argmin", "argmin"), ("reshape", "reshape"), ("expand_dims", "expand_dims"),
      ("squeeze", "squeeze"), ("reduce_mean", "mean"), ("reduce_sum", "sum"),
      ("reduce_max", "max"), ("reduce_min", "min"), ("exp", "exp"), ("abs", "abs"),
      ("square", "square"), ("sqrt", "sqrt"), ("zeros", "zeros"), ("ones", "ones"),
      ("concat", "concatenate"), ("stack", "stack"), ("transpose", "transpose"),
      ("matmul", "matmul"), ("where", "where"), ("equal", "equal"), ("range", "arange"),
      ("maximum", "maximum"), ("minimum", "minimum"), ("add", "add"), ("multiply", "multiply"),
    ]
    var all: [String: Value] = [:]
    for (name, own) in names { all[name] = machine.modules["numpy"]?.members[own] }
    all["cast"] = .object(
      BuiltinFunction("cast", "x, dtype, name=None") { call throws(PyError) in
        let array = KerasTensors.value(
          try KerasTensors.array(call.required("x"), call.machine), call.machine)
        let method = try call.machine.attribute(array, "astype")
        return try call.machine.call(method, Arguments([call.required("dtype")]))
      })
    return all
  }

  private var activations: [String: Value] {
    machine.modules["tensorflow.keras.activations"]?.members ?? [:]
  }

  private var random: [String: Value] {
    KerasCells.members(of: [seed("set_seed")])
  }

  private func seed(_ name: String) -> BuiltinFunction {
    BuiltinFunction(name, "seed") { [session] call throws(PyError) in
      session.seed = UInt64(bitPattern: Int64(try call.int("seed", or: 0)))
      return .none
    }
  }

  private var math: [String: Value] {
    var all = KerasCells.members(of: [
      BuiltinFunction("confusion_matrix", "labels, predictions, num_classes=None") {
        call throws(PyError) in
        let labels = try KerasTensors.array(call.required("labels"), call.machine).integers()
        let said = try KerasTensors.array(call.required("predictions"), call.machine).integers()
        return try ConfusionCount.value(
          labels, said, try call.int("num_classes"), call)
      }
    ])
    for name in ["argmax", "exp", "log", "reduce_mean", "reduce_sum", "square", "sqrt"] {
      all[name] = arrayFunctions[name] ?? machine.modules["numpy"]?.members[name]
    }
    return all
  }

  /// What asks for or sets up hardware: there is none to be set up.
  private var config: [String: Value] {
    KerasCells.members(
      of: ["list_physical_devices", "list_logical_devices"].map { name in
        BuiltinFunction(name, "device_type=None") { _ in .object(ListObject([])) }
      }
        + ["set_memory_growth", "run_functions_eagerly", "enable_op_determinism"].map { name in
          BuiltinFunction(name, "*args, **kwargs") { _ in .none }
        })
  }

  private var logging: ModuleObject {
    ModuleObject(
      "tensorflow.compat.v1.logging",
      KerasCells.members(
        of: ["set_verbosity", "setLevel", "info", "warn"].map { name in
          BuiltinFunction(name, "*args, **kwargs") { _ in .none }
        }, ["ERROR": .int(40), "INFO": .int(20), "WARN": .int(30), "DEBUG": .int(10)]))
  }
}
