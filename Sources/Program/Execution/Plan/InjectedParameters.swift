internal import PythonSyntax
internal import Notebooks

/// Values of parameters that papermill wrote into a notebook: assignments in a cell tagged `injected-parameters`.
///
/// They stand in place of the front matter's, and the command line's stand in place of them.
enum InjectedParameters {
  /// The values by name; of several cells the last one counts.
  static func values(in notebook: Notebook) -> [String: ParameterValue] {
    var values: [String: ParameterValue] = [:]
    for directive in notebook.directives where isInjected(directive) {
      guard let module = try? parseModule(directive.body) else { continue }
      for statement in module.body {
        guard let (name, value) = assignment(statement, in: directive.body) else { continue }
        values[name] = value
      }
    }
    return values
  }

  /// The cell without the assignments to parameters, which have these values before it.
  static func remaining(_ module: Module, _ directive: Directive, _ parameters: Set<String>)
    -> Module
  {
    guard isInjected(directive) else { return module }
    return module.removing {
      assignment($0, in: directive.body).map { parameters.contains($0.name) } ?? false
    }
  }

  private static func isInjected(_ directive: Directive) -> Bool {
    directive.kind == KerasDirective.name && directive.cellTags.contains(.injectsParameters)
  }

  /// `name = value`, where the value is a number, a text, True or False.
  private static func assignment(
    _ statement: StatementNode, in body: String
  ) -> (name: String, value: ParameterValue)? {
    guard case .assignment(let targets, let value) = statement.kind, targets.count == 1,
      case .name(let name) = targets[0].kind
    else { return nil }
    switch value.kind {
    case .string(let text): return (name, .string(text))
    case .boolean(let flag): return (name, .bool(flag))
    case .number, .unary:
      let bytes = Array(body.utf8)[value.range]
      let text = String(decoding: bytes, as: UTF8.self).replacing("_", with: "")
      let number = ParameterValue(parsing: text)
      switch number {
      case .int, .double: return (name, number)
      case .bool, .string: return nil
      }
    default: return nil
    }
  }
}
