internal import Datasets
internal import Diagnostics
internal import Networks
internal import Notebooks
internal import RunRecords
internal import Tensors
internal import Words

/// How often numbers of some size are found: among weights, pixels, or the probabilities of predictions.
enum HistogramKind: FigureKind {
  /// What is counted.
  enum Source: String, CaseIterable { case weights, pixels, confidence }

  static let name = "histogram"
  static let options = BarsKind.options + [OptionSpec.layer, .bins]

  static func plan(_ planner: inout TaskPlanner) -> (any DirectiveTask)? {
    let written = planner.reader.choice("what", of: Source.allCases.map(\.rawValue))
    let bins = planner.reader.int("bins", in: 2...200)?.value ?? 32
    guard written != nil || planner.directive.option("what") == nil else { return nil }
    switch written.flatMap({ Source(rawValue: $0.value) }) ?? .weights {
    case .weights: return planner.weights(bins)
    case .pixels:
      guard case .found(let data) = planner.data(part: .train) else { return nil }
      return HistogramTask(numbers: .pixels(data), bins: bins)
    case .confidence:
      guard let (model, data) = planner.classifier(asShares: true) else { return nil }
      return HistogramTask(numbers: .confidence(model.id, data), bins: bins)
    }
  }
}

extension TaskPlanner {
  fileprivate mutating func weights(_ bins: Int) -> (any DirectiveTask)? {
    guard case .found(let model) = model() else { return nil }
    let layer = layer(of: model)
    let layers = model.facts.model.layers
    let trained = layer.map { layers[$0.value].trainableCount } ?? model.facts.model.trainableCount
    guard trained > 0 else {
      let name = layer.map { layers[$0.value].name } ?? model.id
      report(
        Diagnostic(
          code: "no-weights", at: layer?.range ?? place(of: "model"),
          Message("'\(name)' has no weights to train", pt: "'\(name)' não tem pesos a treinar"),
          hint: OptionReader.choices(layers.filter { $0.trainableCount > 0 }.map(\.name))))
      return nil
    }
    return HistogramTask(numbers: .weights(model.id, layer: layer?.value), bins: bins)
  }
}

/// The work of ``HistogramKind``.
struct HistogramTask: DirectiveTask {
  /// Where the numbers come from.
  enum Numbers: Sendable {
    /// The trainable weights of a layer, or of all.
    case weights(String, layer: Int?)
    case pixels(DataReference)
    /// The probability of the predicted class.
    case confidence(String, DataReference)
  }

  var numbers: Numbers
  var bins: Int

  func keyParts(in session: Session) -> [String] {
    let parts =
      switch numbers {
      case .weights(let model, let layer):
        ["weights", session.model(model).key, layer.map(String.init) ?? "all"]
      case .pixels(let data): ["pixels", session.data(data.id).key, "\(data.split)"]
      case .confidence(let model, let data):
        ["confidence", session.model(model).key, session.data(data.id).key, "\(data.split)"]
      }
    return [HistogramKind.name] + parts + ["\(bins)"]
  }

  var keepsOutputs: Bool { !dataIDs.isEmpty }

  private var dataIDs: [String] {
    switch numbers {
    case .weights: []
    case .pixels(let data), .confidence(_, let data): [data.id]
    }
  }

  func dataIDs(in session: Session) -> [String] { dataIDs }

  func run(_ session: inout Session) throws(TaskFailure) -> TaskOutputs {
    let words = session.words
    let (label, parts) = try counted(session)
    let series = parts.map { part in
      Figure.Series(
        label: part.label, style: .bars, x: part.histogram.middles,
        y: part.histogram.counts.map(Double.init))
    }
    let chart = Figure.Chart(xLabel: label, yLabel: words.howMany, series: series)
    return [
      .figure(
        FigureOutput(
          name: HistogramKind.name, figure: Figure(panels: [.init(.chart(chart))]),
          alt: words.histogramAlt(label, parts)))
    ]
  }

  private func counted(
    _ session: Session
  ) throws(TaskFailure) -> (label: String, parts: [(label: String, histogram: Histogram)]) {
    let words = session.words
    switch numbers {
    case .weights(let id, let layer):
      let state = session.model(id)
      let values = state.weights.trainable(of: state.model, layer: layer)
      let name = layer.map { words.weight(of: state.model.layers[$0].name) } ?? words.weight
      return (name, [(name, Histogram(of: values, bins: bins))])
    case .pixels(let data):
      let prepared = session.data(data.id)
      let histogram = Histogram(bytes: prepared.split(data.split).images, prepared, bins: bins)
      return (words.pixel, [(words.pixel, histogram)])
    case .confidence(let id, let data):
      let predictions = try Predictor(session, modelID: id, data: data).predict()
      let parts = [(words.right, true), (words.wrong, false)].map { label, isRight in
        var histogram = Histogram(from: 0, to: 1, bins: bins)
        for (confidence, hit) in zip(predictions.confidences, predictions.hits)
        where hit == isRight && confidence.isFinite {
          histogram.add(confidence)
        }
        return (label, histogram)
      }
      return (words.confidence, parts)
    }
  }
}

extension Histogram {
  /// Bytes as the network sees them: each divided by the preparation's number.
  fileprivate init(bytes: [UInt8], _ prepared: PreparedData, bins: Int) {
    var counts = [Int](repeating: 0, count: 256)
    for byte in bytes { counts[Int(byte)] += 1 }
    let divisor = Double(prepared.preparation.divisor)
    self.init(from: 0, to: 255 / divisor, bins: bins)
    for (byte, count) in counts.enumerated() { add(Double(byte) / divisor, times: count) }
  }
}

extension ModelWeights {
  /// The numbers that training moves, of one layer or of all.
  fileprivate func trainable(of model: Model, layer: Int?) -> [Float] {
    var values: [Float] = []
    var place = 0
    for (index, part) in model.layers.enumerated() {
      for spec in part.weightSpecs {
        if spec.isTrainable, layer ?? index == index { values += tensors[place].values }
        place += 1
      }
    }
    return values
  }
}
