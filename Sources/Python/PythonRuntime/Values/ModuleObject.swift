/// A module that a program imports.
public final class ModuleObject: Object {
  /// The full name, such as `matplotlib.pyplot`.
  public let name: String
  /// What programs find in the module by name; they may set and delete them.
  public var members: [String: Value]

  /// A module with its members; `Machine.modules` is where programs find it.
  public init(_ name: String, _ members: [String: Value]) {
    self.name = name
    self.members = members
  }

  deinit { LettingGo.hold(members) }
  public override func letGo() { members = [:] }

  public override var typeName: String { "module" }
  public override func repr(_ machine: Machine) -> String { "<module '\(name)'>" }
  public override func attribute(_ name: String, _ machine: Machine) -> Value? {
    name == "__name__" ? .string(self.name) : members[name]
  }
  public override func setAttribute(_ name: String, _ value: Value, _ machine: Machine) -> Bool {
    members[name] = value
    return true
  }
  public override func deleteAttribute(_ name: String, _ machine: Machine) -> Bool {
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
