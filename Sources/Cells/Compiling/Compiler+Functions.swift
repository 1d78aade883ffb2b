internal import KerasNotation

/// What a function runs.
enum Body {
  case statements([StatementNode])
  case expression(ExpressionNode)
}

extension Compiler {
  func define(_ definition: FunctionDefinition) -> Step {
    let documentation = definition.body.documentation
    let make = function(
      definition.name.text, definition.parameters, .statements(definition.body), documentation)
    let decorators = definition.decorators.map { code($0) }
    let store = store(definition.name.text)
    return { frame throws(PyError) in
      var decorations: [Value] = []
      for decorator in decorators { decorations.append(try decorator(frame)) }
      var value = try make(frame)
      for decoration in decorations.reversed() {
        value = try frame.machine.call(decoration, Arguments([value]))
      }
      try store(frame, value)
      return .normal
    }
  }

  func define(_ definition: ClassDefinition) -> Step {
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
    let decorators = definition.decorators.map { code($0) }
    let (store, documentation) = (store(name), definition.body.documentation)
    let captures = inner.captures.map { capture($0.from) }
    return { frame throws(PyError) in
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
      _ = try body(inside)
      var members = ["__doc__": documentation.map(Value.string) ?? Value.none]
      for (name, slot) in names where !inside.slots[slot].isUnset {
        members[name] = inside.slots[slot]
      }
      let type = TypeObject(name, base: base, members: members)
      var value = Value.object(type)
      inside.cells[0].value = value
      for decorator in decorators.reversed() {
        value = try machine.call(decorator(frame), Arguments([value]))
      }
      try store(frame, value)
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
      let value = compiler.code(value)
      compiled.body = { frame throws(PyError) in .returning(try value(frame)) }
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
  func capture(_ place: Scope.Place) -> (Frame) -> Cell {
    switch place {
    case .cell(let index): { $0.cells[index] }
    case .captured(let index): { $0.captured[index] }
    // What functions inside use is a cell, and never captured from the module.
    case .slot, .global: { _ in Cell() }
    }
  }

  /// A comprehension runs as a function of its own.
  func comprehension(
    _ form: ComprehensionForm?, _ elements: [ExpressionNode], _ clauses: [ComprehensionClause]
  ) -> Code {
    let inner = Scope(parent: scope)
    let survey = NameSurvey(comprehension: elements, clauses)
    inner.declare(survey.bound, sharedWithInner: survey.usedInside, globals: [], nonlocals: [])
    let compiler = self.inner(inner, functionName)
    let sources = clauses.enumerated().map { index, clause in
      index == 0 ? code(clause.iterable) : compiler.code(clause.iterable)
    }
    let stores = clauses.map { compiler.store($0.target) }
    let conditions = clauses.map { $0.conditions.map { compiler.code($0) } }
    let parts = elements.map { compiler.code($0) }
    let captures = inner.captures.map { capture($0.from) }
    func walk(
      _ depth: Int, _ outer: Frame, _ frame: Frame,
      _ body: (Frame) throws(PyError) -> Void
    ) throws(PyError) {
      let machine = frame.machine
      let iterator = try machine.iterator(sources[depth](depth == 0 ? outer : frame))
      while let value = try iterator.next(machine) {
        try machine.step()
        try stores[depth](frame, value)
        var holds = true
        for condition in conditions[depth] where holds {
          holds = try machine.isTrue(condition(frame))
        }
        guard holds else { continue }
        if depth + 1 < sources.count {
          try walk(depth + 1, outer, frame, body)
        } else {
          try body(frame)
        }
      }
    }
    let (slots, cells) = (inner.slots, inner.cells)
    return { outer throws(PyError) in
      let machine = outer.machine
      let frame = Frame(
        machine, outer.globals, slots: slots.count, cells: cells.count,
        captured: captures.map { $0(outer) })
      if form == .generator {
        let first = try machine.iterator(sources[0](outer))
        return .object(
          LazyComprehension(
            frame, first, sources: sources, stores: stores, conditions: conditions,
            element: parts[0]))
      }
      switch form {
      case .set:
        let set = SetObject()
        try walk(0, outer, frame) { frame throws(PyError) in
          try set.insert(parts[0](frame), machine)
        }
        return .object(set)
      case nil:
        let dict = DictObject()
        try walk(0, outer, frame) { frame throws(PyError) in
          try dict.set(parts[0](frame), parts[1](frame), machine)
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
