internal import PythonRuntime

/// `argparse.Namespace`: values as attributes.
final class NamespaceObject: HostObject {
  private var fields: [(name: String, value: Value)] = []

  deinit { LettingGo.hold(fields) }
  override func letGo() { fields = [] }

  func set(_ name: String, _ value: Value) {
    if let place = fields.firstIndex(where: { $0.name == name }) {
      fields[place].value = value
    } else {
      fields.append((name, value))
    }
  }

  override var hostType: TypeObject { Self.spaceType }

  override func repr(_ machine: Machine) throws(PyError) -> String {
    var parts: [String] = []
    for (name, value) in fields { parts.append("\(name)=\(try machine.repr(value))") }
    return "Namespace(\(parts.joined(separator: ", ")))"
  }

  override func property(_ name: String, _ machine: Machine) throws(PyError) -> Value? {
    guard name == "__dict__" else { return fields.first { $0.name == name }?.value }
    let dict = DictObject()
    for (name, value) in fields { try dict.set(.string(name), value, machine) }
    return .object(dict)
  }

  override func setAttribute(_ name: String, _ value: Value, _ machine: Machine) -> Bool {
    set(name, value)
    return true
  }

  override func contains(_ value: Value, _ machine: Machine) -> Bool? {
    guard case .string(let name) = value else { return false }
    return fields.contains { $0.name == name }
  }

  static let spaceType = SharedType(
    "Namespace", module: "argparse", "**kwargs"
  ) { call in
    let space = NamespaceObject()
    for (name, value) in call.others { space.set(name, value) }
    return .object(space)
  }
}
