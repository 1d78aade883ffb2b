internal import PythonSyntax

extension Compiler {
  func raise(
    _ value: ExpressionNode?, from cause: ExpressionNode?, _ node: StatementNode
  ) -> CompiledStatement {
    guard let value else {
      return { frame throws(PyError) in
        throw frame.machine.handled
          ?? frame.machine.error("RuntimeError", "No active exception to reraise")
      }
    }
    let (code, cause, span) = (
      self.code(value), cause.map { self.code($0) }, SourceSpan(node.range)
    )
    return { frame throws(PyError) in
      let machine = frame.machine
      let raised = try code(frame)
      let given = try cause?(frame)
      frame.span = span
      let exception = try machine.exception(
        raised, otherwise: "exceptions must derive from BaseException")
      if let given { try machine.setCause(of: exception, given) }
      throw PyError(exception)
    }
  }

  func assertion(_ test: ExpressionNode, _ message: ExpressionNode?, _ node: StatementNode)
    -> CompiledStatement
  {
    let (test, message, span) = (self.test(test), message.map { code($0) }, SourceSpan(node.range))
    return { frame throws(PyError) in
      if try test(frame) { return .normal }
      guard let message else {
        frame.span = span
        throw PyError(InstanceObject(ExceptionTypes.type("AssertionError")))
      }
      let value = try message(frame)
      frame.span = span
      throw frame.machine.error("AssertionError", of: value)
    }
  }

  func attempt(_ statement: TryStatement) -> CompiledStatement {
    let body = block(statement.body)
    let handlers = statement.handlers.map { handler in
      (
        type: handler.type.map { (code: code($0), span: SourceSpan(handler.range)) },
        store: handler.name.map { store($0.text) }, body: block(handler.body)
      )
    }
    let otherwise = statement.otherwise.map { block($0) }
    let finally = statement.finally.map { block($0) }
    func guarded(_ frame: Frame) throws(PyError) -> Flow {
      let flow: Flow
      do throws(PyError) {
        flow = try body(frame)
      } catch {
        return try frame.handling(error) { () throws(PyError) -> Flow in
          for handler in handlers {
            if let type = handler.type {
              let wanted = try type.code(frame)
              frame.span = type.span
              guard try frame.machine.matches(error, wanted) else { continue }
            }
            try handler.store?(frame, .object(error.value))
            let flow = try handler.body(frame)
            try handler.store?(frame, .unset)
            return flow
          }
          throw error
        }
      }
      if case .normal = flow, let otherwise { return try otherwise(frame) }
      return flow
    }
    guard let finally else {
      return { frame throws(PyError) in try guarded(frame) }
    }
    return { frame throws(PyError) in
      let flow: Flow
      do throws(PyError) {
        flow = try guarded(frame)
      } catch {
        let last = try frame.handling(error) { () throws(PyError) -> Flow in try finally(frame) }
        if case .normal = last { throw error }
        return last
      }
      let last = try finally(frame)
      if case .normal = last { return flow }
      return last
    }
  }

  func with(
    _ items: ArraySlice<WithItem>, _ body: [StatementNode], _ node: StatementNode
  ) -> CompiledStatement {
    guard let first = items.first else { return block(body) }
    let context = code(first.context)
    let store: Store? = first.target.map { self.store($0) }
    let (rest, span) = (with(items.dropFirst(), body, node), SourceSpan(node.range))
    return { frame throws(PyError) in
      let machine = frame.machine
      let manager = try context(frame)
      frame.span = span
      try machine.checkManager(manager)
      let entered = try machine.callMethod(manager, "__enter__", Arguments())
      try store?(frame, entered)
      let flow: Flow
      do throws(PyError) {
        flow = try rest(frame)
      } catch {
        let values: [Value] = [.object(error.value.kind), .object(error.value), .none]
        frame.span = span
        let swallowed = try frame.handling(error) { () throws(PyError) -> Value in
          try machine.callMethod(manager, "__exit__", Arguments(values))
        }
        if try machine.isTrue(swallowed) { return .normal }
        throw error
      }
      frame.span = span
      _ = try machine.callMethod(manager, "__exit__", Arguments([.none, .none, .none]))
      return flow
    }
  }
}
