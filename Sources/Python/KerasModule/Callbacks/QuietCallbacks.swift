internal import PythonRuntime

/// Callbacks that write files for other programs: nothing that a lesson shows depends on them.
enum QuietCallbacks {
  static let tensorBoard = CallbackClass(
    "TensorBoard",
    parameters:
      "log_dir='logs', histogram_freq=0, write_graph=True, write_images=False, write_steps_per_second=False, update_freq='epoch', profile_batch=0, embeddings_freq=0, *, batch_size=None, write_grads=None"
  ) { type, _ in CallbackObject(type) }

  static let csvLogger = CallbackClass(
    "CSVLogger",
    parameters:
      "filename, separator=None, append=False"
  ) { type, _ in CallbackObject(type) }
}
