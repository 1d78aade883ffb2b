internal import Diagnostics
internal import Networks

extension TaskFailure {
  /// The failure that a training error means for a directive.
  init(_ error: TrainingError) {
    switch error {
    case .lossNotFinite(let epoch, let batch, let layer):
      let place = layer.map { "; a primeira camada com saída não finita é '\($0)'" } ?? ""
      self.init(
        .notebook, code: "loss-not-finite",
        Message(
          error.description, pt: "a perda não é finita na época \(epoch), lote \(batch)\(place)"),
        hint: Message(
          "a smaller learning rate often helps", pt: "uma taxa de aprendizado menor costuma ajudar")
      )
    case .cancelled:
      self = .interrupted
    case .noImages:
      self.init(
        .notebook, code: "no-images", Message(error.description, pt: "não há imagens"))
    case .inputCount(let model, let data):
      self.init(
        .notebook, code: "input-shape",
        Message(
          error.description,
          pt: "o modelo recebe entradas de forma \(model), mas as imagens têm a forma \(data)"))
    case .outputNotFlat(let shape):
      self.init(
        .notebook, code: "output-not-flat",
        Message(
          error.description, pt: "a saída do modelo tem a forma \(shape); uma perda pede um eixo só"
        ))
    case .targetCount(let outputs, let width):
      self.init(
        .notebook, code: "target-count",
        Message(
          error.description,
          pt: "a saída do modelo tem a forma \(outputs), mas cada alvo tem \(width) números"))
    case .labelOutside(let label, let place, let outputs):
      self.init(
        .notebook, code: "label-too-large",
        Message(
          error.description,
          pt: "o rótulo \(label) da \(place.portuguese) está fora das classes 0 a "
            + "\(outputs - 1), para as quais o modelo tem saídas"))
    case .labelNotWhole(let label, let place):
      self.init(
        .notebook, code: "label-not-whole",
        Message(
          error.description,
          pt: "o rótulo \(label) da \(place.portuguese) não é uma classe: classes são números "
            + "inteiros"))
    case .idOutside(let id, let layer, let rows, let place):
      self.init(
        .notebook, code: "id-outside",
        Message(
          error.description,
          pt: "\(id) na \(place.portuguese) está fora dos números 0 a \(rows - 1), para os quais a "
            + "camada '\(layer)' tem linhas"))
    case .tooMuchMemory(let need):
      self.init(
        .notebook, code: MemoryNeed.code, need.message("the model", pt: "o modelo"), hint: .smaller)
    case .invalidOption(let name, let value):
      self.init(
        .notebook, code: "out-of-range",
        Message(error.description, pt: "\(name) precisa ser ao menos 1, não \(value)"))
    }
  }

  /// The user asked to stop.
  static let interrupted = TaskFailure(
    .interrupted, code: "interrupted", Message("interrupted", pt: "interrompido"))
}

extension SamplePlace {
  fileprivate var portuguese: String {
    let axes = position.map(String.init).joined(separator: ", ")
    return (isValidation ? "amostra de validação" : "amostra") + " \(sample)"
      + (position.isEmpty ? "" : " em (\(axes))")
  }
}
