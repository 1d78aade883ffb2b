internal import PythonRuntime
internal import KerasModule

/// What cells can import and call, as a Markdown page made from the modules themselves.
package enum CellReference {
  /// The page's part that lists modules, functions and classes.
  package static var markdown: String {
    let machine = CellModules.catalog()
    var parts: [String] = []
    for (name, module) in machine.modules.sorted(by: { $0.key < $1.key }) where isOwn(name) {
      let names = module.members.keys.filter { !$0.hasPrefix("_") }.sorted()
      let entries = names.compactMap { key in
        module.members[key].flatMap { entry(key, $0, withParameters: showsParameters(name)) }
      }
      if entries.isEmpty { continue }
      let list =
        showsParameters(name)
        ? entries.map { "- `\($0)`" }.joined(separator: "\n")
        : entries.map { "`\($0)`" }.joined(separator: ", ")
      parts.append("### \(name)\n\n\(list)\n")
    }
    return parts.joined(separator: "\n")
  }

  /// Modules that are another's under a second name are told of in prose.
  private static func isOwn(_ name: String) -> Bool {
    let copies = [
      "keras.api", "keras_core", "tensorflow.keras", "tensorflow.python", "tensorflow.compat",
      "pylab", "matplotlib.pylab", "matplotlib.cm", "keras.engine", "keras.objectives",
      "keras.optimizers.legacy", "keras.utils.", "keras.layers.", "IPython.core",
      "tensorflow.optimizers", "tensorflow.losses", "tensorflow.metrics",
      "tensorflow.initializers", "tensorflow.config.",
    ]
    return !copies.contains { name.hasPrefix($0) } && name != "IPython"
  }

  private static func showsParameters(_ module: String) -> Bool {
    module.hasPrefix("keras") || module == "matplotlib.pyplot" || module == "seaborn"
  }

  private static func entry(_ name: String, _ value: Value, withParameters: Bool) -> String? {
    guard case .object(let object) = value else { return withParameters ? nil : name }
    switch object {
    case let function as BuiltinFunction:
      return withParameters ? "\(name)(\(function.signature?.text ?? "…"))" : name
    case let type as TypeObject:
      guard withParameters else { return name }
      return type.name == name
        ? "\(name)(\(type.signature.map(parameters) ?? "…"))"
        : "\(name), another name of \(type.name)"
    case is ModuleObject: return nil
    default: return withParameters ? nil : name
    }
  }

  /// The parameters without those that prose tells of for all layers.
  private static func parameters(_ signature: CallSignature) -> String {
    guard signature.names.contains("batch_input_shape") else { return signature.text }
    let common =
      CommonArguments.all + CommonArguments.ofKernels + ["dim_ordering", "input_shape", "name"]
    let parts = signature.text.split(separator: ",").map { $0.drop { $0 == " " } }
    let own = parts.filter { part in !common.contains { part.hasPrefix("\($0)=") } }
    return (own.last == "*" ? own.dropLast() : own[...]).joined(separator: ", ")
  }
}
