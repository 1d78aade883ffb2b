internal import Datasets
internal import Diagnostics
internal import Networks
internal import Notebooks
internal import RunRecords

/// `.fit`: trains a model.
enum FitDirective: DirectiveKind {
  static let name = "fit"
  static let purpose = Message("trains a model", pt: "treina um modelo")
  static let options =
    [OptionSpec.model, .data] + [
      OptionSpec(
        "epochs", Message("a whole number", pt: "um número inteiro"),
        Message("passes over the data; 1 where left out", pt: "passagens pelos dados; 1 se omitido")
      ),
      OptionSpec.batchSize,
      OptionSpec(
        "validation", Message("true, false or NAME.PART", pt: "true, false ou NOME.PARTE"),
        Message(
          "what to measure after each epoch; the validation part where there is one",
          pt: "o que medir após cada época; a parte de validação, se houver")),
      OptionSpec(
        "validation_data", Message("NAME or NAME.PART", pt: "NOME ou NOME.PARTE"),
        Message("the same, by Keras' name", pt: "o mesmo, com o nome do Keras")),
      OptionSpec(
        "class_weight", Message("{CLASS: NUMBER}", pt: "{CLASSE: NÚMERO}"),
        Message(
          "what the losses of a class' examples are multiplied by",
          pt: "pelo que as perdas dos exemplos de uma classe são multiplicadas")),
      OptionSpec(
        "callbacks", Message("a list of calls", pt: "uma lista de chamadas"),
        Message(
          "such as EarlyStopping(patience=3)", pt: "como EarlyStopping(patience=3)")),
      OptionSpec(
        "shuffle", Message("true or false", pt: "true ou false"),
        Message("a new order for each epoch", pt: "uma ordem nova a cada época")),
      OptionSpec(
        "stop_on_nan", Message("true or false", pt: "true ou false"),
        Message(
          "whether a loss that is no finite number is an error; true where left out",
          pt: "se uma perda que não é um número finito é um erro; true se omitido")),
    ] + OptionSpec.compiling

  static func plan(_ planner: inout TaskPlanner) -> (any DirectiveTask)? {
    let model = planner.model()
    let data = planner.data(part: .train)
    let epochs = planner.reader.int("epochs", in: 1...100_000)?.value ?? 1
    let batchSize = planner.reader.int("batch_size", in: 1...65_536)?.value ?? 32
    let shuffle = planner.reader.bool("shuffle") ?? true
    let stopsOnNaN = planner.reader.bool("stop_on_nan") ?? true
    let own = planner.hasCompileOptions ? planner.compileFacts() : nil
    guard case .found(var model) = model, case .found(let data) = data else { return nil }
    if let own {
      planner.compile(model, as: own)
      model.facts.compiled = own
    } else if planner.hasCompileOptions {
      return nil
    }
    let validation = planner.validation(for: data)
    let weights = planner.classWeights(data.facts.classNames.count)
    let rules = planner.rules()
    planner.checkTraining(model, data)
    planner.checkMemory(
      model, batch: min(batchSize, data.facts.counts[data.split]), isTraining: true)
    guard let compiled = model.facts.compiled, !planner.hasErrors else { return nil }
    let all = compiled.compilation.metricNames(validated: validation != nil) + rules.columns
    planner.checkMonitors(rules, all)
    planner.checkRates(rules, compiled.compilation.optimizer)
    if planner.hasErrors { return nil }
    planner.define(
      .fit,
      publishing: PublishedValues(
        series: Dictionary(all.map { ($0, epochs) }) { first, _ in first }))
    return FitTask(
      modelID: model.id, data: data, validation: validation, epochs: epochs,
      batchSize: batchSize, shuffle: shuffle, compiling: own, classWeights: weights,
      rules: rules, stopsOnNaN: stopsOnNaN)
  }
}

extension TaskPlanner {
  /// What is measured after each epoch.
  fileprivate mutating func validation(for data: DataReference) -> DataReference? {
    let hasPart = data.split == .train && data.facts.counts.validation > 0
    let ownPart = hasPart ? DataReference(id: data.id, split: .validation, facts: data.facts) : nil
    let name = directive.option("validation_data") == nil ? "validation" : "validation_data"
    if name != "validation", directive.option("validation") != nil {
      report(
        Diagnostic(
          code: "conflicting-options", at: place(of: name),
          Message(
            "'validation' and 'validation_data' say the same; give one of them",
            pt: "'validation' e 'validation_data' dizem o mesmo; dê só uma")))
    }
    guard let value = reader.value(name) else { return ownPart }
    if name == "validation", case .bool(let wanted) = value.kind {
      if wanted, ownPart == nil {
        report(
          Diagnostic(
            code: "empty-part", at: value.range,
            Message(
              "'\(data.id)' has no validation part", pt: "'\(data.id)' não tem parte de validação"),
            hint: Message(
              "set 'validation' in the data directive", pt: "defina 'validation' no bloco de dados")
          ))
      }
      return wanted ? ownPart : nil
    }
    guard case .found(let reference) = reader.data(name, in: context, part: .validation)
    else { return nil }
    if reference.facts.inputShape != data.facts.inputShape {
      report(
        Diagnostic(
          code: "input-shape", at: value.range,
          Message(
            "the validation data has another shape than the training data",
            pt: "os dados de validação têm outra forma que os de treino")))
    }
    return reference
  }
}
