package import PythonRuntime

/// The modules `keras` and `tensorflow` for a program.
package enum KerasLibrary {
  /// Gives a machine both; `numpy` must be there before.
  package static func install(_ session: KerasSession, in machine: Machine) {
    let models = ModelClasses(session: session).members
    for (root, isPlain) in [("keras", true), ("tensorflow.keras", false)] {
      let layers = LayerClasses(session: session, readsRowsAndColumns: isPlain)
      let parts = KerasParts(session: session, layers: layers, models: models)
      for (name, members) in parts.modules {
        let full = name.isEmpty ? root : "\(root).\(name)"
        machine.modules[full] = ModuleObject(full, members)
      }
    }
    machine.modules["keras"]?.members["__session__"] = .object(KerasSessionObject(session))
    for (name, module) in machine.modules where name.hasPrefix("keras") {
      machine.modules["keras.api" + name.dropFirst(5)] = module
      // What Keras 3 was called before it was Keras.
      machine.modules["keras_core" + name.dropFirst(5)] = module
    }
    // Older names of the same place.
    machine.modules["tensorflow.python.keras"] = machine.modules["tensorflow.keras"]
    for (name, members) in TensorFlowParts(session: session, machine: machine).modules {
      machine.modules[name] = ModuleObject(name, members)
    }
    FunctionPlaces.name(machine)
    TensorResults.wrap(machine)
    nest(machine)
  }

  /// Puts each module into the one that its name begins with.
  private static func nest(_ machine: Machine) {
    for (name, module) in machine.modules.sorted(by: { $0.key < $1.key }) {
      guard let dot = name.lastIndex(of: ".") else { continue }
      let parent = machine.modules[String(name[..<dot])]
      let short = String(name[name.index(after: dot)...])
      if parent?.members[short] == nil { parent?.members[short] = .object(module) }
    }
  }

  /// Functions as the members of a module.
  static func members(
    of functions: [BuiltinFunction], _ others: [String: Value] = [:]
  ) -> [String: Value] {
    var all = others
    for function in functions { all[function.name] = .object(function) }
    return all
  }
}
