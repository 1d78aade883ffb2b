internal import PythonSyntax

/// What a function runs.
enum Body {
  case statements([StatementNode])
  case expression(ExpressionNode)
}

extension Compiler {
  func define(_ definition: FunctionDefinition) -> CompiledStatement {
    let documentation = definition.body.documentation
    let make = function(
      definition.name.text, definition.parameters, .statements(definition.body), documentation)
    let decorate = decoration(definition.decorators)
    let store = store(definition.name.text)
    return { frame throws(PyError) in
      let value = try decorate(frame, make)
      try store(frame, value)
      return .normal
    }
  }

  /// Applies decorators, which are evaluated first, to what is made then.
  private func decoration(
    _ decorators: [ExpressionNode]
  ) -> (Frame, Code) throws(PyError) -> Value {
    let decorators = decorators.map { (code: code($0), span: SourceSpan($0.range)) }
    return { frame, make throws(PyError) in
      var decorations: [Value] = []
      for decorator in decorators { decorations.append(try decorator.code(frame)) }
      var value = try make(frame)
      for (decoration, decorator) in zip(decorations, decorators).reversed() {
        frame.span = decorator.span
        value = try frame.machine.call(decoration, Arguments([value]))
      }
      return value
    }
  }

  func define(_ definition: ClassDefinition, _ node: StatementNode) -> CompiledStatement {
    let name = definition.name.text
    let inner = Scope(parent: scope, .class)
    var survey = NameSurvey()
    survey.visit(definition.body)
    inner.declare(survey.bound, sharedWithInner: [], globals: survey.globals, nonlocals: [])
    var compiler = self.inner(inner, name)
    compiler.prefix = "\(prefix)\(name)."
    let body = compiler.block(definition.body)
    let names = inner.slots
    let bases = definition.arguments.filter { $0.form == .positional }.map { code($0.value) }
    let (decorate, span) = (decoration(definition.decorators), SourceSpan(node.range))
    let (store, prefix, documentation) = (store(name), self.prefix, definition.body.documentation)
    let captures = inner.captures.map { capture($0.from) }
    let make: Code = { frame throws(PyError) in
      let machine = frame.machine
      var base: TypeObject?
      for code in bases {
        let value = try code(frame)
        guard let type: TypeObject = value.asObject() else {
          throw machine.error("TypeError", "bases must be classes")
        }
        if type !== TypeObject.object { base = base ?? type }
      }
      let inside = Frame(
        machine, frame.globals, slots: names.count, cells: 1, captured: captures.map { $0(frame) })
      frame.span = span
      _ = try body(inside)
      var members = ["__doc__": documentation.map(Value.string) ?? Value.none]
      for (name, slot) in names where !inside.slots[slot].isUnset {
        members[name] = inside.slots[slot]
      }
      let type = TypeObject(name, in: prefix, base: base, members: members)
      inside.cells[0].value = .object(type)
      return .object(type)
    }
    return { frame throws(PyError) in
      try store(frame, try decorate(frame, make))
      return .normal
    }
  }

  /// A function's code, and what makes the function where it stands.
  func function(
    _ name: String, _ parameters: Parameters, _ body: Body, _ documentation: String?
  ) -> Code {
    let inner = Scope(parent: scope)
    var survey = NameSurvey()
    switch body {
    case .statements(let statements): survey.visit(statements)
    case .expression(let value): survey.visit(value)
    }
    survey.bound.formUnion(parameters.all.map(\.name.text))
    inner.declare(
      survey.bound, sharedWithInner: survey.usedInside, globals: survey.globals,
      nonlocals: survey.nonlocals)
    let compiled = FunctionCode(
      name: name, qualifiedName: prefix + name, documentation: documentation)
    func parameter(_ given: Parameters.Parameter) -> FunctionCode.Parameter {
      .init(
        name: given.name.text, place: inner.place(of: given.name.text),
        hasDefault: given.defaultValue != nil)
    }
    compiled.positionalOnly = parameters.positionalOnly.map(parameter)
    compiled.standard = parameters.standard.map(parameter)
    compiled.extraPositional = parameters.extraPositional.map(parameter)
    compiled.keywordOnly = parameters.keywordOnly.map(parameter)
    compiled.extraKeyword = parameters.extraKeyword.map(parameter)
    compiled.finish()
    compiled.isGenerator = survey.yields
    var compiler = self.inner(inner, name)
    compiler.firstParameter = parameters.all.first?.name.text
    compiler.prefix = "\(prefix)\(name).<locals>."
    switch body {
    case .statements(let statements): compiled.body = compiler.block(statements)
    case .expression(let value):
      let (value, origin) = (compiler.code(value), compiler.origin)
      compiled.body = { frame throws(PyError) in
        do throws(PyError) {
          return .returning(try value(frame))
        } catch {
          throw frame.passed(by: error, origin)
        }
      }
    }
    compiled.slotCount = inner.slots.count
    compiled.cellCount = inner.cells.count
    let defaults = parameters.all.compactMap { given in
      given.defaultValue.map { (given.name.text, code($0)) }
    }
    let captures = inner.captures.map { capture($0.from) }
    return { frame throws(PyError) in
      var values: [String: Value] = [:]
      for (name, code) in defaults { values[name] = try code(frame) }
      return .object(
        FunctionObject(compiled, defaults: values, captured: captures.map { $0(frame) }))
    }
  }

