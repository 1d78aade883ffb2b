internal import PythonRuntime

/// The functions and classes of a program that `load_model` may find by their names.
final class CustomObjects {
  /// What holds for the whole run, which programs may change: `get_custom_objects()`.
  let dict = DictObject()
  /// What holds inside of `with custom_object_scope(…)`, the innermost last.
  private var scopes: [DictObject] = []

  /// Names an object, as `register_keras_serializable` does.
  func register(_ object: Value, _ name: String, _ machine: Machine) throws(PyError) {
    try dict.set(.string(name), object, machine)
  }

  func enter(_ scope: DictObject) { scopes.append(scope) }
  func leave() { _ = scopes.popLast() }
  /// Lets go of what a program registered.
  func end() {
    dict.letGo()
    scopes = []
  }

  /// The name that an object was registered under; nil where it wasn't.
  func name(of object: Value, _ machine: Machine) -> String? {
    for pair in dict.pairs where machine.isIdentical(pair.value, object) {
      if case .string(let name) = pair.key { return name }
    }
    return nil
  }

  /// Refuses losses and metrics of the program that `load_model` wouldn't find, in Keras' words.
  ///
  /// - Parameter given: its `custom_objects`.
  func check(
    _ compiled: CompiledModel, _ given: DictObject?, isSafe: Bool, _ machine: Machine
  ) throws(PyError) {
    let functions = try Self.functions(in: [compiled.lossValue] + compiled.metricValues, machine)
    for function in functions where name(of: function, machine) == nil {
      let name = try machine.str(machine.attribute(function, "__name__"))
      if name == "<lambda>" {
        if !isSafe { continue }
        throw machine.error(
          "ValueError",
          "Requested the deserialization of a Python lambda. This carries a potential risk of arbitrary code execution and thus it is disallowed by default. If you trust the source of the artifact, you can override this error by passing `safe_mode=False` to the loading function, or calling `keras.config.enable_unsafe_deserialization()."
        )
      }
      var isKnown = false
      for known in scopes + [given ?? DictObject(), dict] {
        if try known.value(.string(name), machine) != nil { isKnown = true }
      }
      if isKnown { continue }
      throw machine.error(
        "TypeError",
        "Could not locate function '\(name)'. Make sure custom classes and functions are decorated with `@keras.saving.register_keras_serializable()`. If they are already decorated, make sure they are all imported so that the decorator is run before trying to load them. Full object config: {'module': 'builtins', 'class_name': 'function', 'config': '\(name)', 'registered_name': 'function'}"
      )
    }
  }

  /// The functions of the program in lists and dictionaries, however deep.
  private static func functions(
    in values: [Value], _ machine: Machine
  ) throws(PyError) -> [Value] {
    var all: [Value] = []
    for value in values {
      let items: [Value]
      switch value {
      case .object(let list as ListObject): items = list.items
      case .object(let tuple as TupleObject): items = tuple.items
      case .object(let dict as DictObject): items = dict.pairs.map(\.value)
      default:
        if machine.typeName(value) == "function" { all.append(value) }
        continue
      }
      all += try machine.nesting("") { () throws(PyError) -> [Value] in
        try functions(in: items, machine)
      }
    }
    return all
  }
}

/// `with custom_object_scope({…}):`.
final class CustomObjectScope: HostObject {
  private let objects: DictObject
  private let all: CustomObjects

  private init(_ objects: DictObject, _ all: CustomObjects) {
    (self.objects, self.all) = (objects, all)
  }

  deinit { LettingGo.hold(objects) }

  override var hostType: TypeObject { Self.scopeType }

  private static let scopeType = SharedType(
    "CustomObjectScope", module: "keras.src.saving.object_registration",
    methods: [
      .method("__enter__") { (scope: CustomObjectScope, _) throws(PyError) in
        scope.all.enter(scope.objects)
        return .object(scope)
      },
      .method("__exit__", "*error") { (scope: CustomObjectScope, _) throws(PyError) in
        scope.all.leave()
        return .none
      },
    ])

  /// The function that makes one, under either of its names.
  static func function(_ name: String, _ all: CustomObjects) -> BuiltinFunction {
    BuiltinFunction(name, "custom_objects") { call throws(PyError) in
      guard let objects: DictObject = call.required("custom_objects").asObject() else {
        throw call.unsupported("custom_objects", call.required("custom_objects"))
      }
      return .object(CustomObjectScope(objects, all))
    }
  }
}
