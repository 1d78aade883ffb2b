package import PythonSyntax
internal import Stacks

/// The cells of one notebook: their variables and what runs them.
package final class Program {
  /// What runs the cells; other programs may run on it too.
  package let machine: Machine
  /// The variables of all cells.
  package let globals = Globals()

  /// A program without variables but `__name__`, which is `__main__`.
  package init(_ machine: Machine) {
    self.machine = machine
    globals["__name__"] = .string("__main__")
  }

  /// Runs a cell.
  ///
  /// - Parameters:
  ///   - column: the byte in its line of an offset in the cell's source, from 0.
  ///   - line: the line of an offset in the cell's source, from 1.
  /// - Returns: the value of the last statement where that is an expression, as Jupyter shows it;
  ///   nil for None and for cells that end otherwise.
  /// - Throws: ``PyError``, with the lines that it passed.
  package func run(
    _ module: Module, column: @escaping (Int) -> Int = { _ in 0 }, line: @escaping (Int) -> Int
  ) throws(PyError) -> Value? {
    let origin = CodeOrigin(function: "<module>", line: line, column: column)
    return try DeepStack.run { () throws(PyError) -> Value? in
      try machine.collecting { () throws(PyError) -> Value? in try runHere(module, origin) }
    }
  }

  private func runHere(_ module: Module, _ origin: CodeOrigin) throws(PyError) -> Value? {
    let refused =
      NamingRules.findings(in: module) + PlacementRules.findings(in: module)
      + DeclarationRules.findings(in: module)
    if let finding = refused.first {
      throw machine.error("SyntaxError", finding.english)
    }
    for doubt in DoubtRules.doubts(in: module) {
      try machine.warn(ofSyntax: doubt.text, line: origin.line(doubt.offset))
    }
    let compiler = Compiler(
      scope: Scope(parent: nil, .module), globals: globals, origin: origin)
    var body = module.body
    var last: Code?
    if case .expression(let value)? = body.last?.kind {
      body.removeLast()
      last = compiler.code(value)
    }
    let statements = body.map { compiler.statement($0) }
    machine.currentGlobals = globals
    machine.handled = nil
    let frame = Frame(machine, globals, slots: 0, cells: 0, captured: [])
    for statement in statements { _ = try statement(frame) }
    guard let last, let node = module.body.last else { return nil }
    let value: Value
    frame.span = SourceSpan(node.range)
    do throws(PyError) {
      value = try last(frame)
    } catch {
      throw frame.passed(by: error, origin)
    }
    if case .none = value { return nil }
    return value
  }
}
