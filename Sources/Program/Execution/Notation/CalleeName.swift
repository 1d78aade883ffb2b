internal import PythonSyntax

/// The name of what is called, without the modules that Keras lessons put before it.
struct CalleeName {
  let text: String
  let range: Range<Int>

  private static let modules: Set<String> = [
    "layers", "keras", "tf", "tensorflow", "models", "optimizers", "losses", "metrics",
    "activations", "initializers", "schedules", "callbacks", "legacy", "experimental", "nn",
    "python",
  ]

  /// Nil where the expression is no name, or where a module is none of Keras'.
  init?(_ node: ExpressionNode) {
    switch node.kind {
    case .name(let name):
      text = name
      range = node.range
    case .attribute(let module, let name):
      guard Self.isModule(module) else { return nil }
      text = name.text
      range = name.range
    default: return nil
    }
  }

  private static func isModule(_ node: ExpressionNode) -> Bool {
    switch node.kind {
    case .name(let name): modules.contains(name)
    case .attribute(let outer, let name): modules.contains(name.text) && isModule(outer)
    default: false
    }
  }
}
