internal import Diagnostics
internal import Networks
internal import Notebooks

extension TaskPlanner {
  /// Checks that a model is compiled and fits the data, its labels and its loss.
  mutating func checkTraining(_ model: ModelReference, _ data: DataReference) {
    checkInput(model, data)
    guard let compiled = model.facts.compiled else {
      report(
        Diagnostic(
          code: "not-compiled", at: place(of: "model"),
          Message(
            "the model '\(model.id)' is not compiled",
            pt: "o modelo '\(model.id)' não foi compilado"),
          hint: Message(
            "put a '.compile' block before this, or give 'loss' and 'optimizer' here",
            pt: "ponha um bloco '.compile' antes, ou dê 'loss' e 'optimizer' aqui")))
      return
    }
    let findings = ModelCheck.findings(
      model: model.facts.model, loss: compiled.compilation.loss,
      labelForm: data.facts.isOneHot ? .oneHot : .integer,
      classCount: data.facts.classNames.count)
    for finding in findings {
      add(finding, at: finding.isAboutLastLayer ? model.facts.lastLayer : place(of: "model"))
    }
  }

  /// Refuses a model and a batch that take more memory than one run may hold.
  mutating func checkMemory(_ model: ModelReference, batch: Int, isTraining: Bool) {
    guard let compiled = model.facts.compiled else { return }
    let need = MemoryNeed(
      model.facts.model, batch: batch,
      optimizer: isTraining ? compiled.compilation.optimizer : nil)
    guard need.isTooMuch else { return }
    let words =
      isTraining
      ? need.message("training '\(model.id)'", pt: "treinar '\(model.id)'")
      : need.message("measuring '\(model.id)'", pt: "medir '\(model.id)'")
    report(
      Diagnostic(code: MemoryNeed.code, at: place(of: "batch_size"), words, hint: .smaller))
  }

  /// Checks that the data has the shape that the model takes.
  mutating func checkInput(_ model: ModelReference, _ data: DataReference) {
    let finding = ModelCheck.inputFinding(
      model: model.facts.model, imageShape: data.facts.inputShape)
    if let finding { add(finding, at: place(of: "data")) }
  }

  /// Where an option's value stands; the directive's class where it is left out.
  func place(of option: String) -> Range<Int> {
    directive.option(option)?.value.range ?? directive.kindRange
  }

  private mutating func add(_ finding: ModelFinding, at range: Range<Int>) {
    report(
      Diagnostic(
        finding.isWarning ? .warning : .error, code: finding.code, at: range, finding.message,
        hint: finding.hint))
  }
}
