internal import Diagnostics
internal import Networks
internal import Notebooks

extension TaskPlanner {
  /// The options `optimizer`, `loss` and `metrics`, looked up and checked; nil where one is at
  /// fault or `loss` is missing.
  mutating func compileFacts() -> CompileFacts? {
    let optimizer =
      argument("optimizer")
      ?? .found(WrittenArgument(value: .string("rmsprop"), range: directive.kindRange))
    let metrics = list("metrics")
    guard let loss = argument("loss") else {
      report(
        Diagnostic(
          code: "missing-option", at: directive.kindRange,
          Message(
            "'.\(directive.kind)' needs the option 'loss'",
            pt: "'.\(directive.kind)' precisa da opção 'loss'")))
      return nil
    }
    guard case .found(let optimizer) = optimizer, case .found(let loss) = loss,
      case .found(let metrics) = metrics
    else { return nil }
    return make(optimizer, loss, metrics)
  }

  /// Whether the directive itself says how to train.
  var hasCompileOptions: Bool {
    OptionSpec.compiling.contains { directive.option($0.name) != nil }
  }

  /// Notes that a model is compiled from here on.
  mutating func compile(_ model: ModelReference, as facts: CompileFacts) {
    var known = model.facts
    known.compiled = facts
    context.update(model.id, known)
  }

  private mutating func make(
    _ optimizer: WrittenArgument, _ loss: WrittenArgument, _ metrics: [WrittenArgument]
  ) -> CompileFacts? {
    for metric in metrics {
      check(metric) { (value) throws(ArgumentError) in _ = try MetricCatalog.make(value) }
    }
    check(optimizer) { (value) throws(ArgumentError) in _ = try OptimizerCatalog.make(value) }
    check(loss) { (value) throws(ArgumentError) in _ = try LossCatalog.make(value) }
    let compilation = try? Compilation(
      optimizer: optimizer.value, loss: loss.value, metrics: metrics.map(\.value))
    return compilation.map {
      CompileFacts(
        compilation: $0,
        optimizer: optimizer.value, loss: loss.value, metrics: metrics.map(\.value))
    }
  }

  /// Reports what a catalog says against a name or a call.
  mutating func check(
    _ written: WrittenArgument, _ make: (ArgumentValue) throws(ArgumentError) -> Void
  ) {
    do {
      try make(written.value)
    } catch {
      let mistake = error.innermost
      report(
        Diagnostic(
          code: mistake.code, at: written.place(of: error), mistake.message, hint: mistake.hint))
    }
  }

  /// A list of names or calls that an option has; nil where it is left out or at fault.
  mutating func arguments(_ name: String) -> [WrittenArgument]? {
    guard directive.option(name) != nil, case .found(let values) = list(name) else { return nil }
    return values
  }

  private mutating func list(_ name: String) -> Reference<[WrittenArgument]> {
    guard let value = reader.value(name, as: .notation) else { return .found([]) }
    var values: [WrittenArgument] = []
    for item in OptionReader.items(value) {
      guard case .found(let argument) = argument(item) else { return .broken }
      values.append(argument)
    }
    return .found(values)
  }

  /// A name or a call in Keras notation; nil where the option is left out.
  private mutating func argument(_ name: String) -> Reference<WrittenArgument>? {
    reader.value(name, as: .notation).map { argument($0) }
  }

  private mutating func argument(_ value: OptionValue) -> Reference<WrittenArgument> {
    guard case .string(let text) = value.kind else {
      report(
        Diagnostic(
          code: "wrong-type", at: value.range,
          Message(
            "a name or a call is needed here, not '\(value.text)'",
            pt: "aqui é preciso um nome ou uma chamada, não '\(value.text)'")))
      return .broken
    }
    guard text.contains("(") else {
      return .found(WrittenArgument(value: .string(text), range: value.range))
    }
    let notation = NotationReader(value, parameters: context.arguments)
    return notation.call(ParameterText(text, isNotation: true).plain, whole: value.range)
      .reported(to: &self)
  }
}
