extension StatementNode {
  /// The expressions of the statement itself, those of statements inside left out.
  package var expressions: [ExpressionNode] {
    switch kind {
    case .expression(let value): [value]
    case .assignment(let targets, let value): targets + [value]
    case .augmentedAssignment(let target, _, let value): [target, value]
    case .annotatedAssignment(let target, _, let value): [target] + [value].compactMap(\.self)
    case .if(let branches, _): branches.map(\.test)
    case .while(let test, _, _): [test]
    case .for(let target, let iterable, _, _): [target, iterable]
    case .function(let definition):
      definition.decorators + definition.parameters.all.compactMap(\.defaultValue)
    case .class(let definition): definition.decorators + definition.arguments.map(\.value)
    case .try(let statement): statement.handlers.compactMap(\.type)
    case .with(let items, _): items.flatMap { [$0.context] + [$0.target].compactMap(\.self) }
    case .return(let value): [value].compactMap(\.self)
    case .raise(let value, let cause): [value, cause].compactMap(\.self)
    case .assert(let test, let message): [test] + [message].compactMap(\.self)
    case .delete(let targets): targets
    case .global, .nonlocal, .import, .importFrom, .pass, .break, .continue, .magic: []
    }
  }

  /// The statements inside, one list for each body.
  package var bodies: [[StatementNode]] {
    switch kind {
    case .if(let branches, let otherwise): branches.map(\.body) + [otherwise ?? []]
    case .while(_, let body, let otherwise), .for(_, _, let body, let otherwise):
      [body, otherwise ?? []]
    case .function(let definition): [definition.body]
    case .class(let definition): [definition.body]
    case .try(let statement):
      [statement.body] + statement.handlers.map(\.body)
        + [statement.otherwise ?? [], statement.finally ?? []]
    case .with(_, let body): [body]
    default: []
    }
  }
}
