internal import Diagnostics
internal import RunRecords

/// The words that outputs carry, in the lesson's language.
struct OutputWords: Sendable {
  let language: Language

  private func pick(_ english: String, _ portuguese: String) -> String {
    language == .portuguese ? portuguese : english
  }

  var epoch: String { pick("epoch", "época") }
  var layer: String { pick("layer", "camada") }
  var type: String { pick("type", "tipo") }
  var outputShape: String { pick("output shape", "forma da saída") }
  var parameters: String { pick("parameters", "parâmetros") }
  var allParameters: String { pick("all parameters", "parâmetros ao todo") }
  var trainableParameters: String { pick("trainable", "treináveis") }
  var otherParameters: String { pick("not trainable", "não treináveis") }
  var part: String { pick("part", "parte") }
  var images: String { pick("images", "imagens") }
  var shape: String { pick("shape", "forma") }
  var range: String { pick("values", "valores") }
  var labels: String { pick("labels", "rótulos") }
  var classes: String { pick("classes", "classes") }
  var classWord: String { pick("class", "classe") }
  var examples: String { pick("examples", "exemplos") }
  var precision: String { pick("precision", "precisão") }
  var recall: String { pick("recall", "revocação") }
  var trueClass: String { pick("true class", "classe verdadeira") }
  var predictedClass: String { pick("predicted class", "classe prevista") }
  var predicted: String { pick("predicted", "previsto") }
  var probability: String { pick("probability", "probabilidade") }
  var index: String { pick("index", "índice") }
  var oneHot: String { "one-hot" }
  var integer: String { pick("integers", "inteiros") }

  func part(_ split: SplitName) -> String {
    switch split {
    case .train: pick("training", "treino")
    case .validation: pick("validation", "validação")
    case .test: pick("test", "teste")
    }
  }

  /// The name of a metric as a heading; Keras' own name where there is no usual word.
  func metric(_ name: String) -> String { name }

  /// "7 (99.1 %)": what a picture's caption says of a prediction.
  func prediction(_ predicted: String, probability: Double, truth: String) -> String {
    let percent = decimal(probability * 100, digits: 1)
    return predicted == truth
      ? "\(predicted) (\(percent) %)" : "\(truth) → \(predicted) (\(percent) %)"
  }

  func samplesAlt(_ count: Int, _ dataset: String, _ labels: [String]) -> String {
    let list = labels.joined(separator: ", ")
    return pick(
      "The first \(count) images of \(dataset), with the labels \(list)",
      "As primeiras \(count) imagens de \(dataset), com os rótulos \(list)")
  }

  func curveAlt(_ metric: String, from first: Double, to last: Double, epochs: Int) -> String {
    let (start, end) = (decimal(first, digits: 4), decimal(last, digits: 4))
    return pick(
      "\(metric) goes from \(start) to \(end) in \(epochs) \(epochs == 1 ? "epoch" : "epochs")",
      "\(metric) vai de \(start) a \(end) em \(epochs) \(epochs == 1 ? "época" : "épocas")")
  }

  func confusionAlt(right: Int, of total: Int, worst: (truth: String, guess: String, count: Int)?)
    -> String
  {
    let base = pick(
      "Confusion matrix: \(right) of \(total) examples on the diagonal",
      "Matriz de confusão: \(right) de \(total) exemplos na diagonal")
    guard let worst else { return base }
    return base
      + pick(
        "; most often \(worst.truth) is taken for \(worst.guess) (\(worst.count) times)",
        "; o engano mais comum é \(worst.truth) lido como \(worst.guess) (\(worst.count) vezes)")
  }

  func predictionsAlt(_ count: Int, wrong: Int) -> String {
    pick(
      "\(count) images with true and predicted label, \(wrong) of them wrong",
      "\(count) imagens com rótulo verdadeiro e previsto, \(wrong) delas erradas")
  }

  func substituted(_ wanted: String, by given: String) -> String {
    pick(
      "\(wanted) was not found; \(given) stands in for it, so numbers differ from the real ones.",
      "\(wanted) não foi encontrado; \(given) toma o seu lugar, e os números diferem dos reais.")
  }

  /// A number with the language's decimal separator.
  func decimal(_ value: Double, digits: Int) -> String {
    NumberForm(.fixed(digits: digits), in: language).text(value)
  }
}
