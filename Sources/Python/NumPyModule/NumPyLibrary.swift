package import PythonRuntime
package import NumPy
internal import Arrays

/// The module `numpy` for a program.
package enum NumPyLibrary {
  /// Gives a machine the module and its parts, with print options and random numbers of their own.
  package static func install(in machine: Machine) {
    let session = NumPySession()
    let held = SessionObject(session)
    session.onArray = { [weak machine] in machine?.notice(memory: $0) }
    var modules: [String: [String: Value]] = ["numpy": [:]]
    for function in NumPyCatalog.functions.values {
      let parts = function.name.split(separator: ".").map(String.init)
      let module = (["numpy"] + parts.dropLast()).joined(separator: ".")
      modules[module, default: [:]][parts[parts.count - 1]] = .object(make(function, session))
    }
    for (name, value) in NumPyCatalog.constants where modules["numpy"]?[name] == nil {
      modules["numpy"]?[name] = Value(value, session)
    }
    modules["numpy"]?["ndarray"] = .object(NumPyTypes.array)
    modules["numpy"]?["matrix"] = .object(matrix(session))
    modules["numpy"]?["str_"] = .object(NumPyTypes.word)
    modules["numpy"]?["printoptions"] = .object(printOptions(session))
    modules["numpy"]?["c_"] = .object(ColumnJoiner(session))
    modules["numpy"]?.merge(objects(held)) { _, new in new }
    for (name, members) in modules {
      machine.modules[name] = ModuleObject(name, members)
    }
    for (name, module) in machine.modules where name.hasPrefix("numpy.") {
      machine.modules["numpy"]?.members[String(name.dropFirst(6))] = .object(module)
    }
    machine.modules["numpy"]?.members["__session__"] = .object(held)
  }

  /// The session that a machine's `numpy` has.
  package static func session(of machine: Machine) -> NumPySession {
    held(in: machine)?.session ?? NumPySession()
  }

  /// What a machine's `numpy` keeps between calls.
  static func held(in machine: Machine) -> SessionObject? {
    machine.modules["numpy"]?.members["__session__"]?.asObject()
  }

  private static func make(_ function: NumPyFunction, _ session: NumPySession) -> BuiltinFunction {
    let short = function.name.split(separator: ".").last.map(String.init) ?? function.name
    let made = BuiltinFunction(short, CallSignature.text(of: function.parameters)) {
      call throws(PyError) in
      if function.name == "random.shuffle", let list: ListObject = call["x"]?.asObject() {
        return try session.random.shuffle(list, call.machine)
      }
      // Functions of arrays that lessons call on a program's own sequences, such as `dict.keys()`.
      var (values, keywords): ([NumPyValue], [(String, NumPyValue)]) = ([], [])
      var isKeyword = false
      for parameter in function.parameters {
        if parameter.isVariadic {
          for value in call.rest { values.append(try NumPyValue(value, call.machine)) }
          isKeyword = true
        } else if let value = call[parameter.name] {
          let given = try NumPyValue(value, call.machine)
          if isKeyword || parameter.isKeywordOnly {
            keywords.append((parameter.name, given))
          } else {
            values.append(given)
          }
        } else {
          isKeyword = true
        }
      }
      let result = try call.machine.raising(session) { () throws(ArrayError) in
        try session.call(function.name, values, keywords)
      }
      return Value(result, session)
    }
    return made.giving { NumPyForesight.result(of: function.name, $0) }
  }

  /// What stands beside functions of arrays.
  private static func objects(_ held: SessionObject) -> [String: Value] {
    let session = held.session
    var all = ProgramFunctions(session: session).members
    all.merge(NumberLimits.members(session)) { _, new in new }
    all.merge(NumPyTypes.families) { _, new in new }
    all.merge(ErrorStateFunctions(held: held).members) { _, new in new }
    all["r_"] = .object(RowJoiner(session))
    all["mgrid"] = .object(GridMaker(session, isOpen: false))
    all["ogrid"] = .object(GridMaker(session, isOpen: true))
    all["get_printoptions"] = .object(
      BuiltinFunction("get_printoptions", "") { call throws(PyError) in
        try session.printingTable(call.machine)
      })
    return all
  }

  /// `np.matrix`: an array with at least two axes.
  private static func matrix(_ session: NumPySession) -> BuiltinFunction {
    BuiltinFunction("matrix", "data, dtype=None, copy=True") { call throws(PyError) in
      let given = try NumPyValue(call.required("data"), call.machine)
      let result = try call.machine.raising { () throws(ArrayError) in
        try session.call("array", [given], [("ndmin", .int(2))])
      }
      return Value(result, session)
    }
  }

  /// `with np.printoptions(…):` changes the print options inside only.
  private static func printOptions(_ session: NumPySession) -> BuiltinFunction {
    let given = NumPyCatalog.functions["set_printoptions"]?.parameters ?? []
    return BuiltinFunction("printoptions", "*, " + CallSignature.text(of: given)) {
      call throws(PyError) in
      var keywords: [(String, NumPyValue)] = []
      for parameter in given {
        guard let value = call[parameter.name] else { continue }
        keywords.append((parameter.name, try NumPyValue(value, call.machine)))
      }
      return .object(PrintOptionsObject(session, keywords))
    }
  }
}
