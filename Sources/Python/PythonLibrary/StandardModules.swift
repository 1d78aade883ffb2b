package import PythonRuntime

/// The parts of Python's library that lessons use; none reaches files, processes or the network.
package enum StandardModules {
  /// Those of Python's own library.
  private static let names: Set = [
    "math", "random", "time", "datetime", "os", "sys", "platform", "warnings", "gc", "logging",
    "collections", "itertools", "functools", "copy", "string", "typing", "pprint", "operator", "re",
    "json", "argparse",
  ]

  /// Gives a machine all of them.
  package static func install(in machine: Machine) {
    machine.standardModules = Self.names
    let files = FileNames()
    let modules: [(String, [String: Value])] = [
      ("math", MathModule.members), ("random", RandomModule.members()),
      ("time", TimeModule.members), ("datetime", DateModule.members),
      ("os", SystemModule.os(files)), ("os.path", SystemModule.paths(files)),
      ("sys", SystemModule.sys), ("platform", SystemModule.platform),
      ("warnings", WarningModule.members), ("gc", QuietModules.gc),
      ("logging", LoggingModule.members), ("collections", CollectionModule.members),
      ("itertools", IterationModule.itertools), ("functools", IterationModule.functools),
      ("copy", CopyModule.members), ("string", CopyModule.string), ("typing", QuietModules.typing),
      ("pprint", QuietModules.pprint), ("operator", IterationModule.operators),
      ("re", PatternModule.members), ("json", JSONModule.members),
      ("argparse", ArgumentModule.members), ("distutils", [:]),
      ("distutils.version", VersionModule.loose), ("packaging", [:]),
      ("packaging.version", VersionModule.packaging), ("google", [:]), ("google.colab", [:]),
      ("google.colab.drive", ColabModule.drive), ("google.colab.files", ColabModule.files),
    ]
    for (name, members) in modules { machine.modules[name] = ModuleObject(name, members) }
    for (name, module) in machine.modules {
      guard let dot = name.lastIndex(of: ".") else { continue }
      let short = String(name[name.index(after: dot)...])
      machine.modules[String(name[..<dot])]?.members[short] = .object(module)
    }
  }
}

/// The files and folders that a program made; they live in memory and end with the run.
final class FileNames {
  private(set) var names: Set<String> = []
  func insert(_ name: String) { names.insert(name) }
  func remove(_ name: String) { names.remove(name) }
}
