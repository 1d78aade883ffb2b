internal import PythonSyntax

/// A function of the program, or a lambda.
final class ProgramFunction {
  let name: String
  let parameters: Parameters
  let body: Body
  /// The number of the cell that it stands in.
  let cell: Int
  /// The names that it binds itself.
  let own: Set<String>
  /// Every name that stands in it.
  let mentioned: Set<String>
  /// What the names of the function around it stood for when that returned.
  let captured: [String: Known]
  /// Whether it stands in another function, which hasn't returned yet.
  let isInside: Bool
  /// What the default value of each parameter is known to be; nil for a parameter without one.
  private let defaults: [Known?]
  /// Whether a call runs its body, and nothing else.
  let canBeFollowed: Bool
  /// The function itself, once it was made.
  private var value: Value?

  init(
    _ name: String, _ parameters: Parameters, _ body: Body, _ defaults: [Known?], cell: Int,
    isInside: Bool, isDecorated: Bool = false
  ) {
    (self.name, self.parameters, self.body, self.cell) = (name, parameters, body, cell)
    (self.defaults, self.isInside, captured) = (defaults, isInside, [:])
    var survey = NameSurvey()
    var mentioned = Set<String>()
    switch body {
    case .statements(let statements):
      survey.visit(statements)
      mentioned = MentionedNames.of(statements)
    case .expression(let value):
      survey.visit(value)
      mentioned = MentionedNames.of(value)
    }
    for value in parameters.all.compactMap(\.defaultValue) {
      mentioned.formUnion(MentionedNames.of(value))
    }
    self.mentioned = mentioned
    own = survey.bound.subtracting(survey.globals).union(parameters.all.map(\.name.text))
    canBeFollowed = !isDecorated && !survey.yields && survey.nonlocals.isEmpty
  }

  private init(_ inner: ProgramFunction, captured: [String: Known]) {
    (name, parameters, body, cell) = (inner.name, inner.parameters, inner.body, inner.cell)
    (own, mentioned, defaults) = (inner.own, inner.mentioned, inner.defaults)
    (canBeFollowed, isInside) = (inner.canBeFollowed, false)
    self.captured = captured
  }

  /// The function as it leaves the one around it, of which it keeps the names.
  func leaving(_ outer: ProgramFunction, _ known: [String: Known]) -> ProgramFunction {
    guard isInside else { return self }
    let names = mentioned.subtracting(own).intersection(outer.around)
    return ProgramFunction(self, captured: known.filter { names.contains($0.key) })
  }

  /// The names that are no globals in it.
  var around: Set<String> { own.union(captured.keys) }

  /// What its names stand for when a call begins; nil where the arguments aren't those that it takes.
  func bound(_ place: CallPlace) -> [String: Known]? {
    var all = captured.merging(own.map { ($0, Known.unknown) }) { _, own in own }
    for (parameter, value) in zip(parameters.all, defaults) {
      all[parameter.name.text] = value?.kept ?? .unknown
    }
    var places = (parameters.positionalOnly + parameters.standard).map(\.name.text)[...]
    for (argument, value) in zip(place.arguments, place.values) {
      switch argument.form {
      case .positional:
        guard let name = places.popFirst() else { return nil }
        all[name] = value
      case .keyword(let keyword):
        guard own.contains(keyword.text) else { return nil }
        all[keyword.text] = value
      case .unpackedSequence, .unpackedMapping: return nil
      }
    }
    return all
  }

  /// The function as the program will have it, which reads the machine's variables; nil where its default values
  /// can't be had.
  ///
  /// - Parameter outer: the values of the names that it has of the function around it, as far as they are known.
  func made(_ machine: Machine, _ outer: [String: Value]) -> Value? {
    if let value { return value }
    let scope = Scope(parent: Scope(parent: nil, .module))
    let names = Set(captured.keys)
    scope.declare(names, sharedWithInner: names, globals: [], nonlocals: [])
    let compiler = Compiler(
      scope: scope, globals: machine.currentGlobals,
      origin: CodeOrigin(function: name, line: { _ in 1 }, column: { _ in 0 }))
    let code = compiler.function(name, parameters, body, nil)
    let frame = Frame(
      machine, machine.currentGlobals, slots: 0, cells: names.count, captured: [])
    for (name, value) in outer {
      guard case .cell(let cell) = scope.place(of: name) else { continue }
      frame.cells[cell].value = value
    }
    value = try? code(frame)
    return value
  }
}
