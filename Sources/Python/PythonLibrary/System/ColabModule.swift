internal import PythonRuntime

/// `google.colab`: there is no drive and no browser, so nothing is mounted and nothing leaves.
enum ColabModule {
  static var drive: [String: Value] {
    PythonRuntime.members([
      BuiltinFunction("mount", "mountpoint, force_remount=False, timeout_ms=120000, readonly=False")
      {
        call throws(PyError) in
        try call.machine.emit("(Caderno mounts no drive: there are no files.)\n")
        return .none
      },
      BuiltinFunction("flush_and_unmount", "timeout_ms=120000") { _ in .none },
    ])
  }

  static var files: [String: Value] {
    PythonRuntime.members([
      BuiltinFunction("download", "filename") { call throws(PyError) in
        try call.machine.emit(
          "(Caderno downloads nothing: \(try call.string("filename") ?? "") stays here.)\n")
        return .none
      },
      BuiltinFunction("upload", "") { call throws(PyError) in
        throw call.error("NotImplementedError", "upload() is not supported by Caderno")
      },
    ])
  }
}
