internal import PythonSyntax

extension Compiler {
  func block(_ body: [StatementNode]) -> CompiledStatement {
    let steps = body.map { statement($0) }
    if steps.count == 1 { return steps[0] }
    return { frame throws(PyError) in
      for step in steps {
        let flow = try step(frame)
        if case .normal = flow { continue }
        return flow
      }
      return .normal
    }
  }

  /// A statement; an exception that leaves it notes where it passed.
  func statement(_ node: StatementNode) -> CompiledStatement {
    let (step, span, origin) = (plain(node), SourceSpan(node.range), origin)
    return { frame throws(PyError) in
      frame.span = span
      do throws(PyError) {
        return try step(frame)
      } catch {
        throw frame.passed(by: error, origin)
      }
    }
  }

  private func plain(_ node: StatementNode) -> CompiledStatement {
    switch node.kind {
    case .expression(let value):
      let value = code(value)
      return { frame throws(PyError) in
        _ = try value(frame)
        return .normal
      }
    case .assignment(let targets, let value): return assignment(targets, value)
    case .augmentedAssignment(let target, let symbol, let value):
      return augmented(target, Operation(symbol), value, node)
    case .annotatedAssignment(let target, _, let value):
      return value.map { assignment([target], $0) } ?? { _ in .normal }
    case .if(let branches, let otherwise): return conditional(branches, otherwise)
    case .while(let test, let body, let otherwise): return loop(test, body, otherwise)
    case .for(let target, let iterable, let body, let otherwise):
      return loop(target, iterable, body, otherwise, node)
    case .function(let definition): return define(definition)
    case .class(let definition): return define(definition, node)
    case .try(let statement): return attempt(statement)
    case .with(let items, let body): return with(items[...], body, node)
    case .return(let value):
      let value = value.map { code($0) } ?? { _ in .none }
      return { frame throws(PyError) in .returning(try value(frame)) }
    case .raise(let value, let cause): return raise(value, from: cause, node)
    case .assert(let test, let message): return assertion(test, message, node)
    case .delete(let targets):
      let steps = targets.map { delete($0) }
      return { frame throws(PyError) in
        for step in steps { _ = try step(frame) }
        return .normal
      }
    case .import(let names): return imports(names)
    case .importFrom(let statement): return imports(statement)
    case .global, .nonlocal, .pass, .magic: return { _ in .normal }
    case .break: return { _ in .breaking }
    case .continue: return { _ in .continuing }
    }
  }

  private func assignment(_ targets: [ExpressionNode], _ value: ExpressionNode) -> CompiledStatement
  {
    let value = code(value)
    let stores = targets.map { store($0) }
    if stores.count == 1 {
      let store = stores[0]
      return { frame throws(PyError) in
        try store(frame, try value(frame))
        return .normal
      }
    }
    return { frame throws(PyError) in
      let result = try value(frame)
      for store in stores { try store(frame, result) }
      return .normal
    }
  }

  private func augmented(
    _ target: ExpressionNode, _ operation: Operation, _ value: ExpressionNode,
    _ node: StatementNode
  ) -> CompiledStatement {
    let value = code(value)
    let (targetSpan, span) = (SourceSpan(target.range), SourceSpan(node.range))
    let line = origin.line(node.range.lowerBound)
    switch target.kind {
    case .attribute(let object, let name):
      let object = code(object)
      return { frame throws(PyError) in
        let (machine, receiver) = (frame.machine, try object(frame))
        frame.span = targetSpan
        let old = try machine.attribute(receiver, name.text)
        let more = try value(frame)
        (machine.callLine, frame.span) = (line, span)
        let new = try machine.inPlace(operation, old, more)
        frame.span = targetSpan
        try machine.setAttribute(receiver, name.text, new)
        return .normal
      }
    case .subscript(let object, let index):
      let (object, index) = (code(object), code(index))
      return { frame throws(PyError) in
        let (machine, receiver, place) = (frame.machine, try object(frame), try index(frame))
        frame.span = targetSpan
        let old = try machine.item(receiver, place)
        let more = try value(frame)
        (machine.callLine, frame.span) = (line, span)
        let new = try machine.inPlace(operation, old, more)
        frame.span = targetSpan
        try machine.setItem(receiver, place, new)
        return .normal
      }
    default:
      let (load, store) = (code(target), store(target))
      return { frame throws(PyError) in
        var old = try load(frame)
        let more = try value(frame)
        (frame.machine.callLine, frame.span) = (line, span)
        guard operation == .add, case .string(var text) = old, case .string(let tail) = more else {
          try store(frame, try frame.machine.inPlace(operation, old, more))
          return .normal
        }
        try frame.machine.spend(memory: 2 * tail.utf8.count)
        // The text grows in its place where nobody else holds it.
        old = .none
        try store(frame, .none)
        text += tail
        try store(frame, .string(text))
        return .normal
      }
    }
  }

  private func conditional(
    _ branches: [ConditionalBranch], _ otherwise: [StatementNode]?
  ) -> CompiledStatement {
    let branches = branches.map { (test: test($0.test), body: block($0.body)) }
    let otherwise = otherwise.map { block($0) }
    return { frame throws(PyError) in
      for branch in branches where try branch.test(frame) {
        return try branch.body(frame)
      }
      return try otherwise?(frame) ?? .normal
    }
  }

  private func loop(
    _ test: ExpressionNode, _ body: [StatementNode], _ otherwise: [StatementNode]?
  ) -> CompiledStatement {
    let (test, body) = (self.test(test), block(body))
    let otherwise = otherwise.map { block($0) }
    return { frame throws(PyError) in
      while try test(frame) {
        try frame.machine.step()
        switch try body(frame) {
        case .normal, .continuing: continue
        case .breaking: return .normal
        case .returning(let value): return .returning(value)
        }
      }
      return try otherwise?(frame) ?? .normal
    }
  }

  private func loop(
    _ target: ExpressionNode, _ iterable: ExpressionNode, _ body: [StatementNode],
    _ otherwise: [StatementNode]?, _ node: StatementNode
  ) -> CompiledStatement {
    let (store, iterable, body) = (store(target), code(iterable), block(body))
    let span = SourceSpan(node.range)
    let otherwise = otherwise.map { block($0) }
    return { frame throws(PyError) in
      let machine = frame.machine
      let source = try iterable(frame)
      // The frequent case without an iterator.
      if let range: RangeObject = source.asObject() {
        var (number, left) = (range.start, range.count)
        while left > 0 {
          try machine.step()
          try store(frame, .int(number))
          left -= 1
          if left > 0 { number += range.step }
          switch try body(frame) {
          case .normal, .continuing: continue
          case .breaking: return .normal
          case .returning(let value): return .returning(value)
          }
        }
        return try otherwise?(frame) ?? .normal
      }
      frame.span = span
      let iterator = try machine.iterator(source)
      while let value = try iterator.next(machine) {
        try machine.step()
        try store(frame, value)
        switch try body(frame) {
        case .normal, .continuing: frame.span = span
        case .breaking: return .normal
        case .returning(let value): return .returning(value)
        }
      }
      return try otherwise?(frame) ?? .normal
    }
  }

}
