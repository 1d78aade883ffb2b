internal import PythonRuntime

/// A path of a saved model or of saved weights, with what Keras asks of its ending.
struct SavedPath {
  /// What is saved under a path.
  enum Form { case model, weights }

  let text: String
  let form: Form
  /// Whether the optimizer's state is kept as well.
  private(set) var keepsOptimizer = true

  /// The path of a callback, which looked at its ending before.
  init(_ text: String, _ form: Form) { (self.text, self.form) = (text, form) }

  /// The `filepath` of a call that saves.
  ///
  /// - Throws: Keras' `ValueError` for endings that it doesn't write.
  init(_ call: Call, _ form: Form) throws(PyError) {
    self.init(try call.string("filepath") ?? "", form)
    if call.has("include_optimizer") {
      keepsOptimizer = try call.bool("include_optimizer", or: true)
    }
    switch form {
    case .model where !isModel: throw try Self.refusal(text, call)
    case .weights where !text.hasSuffix(".weights.h5"):
      throw call.error(
        "ValueError", "The filename must end in `.weights.h5`. Received: filepath=\(text)")
    default: break
    }
  }

  /// The `filepath` of a call that reads weights.
  ///
  /// - Throws: Keras' `ValueError` for endings that it doesn't read and for `by_name`.
  init(weightsOf call: Call) throws(PyError) {
    self.init(try call.string("filepath") ?? "", .weights)
    guard isModel else {
      throw call.error(
        "ValueError",
        "File format not supported: filepath=\(text). Keras 3 only supports V3 `.keras` files, `.weights.h5` files, legacy H5 format files (`.h5` extension), or Orbax checkpoints."
      )
    }
    guard try call.bool("by_name", or: false) else { return }
    if text.hasSuffix(".keras") || text.hasSuffix(".weights.h5") {
      throw call.error(
        "ValueError",
        "`by_name` only supports loading legacy '.h5' or '.hdf5' files. Received: \(text)")
    }
    throw call.unsupported("by_name", .bool(true))
  }

  /// The `filepath` of `load_model`.
  ///
  /// - Throws: Keras' `ValueError` for endings that it doesn't read.
  init(modelOf call: Call) throws(PyError) {
    self.init(try call.string("filepath") ?? "", .model)
    guard isModel else {
      throw call.error(
        "ValueError",
        "File format not supported: filepath=\(text). Keras 3 only supports V3 `.keras` files, legacy H5 format files (`.h5` extension). Note that the legacy SavedModel format is not supported by `load_model()` in Keras 3. In order to reload a TensorFlow SavedModel as an inference-only layer in Keras 3, use `keras.layers.TFSMLayer(\(text), call_endpoint='serving_default')` (note that your `call_endpoint` might have a different name)."
      )
    }
  }

  /// Whether the ending is one of files of whole models.
  private var isModel: Bool { [".keras", ".h5", ".hdf5"].contains(where: text.hasSuffix) }

  private static func refusal(_ path: String, _ call: Call) throws(PyError) -> PyError {
    if call.has("save_format"), let format = call.given("save_format") {
      return call.error(
        "ValueError",
        "The `save_format` argument is deprecated in Keras 3. Please remove this argument and pass a file path with either `.keras` or `.h5` extension.Received: save_format=\(try call.machine.str(format))"
      )
    }
    return call.error(
      "ValueError",
      "Invalid filepath extension for saving. Please add either a `.keras` extension for the native Keras format (recommended) or a `.h5` extension. Use `model.export(filepath)` if you want to export a SavedModel for use with TFLite/TFServing/etc. Received: filepath=\(path)."
    )
  }

  /// What was saved under the path.
  ///
  /// - Throws: Keras' exception where there is nothing, with a line about what is read here.
  func saved(_ session: KerasSession, _ call: Call) throws(PyError) -> SavedModel {
    if let saved = session.saved[text] {
      guard form == .model, saved.model == nil else { return saved }
      throw call.error("ValueError", "No model config found in the file at \(text).")
    }
    let note = "\nCaderno keeps saved models in memory, and loads what was saved in the same run."
    guard text.hasSuffix(".keras") else {
      throw call.error(
        "FileNotFoundError",
        "[Errno 2] Unable to synchronously open file (unable to open file: name = '\(text)', errno = 2, error message = 'No such file or directory', flags = 0, o_flags = 0)\(note)"
      )
    }
    guard form == .model else {
      throw call.error(
        "FileNotFoundError", "[Errno 2] No such file or directory: '\(text)'\(note)")
    }
    throw call.error(
      "ValueError",
      "File not found: filepath=\(text). Please ensure the file is an accessible `.keras` zip file.\(note)"
    )
  }
}
