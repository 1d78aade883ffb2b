internal import Cells
internal import KerasCells

/// `IPython.display`.
enum DisplayModule {
  static func install(in machine: Machine, _ shown: ShownOutputs) {
    let display = BuiltinFunction("display", "*objs") { call throws(PyError) in
      for value in call.rest { try shown.show(value, call.machine) }
      return .none
    }
    let wrap = ["SVG", "Image", "HTML"].map { name in
      BuiltinFunction(name, "data=None, filename=None, width=None, height=None, url=None") {
        call throws(PyError) in try picture(call)
      }
    }
    let clear = BuiltinFunction("clear_output", "wait=False") { _ in .none }
    var members: [String: Value] = ["display": .object(display), "clear_output": .object(clear)]
    for function in wrap { members[function.name] = .object(function) }
    let module = ModuleObject("IPython.display", members)
    machine.modules["IPython.display"] = module
    machine.modules["IPython"] = ModuleObject("IPython", ["display": .object(module)])
    machine.modules["IPython.core.display"] = module
    machine.modules["IPython.core"] = ModuleObject("IPython.core", ["display": .object(module)])
  }

  /// What is given, or the drawing of a model that the program wrote into a file.
  private static func picture(_ call: Call) throws(PyError) -> Value {
    let given = call["data"] ?? call["filename"] ?? .none
    guard call.name != "HTML", case .string(let name) = given else { return given }
    return KerasCells.picture(named: name, in: call.machine).map { .object($0) } ?? given
  }
}