  /// Takes a variable along for a function that is made here.
  func capture(_ place: Scope.Place) -> (Frame) -> SharedVariable {
    switch place {
    case .cell(let index): { $0.cells[index] }
    case .captured(let index): { $0.captured[index] }
    // What functions inside use is a cell, and never captured from the module.
    case .slot, .global: { _ in SharedVariable() }
    }
  }

  /// A comprehension runs as a function of its own.
  func comprehension(
    _ form: ComprehensionForm?, _ elements: [ExpressionNode], _ clauses: [ComprehensionClause],
    _ node: ExpressionNode
  ) -> Code {
    let inner = Scope(parent: scope)
    let survey = NameSurvey(comprehension: elements, clauses)
    inner.declare(survey.bound, sharedWithInner: survey.usedInside, globals: [], nonlocals: [])
    let name = form == .generator ? "<genexpr>" : origin.function
    let compiler = self.inner(inner, name)
    let sources = clauses.enumerated().map { index, clause in
      index == 0 ? code(clause.iterable) : compiler.code(clause.iterable)
    }
    let stores = clauses.map { compiler.store($0.target) }
    let conditions = clauses.map { $0.conditions.map { compiler.test($0) } }
    let span = SourceSpan(node.range)
    let elementSpan = SourceSpan(
      elements[0].range.lowerBound..<elements[elements.count - 1].range.upperBound)
    let parts = elements.map { compiler.code($0) }
    let captures = inner.captures.map { capture($0.from) }
    func walk(
      _ depth: Int, _ outer: Frame, _ frame: Frame,
      _ body: (Frame) throws(PyError) -> Void
    ) throws(PyError) {
      let machine = frame.machine
      let source = try sources[depth](depth == 0 ? outer : frame)
      frame.span = span
      let iterator = try machine.iterator(source)
      while let value = try iterator.next(machine) {
        try machine.step()
        try stores[depth](frame, value)
        var holds = true
        for condition in conditions[depth] where holds { holds = try condition(frame) }
        guard holds else { continue }
        if depth + 1 < sources.count {
          try walk(depth + 1, outer, frame, body)
        } else {
          try body(frame)
        }
        frame.span = span
      }
    }
    let (slots, cells) = (inner.slots, inner.cells)
    return { outer throws(PyError) in
      let machine = outer.machine
      let frame = Frame(
        machine, outer.globals, slots: slots.count, cells: cells.count,
        captured: captures.map { $0(outer) })
      if form == .generator {
        let source = try sources[0](outer)
        outer.span = span
        return .object(
          LazyComprehension(
            frame, try machine.iterator(source), sources: sources, stores: stores,
            conditions: conditions, element: parts[0], origin: compiler.origin))
      }
      defer { outer.span = frame.span }
      switch form {
      case .set:
        let set = SetObject()
        try walk(0, outer, frame) { frame throws(PyError) in
          let value = try parts[0](frame)
          frame.span = elementSpan
          try set.insert(value, machine)
        }
        return .object(set)
      case nil:
        let dict = DictObject()
        try walk(0, outer, frame) { frame throws(PyError) in
          let (key, value) = (try parts[0](frame), try parts[1](frame))
          frame.span = elementSpan
          try dict.set(key, value, machine)
        }
        return .object(dict)
      case .list, .generator:
        var items: [Value] = []
        try walk(0, outer, frame) { frame throws(PyError) in
          try machine.spend(growingTo: items.count + 1)
          items.append(try parts[0](frame))
        }
        return .object(ListObject(items))
      }
    }
  }
}

extension [StatementNode] {
  /// A string that stands first.
  fileprivate var documentation: String? {
    guard case .expression(let value)? = first?.kind, case .string(let text) = value.kind else {
      return nil
    }
    return text
  }
}
