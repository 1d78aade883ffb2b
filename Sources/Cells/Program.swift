public import KerasNotation
internal import Stacks

/// The cells of one notebook: their variables and what runs them.
public final class Program {
  public let machine: Machine
  public let globals = Globals()

  public init(_ machine: Machine) {
    self.machine = machine
    globals["__name__"] = .string("__main__")
  }

  /// Runs a cell.
  ///
  /// - Parameters:
  ///   - line: the line of an offset in the cell's source, from 1.
  /// - Returns: the value of the last statement where that is an expression, as Jupyter shows it;
  ///   nil for None and for cells that end otherwise.
  /// - Throws: ``PyError``, with the lines that it passed.
  public func run(_ module: Module, line: @escaping (Int) -> Int) throws(PyError) -> Value? {
    try DeepStack.run { () throws(PyError) -> Value? in
      try machine.collecting { () throws(PyError) -> Value? in try runHere(module, line) }
    }
  }

  private func runHere(_ module: Module, _ line: @escaping (Int) -> Int) throws(PyError) -> Value? {
    if let finding = NamingRules.findings(in: module).first {
      throw machine.error("SyntaxError", finding.english)
    }
    let compiler = Compiler(
      scope: Scope(parent: nil, .module), globals: globals, functionName: "<module>",
      line: line)
    var body = module.body
    var last: Code?
    if case .expression(let value)? = body.last?.kind {
      body.removeLast()
      last = compiler.code(value)
    }
    let statements = body.map { compiler.statement($0) }
    machine.currentGlobals = globals
    let frame = Frame(machine, globals, slots: 0, cells: 0, captured: [])
    for statement in statements { _ = try statement(frame) }
    guard let last, let node = module.body.last else { return nil }
    let value: Value
    do throws(PyError) {
      value = try last(frame)
    } catch {
      var error = error
      error.trace.append((line(node.range.lowerBound), "<module>"))
      throw error
    }
    if case .none = value { return nil }
    return value
  }
}
