internal import Diagnostics
internal import PythonSyntax

/// What is said about `savefig`: the figure is in the outputs, and no file is written.
enum FigureFileCheck {
  static func findings(in module: Module, _ reader: NotationReader) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func visit(_ expression: ExpressionNode) {
      if case .call(let callee, _) = expression.kind, case .attribute(_, let name) = callee.kind,
        name.text == "savefig"
      {
        found.append(note(reader.place(expression.range)))
      }
      for child in expression.children { visit(child) }
    }
    func visit(_ body: [StatementNode]) {
      for statement in body {
        for expression in statement.expressions { visit(expression) }
        for inner in statement.bodies { visit(inner) }
      }
    }
    visit(module.body)
    return found
  }

  private static func note(_ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .note, code: "figure-file", at: range,
      Message(
        "'savefig' writes no file: the figure is in the outputs",
        pt: "'savefig' não grava arquivo: a figura está nas saídas"))
  }
}
