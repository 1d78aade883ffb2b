internal import PythonRuntime
internal import Networks

/// `load_model` and its like in `keras.models`.
struct StorageModule {
  let session: KerasSession
  let models: [String: Value]

  /// `keras.saving`.
  var saving: [String: Value] {
    let shared = members.filter { ["load_model", "save_model"].contains($0.key) }
    return registering.merging(shared) { own, _ in own }
  }

  /// What names a program's class or function for saved models, which keep the object itself here.
  var registering: [String: Value] {
    KerasLibrary.members(of: [
      BuiltinFunction("register_keras_serializable", "package='Custom', name=None") { _ in
        .object(BuiltinFunction("decorator", "arg") { call in call.required("arg") })
      }
    ])
  }

  var members: [String: Value] {
    KerasLibrary.members(of: [
      BuiltinFunction("load_model", "filepath, custom_objects=None, compile=True, safe_mode=True") {
        [session] call throws(PyError) in
        let saved = try SavedPath(modelOf: call).saved(session, call)
        let compiles = try call.bool("compile", or: true)
        return try ModelObject.loaded(saved, compiles: compiles, call.machine)
          .map { .object($0) } ?? .none
      },
      BuiltinFunction("save_model", "model, filepath, overwrite=True, *, save_format=None") {
        call throws(PyError) in
        guard let model: ModelObject = call.required("model").asObject() else {
          throw call.error("TypeError", "save_model() takes a model")
        }
        try model.save(SavedPath(call, .model), call)
        return .none
      },
      BuiltinFunction("model_from_json", "json_string, custom_objects=None") {
        call throws(PyError) in
        .object(
          try ConfigReading(call.machine).model(json: call.required("json_string")))
      },
      BuiltinFunction("clone_model", "model, input_tensors=None, clone_function=None") {
        call throws(PyError) in
        if let value = call.given("input_tensors") {
          throw call.unsupported("input_tensors", value)
        }
        guard let model: ModelObject = call.required("model").asObject() else {
          throw call.error("TypeError", "clone_model() takes a model")
        }
        return .object(try model.clone(by: call.given("clone_function"), call.machine))
      },
    ])
  }
}
