internal import PythonRuntime
internal import Networks

/// `load_model` and its like in `keras.models`.
struct StorageModule {
  let session: KerasSession
  let models: [String: Value]

  var members: [String: Value] {
    KerasLibrary.members(of: [
      BuiltinFunction("load_model", "filepath, custom_objects=None, compile=True") {
        [session] call throws(PyError) in
        let path = try call.string("filepath") ?? ""
        guard let saved = session.saved[path],
          let model = try ModelObject.loaded(
            saved, compiles: call.bool("compile", or: true), call.machine)
        else { throw ModelObject.missing(path, call) }
        return .object(model)
      },
      BuiltinFunction("save_model", "model, filepath, overwrite=True, *, save_format=None") {
        call throws(PyError) in
        guard let model: ModelObject = call.required("model").asObject() else {
          throw call.error("TypeError", "save_model() takes a model")
        }
        try model.save(try call.string("filepath") ?? "", call)
        return .none
      },
      BuiltinFunction("model_from_json", "json_string, custom_objects=None") {
        [session] call throws(PyError) in
        let text = try call.string("json_string") ?? ""
        guard let model = session.saved["json:\(text)"]?.model else {
          throw call.error(
            "ValueError", "model_from_json() reads only what to_json() wrote in this run")
        }
        let made = try model.copy(call.machine)
        made.compilation = model.compilation?.renewed
        made.compilation?.optimizer.owner = made
        return .object(made)
      },
      BuiltinFunction("clone_model", "model, input_tensors=None") { call throws(PyError) in
        guard let model: ModelObject = call.required("model").asObject() else {
          throw call.error("TypeError", "clone_model() takes a model")
        }
        return .object(try model.copy(call.machine))
      },
    ])
  }
}
