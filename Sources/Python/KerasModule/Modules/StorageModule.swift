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
    let objects = session.customObjects
    return KerasLibrary.members(of: [
      BuiltinFunction("register_keras_serializable", "package='Custom', name=None") {
        call throws(PyError) in
        let package = try call.string("package") ?? "Custom"
        let name = try call.string("name")
        return .object(
          BuiltinFunction("decorator", "arg") { call throws(PyError) in
            let (object, machine) = (call.required("arg"), call.machine)
            let own = try machine.str(machine.attribute(object, "__name__"))
            try objects.register(object, "\(package)>\(name ?? own)", machine)
            return object
          })
      },
      BuiltinFunction("get_registered_name", "obj") { call throws(PyError) in
        let object = call.required("obj")
        if let name = objects.name(of: object, call.machine) { return .string(name) }
        return try call.machine.attribute(object, "__name__")
      },
      BuiltinFunction("get_registered_object", "name, custom_objects=None, module_objects=None") {
        call throws(PyError) in
        try objects.dict.value(call.required("name"), call.machine) ?? .none
      },
      BuiltinFunction("get_custom_objects", "") { _ in .object(objects.dict) },
      CustomObjectScope.function("custom_object_scope", objects),
      CustomObjectScope.function("CustomObjectScope", objects),
    ])
  }

  var members: [String: Value] {
    KerasLibrary.members(of: [
      BuiltinFunction("load_model", "filepath, custom_objects=None, compile=True, safe_mode=True") {
        [session] call throws(PyError) in
        let saved = try SavedPath(modelOf: call).saved(session, call)
        let compiles = try call.bool("compile", or: true)
        if compiles, let compilation = saved.model?.compilation {
          try session.customObjects.check(
            compilation, call.given("custom_objects")?.asObject(),
            isSafe: call.bool("safe_mode", or: true), call.machine)
        }
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
