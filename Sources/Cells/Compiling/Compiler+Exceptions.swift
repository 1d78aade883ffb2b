internal import KerasNotation

extension Compiler {
  func raise(_ value: ExpressionNode?) -> Step {
    guard let value else {
      return { frame throws(PyError) in
        throw frame.handled
          ?? frame.machine.error("RuntimeError", "No active exception to reraise")
      }
    }
    let code = code(value)
    return { frame throws(PyError) in
      let machine = frame.machine
      var raised = try code(frame)
      if let type: TypeObject = raised.asObject(), type.isException {
        raised = try type.call(Arguments(), machine)
      }
      guard let instance: InstanceObject = raised.asObject(), instance.kind.isException else {
        throw machine.error("TypeError", "exceptions must derive from BaseException")
      }
      throw PyError(instance)
    }
  }

  func assertion(_ test: ExpressionNode, _ message: ExpressionNode?) -> Step {
    let test = code(test)
    let message = message.map { code($0) }
    return { frame throws(PyError) in
      if try frame.machine.isTrue(test(frame)) { return .normal }
      guard let message else {
        throw PyError(InstanceObject(ExceptionTypes.type("AssertionError")))
      }
      throw frame.machine.error("AssertionError", of: try message(frame))
    }
  }

  func attempt(_ statement: TryStatement) -> Step {
    let body = block(statement.body)
    let handlers = statement.handlers.map { handler in
      (
        type: handler.type.map { code($0) }, store: handler.name.map { store($0.text) },
        body: block(handler.body)
      )
    }
    let otherwise = statement.otherwise.map { block($0) }
    let finally = statement.finally.map { block($0) }
    func guarded(_ frame: Frame) throws(PyError) -> Flow {
      let flow: Flow
      do throws(PyError) {
        flow = try body(frame)
      } catch {
        for handler in handlers {
          if let type = handler.type {
            guard try frame.machine.matches(error, try type(frame)) else { continue }
          }
          let before = frame.handled
          frame.handled = error
          defer { frame.handled = before }
          try handler.store?(frame, .object(error.value))
          let flow = try handler.body(frame)
          try handler.store?(frame, .unset)
          return flow
        }
        throw error
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
        let last = try finally(frame)
        if case .normal = last { throw error }
        return last
      }
      let last = try finally(frame)
      if case .normal = last { return flow }
      return last
    }
  }

  func with(_ items: ArraySlice<WithItem>, _ body: [StatementNode]) -> Step {
    guard let first = items.first else { return block(body) }
    let context = code(first.context)
    let store: Store? = first.target.map { self.store($0) }
    let rest = with(items.dropFirst(), body)
    return { frame throws(PyError) in
      let machine = frame.machine
      let manager = try context(frame)
      let entered = try machine.callMethod(manager, "__enter__", Arguments())
      try store?(frame, entered)
      let flow: Flow
      do throws(PyError) {
        flow = try rest(frame)
      } catch {
        let values: [Value] = [.object(error.value.kind), .object(error.value), .none]
        let swallowed = try machine.callMethod(manager, "__exit__", Arguments(values))
        if try machine.isTrue(swallowed) { return .normal }
        throw error
      }
      _ = try machine.callMethod(manager, "__exit__", Arguments([.none, .none, .none]))
      return flow
    }
  }
}
