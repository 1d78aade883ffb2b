import PythonSyntax

/// Finds the statements that notebooks have and Python 3 has not.
enum NotebookForms {
  static func occur(in body: [StatementNode]) -> Bool { body.contains { occur(in: $0) } }

  private static func occur(in node: StatementNode) -> Bool {
    switch node.kind {
    case .magic: true
    case .if(let branches, let otherwise):
      branches.contains { occur(in: $0.body) } || occur(in: otherwise ?? [])
    case .while(_, let body, let otherwise), .for(_, _, let body, let otherwise):
      occur(in: body + (otherwise ?? []))
    case .with(_, let body): occur(in: body)
    case .function(let function): occur(in: function.body)
    case .class(let definition): occur(in: definition.body)
    case .try(let statement):
      occur(
        in: statement.body + statement.handlers.flatMap(\.body) + (statement.otherwise ?? [])
          + (statement.finally ?? []))
    default: false
    }
  }
}
