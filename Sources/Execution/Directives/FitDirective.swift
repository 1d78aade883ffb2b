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
        "shuffle", Message("true or false", pt: "true ou false"),
        Message("a new order for each epoch", pt: "uma ordem nova a cada época")),
    ] + OptionSpec.compiling

  static func plan(_ planner: inout StepPlanner) -> (any Step)? {
    let model = planner.model()
    let data = planner.data(part: .train)
    let epochs = planner.reader.int("epochs", in: 1...100_000)?.value ?? 1
    let batchSize = planner.reader.int("batch_size", in: 1...65_536)?.value ?? 32
    let shuffle = planner.reader.bool("shuffle") ?? true
    let own = planner.hasCompileOptions ? planner.compileFacts() : nil
    guard case .found(var model) = model, case .found(let data) = data else { return nil }
    if let own {
      planner.compile(model, as: own)
      model.facts.compiled = own
    } else if planner.hasCompileOptions {
      return nil
    }
    let validation = planner.validation(for: data)
    planner.checkTraining(model, data)
    planner.checkMemory(
      model, batch: min(batchSize, data.facts.counts[data.split]), isTraining: true)
    guard let compiled = model.facts.compiled, !planner.hasErrors else { return nil }
    let names = compiled.compilation.figureNames
    let all = names + (validation == nil ? [] : names.map { "val_\($0)" })
    planner.define(
      .fit,
      publishing: PublishedValues(
        series: Dictionary(all.map { ($0, epochs) }) { first, _ in first }))
    return FitStep(
      modelID: model.id, data: data, validation: validation, epochs: epochs,
      batchSize: batchSize, shuffle: shuffle, compiling: own)
  }
}

extension StepPlanner {
  /// What is measured after each epoch.
  fileprivate mutating func validation(for data: DataReference) -> DataReference? {
    let hasPart = data.split == .train && data.facts.counts.validation > 0
    let ownPart = hasPart ? DataReference(id: data.id, split: .validation, facts: data.facts) : nil
    guard let value = reader.value("validation") else { return ownPart }
    if case .bool(let wanted) = value.kind {
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
    guard case .found(let reference) = reader.data("validation", in: context, part: .validation)
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
