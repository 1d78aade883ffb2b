internal import PythonRuntime

/// What asks for hardware: there is one processor, and no graphics card.
enum DeviceList {
  /// `tensorflow.python.client.device_lib`.
  static var members: [String: Value] {
    KerasLibrary.members(of: [
      BuiltinFunction("list_local_devices", "session_config=None") { _ in
        .object(ListObject([.object(DeviceObject(isLocal: true))]))
      }
    ])
  }

  /// `tf.config.list_physical_devices` and its like.
  static func listing(_ name: String) -> BuiltinFunction {
    BuiltinFunction(name, "device_type=None") { call throws(PyError) in
      let kind = try call.string("device_type") ?? "CPU"
      return .object(ListObject(kind == "CPU" ? [.object(DeviceObject(isLocal: false))] : []))
    }
  }

  /// `tensorflow.test`.
  static var testing: [String: Value] {
    KerasLibrary.members(
      of: [
        BuiltinFunction("is_gpu_available", "cuda_only=False, min_cuda_compute_capability=None") {
          _ in .bool(false)
        },
        BuiltinFunction("gpu_device_name", "") { _ in .string("") },
        BuiltinFunction("is_built_with_cuda", "") { _ in .bool(false) },
        BuiltinFunction("is_built_with_gpu_support", "") { _ in .bool(false) },
      ])
  }
}

/// The processor, as TensorFlow names it.
final class DeviceObject: HostObject {
  private let isLocal: Bool
  init(isLocal: Bool) { self.isLocal = isLocal }

  override var hostType: TypeObject { Self.deviceType }

  /// Numbers that differ from run to run are left out.
  override func repr(_ machine: Machine) -> String {
    isLocal
      ? "name: \"/device:CPU:0\"\ndevice_type: \"CPU\"\nmemory_limit: 268435456\nlocality {\n}\nxla_global_id: -1\n"
      : "PhysicalDevice(name='/physical_device:CPU:0', device_type='CPU')"
  }

  override func property(_ name: String, _ machine: Machine) -> Value? {
    switch name {
    case "name": .string(isLocal ? "/device:CPU:0" : "/physical_device:CPU:0")
    case "device_type": .string("CPU")
    case "memory_limit" where isLocal: .int(268_435_456)
    case "physical_device_desc" where isLocal: .string("")
    default: nil
    }
  }

  private static let deviceType = SharedType(
    "Device", module: "tensorflow",
    properties: ["name", "device_type", "memory_limit", "physical_device_desc"])
}
