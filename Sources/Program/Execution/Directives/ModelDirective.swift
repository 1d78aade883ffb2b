internal import Diagnostics
internal import PythonSyntax
internal import Networks
internal import Notebooks
internal import RunRecords
internal import Tensors

/// `.model`: builds a model from layers in Keras notation.
enum ModelDirective: DirectiveKind {
  static let name = "model"
  static let body = DirectiveSyntax.Body.notation
  static let purpose = Message("builds a model", pt: "constrói um modelo")
  static let options = [
    OptionSpec(
      "extends", Message("a model's name", pt: "o nome de um modelo"),
      Message("adds the layers to a copy of it", pt: "acrescenta as camadas a uma cópia dele")),
    OptionSpec(
      "input_shape", Message("a list of whole numbers", pt: "uma lista de números inteiros"),
      Message("the shape of one example", pt: "a forma de um exemplo")),
    OptionSpec(
      "summary", Message("true or false", pt: "true ou false"),
      Message("shows the summary table", pt: "mostra a tabela de resumo")),
  ]

  static func plan(_ planner: inout TaskPlanner) -> (any DirectiveTask)? {
    let summary = planner.reader.bool("summary") ?? false
    let base = planner.base()
    let inputShape = planner.reader.ints("input_shape", in: 1...1_048_576)
      .map { Shape($0.value) }
    let layers = planner.layers()
    guard let layers, !planner.hasErrors else { return nil }
    guard let model = planner.assemble(layers, on: base, inputShape: inputShape) else { return nil }
    let need = MemoryNeed(weightsOf: model)
    if need.isTooMuch {
      planner.report(
        Diagnostic(
          code: MemoryNeed.code, at: layers.last?.range ?? planner.directive.kindRange,
          need.message("the model", pt: "o modelo"), hint: .smaller))
      return nil
    }
    let calls = (base?.facts.calls ?? ["\(model.inputShape)"]) + layers.map(\.call.description)
    let last = layers.last?.range ?? base?.facts.lastLayer ?? planner.directive.kindRange
    planner.define(
      .model(ModelFacts(model: model, calls: calls, lastLayer: last)),
      publishing: PublishedValues(scalars: summary ? ModelSummary.valueNames : []))
    return ModelTask(
      model: model, calls: calls, declared: layers.map(\.call), baseID: base?.id,
      showsSummary: summary)
  }
}

extension TaskPlanner {
  /// The model that `extends` names.
  fileprivate mutating func base() -> ModelReference? {
    guard directive.option("extends") != nil else { return nil }
    if case .found(let base) = reader.model("extends", in: context) { return base }
    if !hasErrors { report(.brokenBase(at: place(of: "extends"))) }
    return nil
  }

  /// The declared layers with the place of each; nil where one is at fault.
  fileprivate mutating func layers() -> [DeclaredLayer]? {
    let directive = directive
    let notation = NotationReader(
      offset: { directive.sourceOffset(ofBodyUTF8: $0) },
      parameters: context.arguments)
    let module: Module
    do {
      module = try parseModule(ParameterText(directive.body, isNotation: true).plain)
    } catch {
      report(notation.syntax(error, at: notation.place(error.range)))
      return nil
    }
    let list = LayerList(module, reader: notation)
    for finding in list.findings { report(finding) }
    var layers: [DeclaredLayer] = []
    for entry in list.entries {
      let reader = LayerEntryReader(entry: entry, notation: notation)
      if let layer = reader.declaredLayer(&self) { layers.append(layer) }
    }
    return hasErrors ? nil : layers
  }

  /// The model that the layers make, every shape inferred.
  fileprivate mutating func assemble(
    _ layers: [DeclaredLayer], on base: ModelReference?, inputShape: Shape?
  ) -> Model? {
    do {
      let declarations = layers.map(\.declaration)
      let model =
        if let base {
          try base.facts.model.extending(name: id, with: declarations)
        } else {
          try Model(name: id, inputShape: inputShape, layers: declarations)
        }
      return isWhole(model, of: layers) ? model : nil
    } catch {
      report(error, at: error.layerIndex.map { layers[$0].range })
      return nil
    }
  }

  /// Reports layers that only programs can use.
  ///
  /// - Parameter layers: the last of the model's, among input layers, which are none of its own.
  private mutating func isWhole(_ model: Model, of layers: [DeclaredLayer]) -> Bool {
    let own = layers.filter { type(of: $0.declaration.layer).signature.name != "InputLayer" }
    let problems = zip(own, model.layers.suffix(own.count)).compactMap { declared, layer in
      ModelCheck.problem(of: layer).map { (declared.range, $0) }
    }
    for (range, problem) in problems { report(problem, at: range) }
    return problems.isEmpty
  }

  private mutating func report(_ error: ModelError, at range: Range<Int>?) {
    report(
      Diagnostic(
        code: error.code, at: range ?? directive.kindRange, error.message, hint: error.hint))
  }
}

extension Diagnostic {
  /// A note for a model whose base has errors: not an error of its own, but nothing can be built.
  fileprivate static func brokenBase(at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .note, code: "broken-base", at: range,
      Message("the model that this one extends has errors", pt: "o modelo estendido tem erros"))
  }
}

extension ArgumentValue {
  /// A parameter's value where Keras notation names it.
  init?(_ value: OptionValue) {
    switch value.kind {
    case .bool(let flag): self = .bool(flag)
    case .int(let number): self = .int(number)
    case .double(let number): self = .double(number)
    case .string(let text): self = .string(text)
    case .null, .list, .mapping: return nil
    }
  }
}
