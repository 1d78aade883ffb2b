internal import PythonSyntax

extension ProgramCheck {
  mutating func importModule(_ name: ImportedName) {
    let path = name.name.text
    guard let module = machine.modules[path] else {
      report(.module(path, Array(machine.modules.keys), name.name.range))
      return bind(name.alias?.text ?? path.firstPart, .unknown)
    }
    let root = machine.modules[path.firstPart]
    bind(
      name.alias?.text ?? path.firstPart,
      name.alias == nil ? root.map { .module($0) } ?? .unknown : .module(module))
  }

  mutating func importNames(_ statement: ImportFrom) {
    let path = statement.module?.text ?? ""
    if path == "__future__" { return }
    guard statement.level == 0, let module = machine.modules[path] else {
      if let place = statement.module {
        report(.module(path, Array(machine.modules.keys), place.range))
      }
      for name in statement.names ?? [] { bind(name.alias?.text ?? name.name.text, .unknown) }
      return
    }
    guard let names = statement.names else {
      for (name, value) in module.members where !name.hasPrefix("_") { bind(name, Known(value)) }
      return
    }
    for name in names {
      let inner = machine.modules["\(path).\(name.name.text)"]
      let value = module.members[name.name.text] ?? inner.map { .object($0) }
      if value == nil { report(.member(name.name.text, of: module, name.name.range)) }
      bind(name.alias?.text ?? name.name.text, Known(value))
    }
  }
}

extension String {
  /// What stands before the first point.
  fileprivate var firstPart: String { split(separator: ".").first.map(String.init) ?? self }
}
