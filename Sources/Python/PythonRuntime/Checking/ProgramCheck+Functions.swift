internal import PythonSyntax

extension ProgramCheck {
  /// A function or a lambda of the program that stands at this place.
  mutating func function(
    _ name: String, _ parameters: Parameters, _ body: Body, isDecorated: Bool = false
  ) -> ProgramFunction {
    let defaults = parameters.all.map { $0.defaultValue.map { known($0) } }
    return ProgramFunction(
      name, parameters, body, defaults, cell: cellNumber, isInside: !following.isEmpty,
      isDecorated: isDecorated)
  }

  /// What a name that is bound to a function stands for; of the variables around a function that isn't followed nothing is
  /// known.
  func standing(for function: ProgramFunction) -> Known {
    locals.isEmpty && function.canBeFollowed ? .defined(function) : .unknown
  }

  /// Arguments of a call with the program's functions as the program will have them, so that hosts can call them.
  mutating func withFunctions(_ values: [Known]) -> [Known] {
    var fresh = Set<String>()
    // Functions read what names stand for now, whichever call made them.
    for name in namesInFunctions { share(name, &fresh) }
    var all: [Known] = []
    for value in values {
      all.append(
        value.mapped { part in
          guard case .defined(let function) = part, let made = self.value(of: function, &fresh)
          else { return part }
          return .value(made)
        })
    }
    return all
  }

  /// A function of the program with the variables that it names; nil where it may see others than the program's.
  private mutating func value(of function: ProgramFunction, _ fresh: inout Set<String>) -> Value? {
    for name in function.mentioned.subtracting(function.around)
    where globals[name] != nil || bound.contains(name) {
      namesInFunctions.insert(name)
      share(name, &fresh)
      if machine.currentGlobals[name] == nil, machine.builtins[name] != nil { return nil }
    }
    var captured: [String: Value] = [:]
    for (name, known) in function.captured { captured[name] = value(of: known, &fresh) }
    return function.made(machine, captured)
  }

  /// Gives functions that hosts call the variable of a name, where it is known.
  private mutating func share(_ name: String, _ fresh: inout Set<String>) {
    guard fresh.insert(name).inserted else { return }
    machine.currentGlobals[name] = nil
    machine.currentGlobals[name] = globals[name].flatMap { value(of: $0, &fresh) }
  }

  private mutating func value(of known: Known, _ fresh: inout Set<String>) -> Value? {
    switch current(known) {
    case .defined(let function): value(of: function, &fresh)
    case .module(let module): .object(module)
    case let known: known.value
    }
  }

  /// Whether the program will end with an exception that a look at it met: names that aren't known have no value in
  /// functions here, and a look has less time and memory than a run.
  func willRaise(_ error: PyError) -> Bool {
    !["NameError", "UnboundLocalError", "MemoryError"].contains(error.kind) && machine.hasRoom
  }
}
