internal import Diagnostics
internal import Networks
internal import Notebooks
internal import Tensors

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
    let compiled = model.facts.compiled
    if isTraining, compiled == nil { return }
    let need = MemoryNeed(
      model.facts.model, batch: batch,
      optimizer: isTraining ? compiled?.compilation.optimizer : nil)
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

  /// Checks that the model's outputs stand for the data's classes: one for each, or one number that says how sure the
  /// second of two is.
  mutating func checkClasses(_ model: ModelReference, _ data: DataReference) {
    let output = model.facts.model.outputShape
    let classes = data.facts.classNames.count
    guard output.rank == 1 else {
      return add(.outputNotFlat(shape: output), at: model.facts.lastLayer)
    }
    guard output.count != classes, output.count != 1 else { return }
    report(
      Diagnostic(
        code: "output-count", at: place(of: "model"),
        Message(
          "the model '\(model.id)' has \(output.count) outputs, but '\(data.id)' has \(classes) classes",
          pt:
            "o modelo '\(model.id)' tem \(output.count) saídas, mas '\(data.id)' tem \(classes) classes"
        )))
  }

  /// Reports that a part of a data set has no example of a number.
  mutating func reportNoExample(_ number: Int, of data: DataReference, at range: Range<Int>) {
    let (part, count) = ("\(data.id).\(data.split.rawValue)", data.facts.counts[data.split])
    report(
      Diagnostic(
        code: "out-of-range", at: range,
        Message(
          "there is no example \(number): '\(part)' has \(count)",
          pt: "não há o exemplo \(number): '\(part)' tem \(count)")))
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
