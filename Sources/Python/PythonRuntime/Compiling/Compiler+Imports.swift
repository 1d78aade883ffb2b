internal import PythonSyntax

extension Compiler {
  func imports(_ names: [ImportedName]) -> CompiledStatement {
    let parts = names.map { name -> (path: String, isAliased: Bool, store: Store) in
      let first = name.name.text.split(separator: ".").first.map(String.init) ?? ""
      return (name.name.text, name.alias != nil, store(name.alias?.text ?? first))
    }
    return { frame throws(PyError) in
      for part in parts {
        let module = try frame.machine.module(part.path)
        let root = part.path.split(separator: ".").first.map(String.init) ?? part.path
        let bound = part.isAliased ? module : try frame.machine.module(root)
        try part.store(frame, .object(bound))
      }
      return .normal
    }
  }

  func imports(_ statement: ImportFrom) -> CompiledStatement {
    let path = statement.module?.text ?? ""
    // What lessons once imported from the future is the language now.
    if path == "__future__" { return { _ in .normal } }
    let names = (statement.names ?? []).map {
      ($0.name.text, store($0.alias?.text ?? $0.name.text))
    }
    let takesAll = statement.names == nil
    let isRelative = statement.level > 0
    return { frame throws(PyError) in
      let machine = frame.machine
      if isRelative {
        throw machine.error("ImportError", "attempted relative import with no known parent package")
      }
      let module = try machine.module(path)
      if takesAll {
        for (name, value) in module.members where !name.hasPrefix("_") {
          frame.globals[name] = value
        }
      }
      for (name, store) in names {
        if let member = module.members[name] {
          try store(frame, member)
        } else if let inner = machine.modules["\(path).\(name)"] {
          try store(frame, .object(inner))
        } else {
          let error = machine.error(
            "ImportError", "cannot import name '\(name)' from '\(path)' (unknown location)")
          error.value.detailed.missing = .imported(name, from: module)
          throw error
        }
      }
      return .normal
    }
  }
}
