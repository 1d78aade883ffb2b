/// A module that a program imports.
package final class ModuleObject: Object {
  /// The full name, such as `matplotlib.pyplot`.
  package let name: String
  /// What programs find in the module by name; they may set and delete them.
  package var members: [String: Value]

  /// A module with its members; `Machine.modules` is where programs find it.
  package init(_ name: String, _ members: [String: Value]) {
    self.name = name
    self.members = members
  }

  deinit { LettingGo.hold(members) }
  package override func letGo() { members = [:] }

  package override var typeName: String { "module" }
  package override func repr(_ machine: Machine) -> String { "<module '\(name)'>" }
  package override func attribute(_ name: String, _ machine: Machine) -> Value? {
    name == "__name__" ? .string(self.name) : members[name]
  }
  package override func setAttribute(_ name: String, _ value: Value, _ machine: Machine) -> Bool {
    members[name] = value
    return true
  }
  package override func deleteAttribute(_ name: String, _ machine: Machine) -> Bool {
    members.removeValue(forKey: name) != nil
  }
}

/// Members of a module, by name.
package func members(
  _ functions: [BuiltinFunction], _ others: [String: Value] = [:]
) -> [String: Value] {
  var all = others
  for function in functions { all[function.name] = .object(function) }
  return all
}
