internal import Datasets
internal import Diagnostics
internal import Digests
internal import Networks
internal import RunRecords
internal import Tensors
internal import Words

/// The work of `.data`.
struct DataTask: DirectiveTask {
  var facts: DataFacts
  var entry: DatasetEntry
  var scale: Double
  var shuffles: Bool
  /// How many examples to show.
  var shown: Int

  var limits: ExampleLimits {
    ExampleLimits(train: facts.counts.train + facts.counts.validation, test: facts.counts.test)
  }

  func prepare(_ session: inout Session) throws(TaskFailure) {
    let dataset = try session.known(entry, limits: limits)
    let seed = session.currentSeed
    var known = facts
    known.dataset = dataset.name
    var key = ResultKey(["data", dataset.sha256, "\(scale)", "\(facts.inputShape)"])
    key.add("\(facts.isOneHot) \(facts.counts)")
    if shuffles { key.add("shuffle", seed) }
    session.data[session.scope.id] = PreparedData(
      facts: known, pictureShape: dataset.imageShape,
      preparation: Preparation(
        divisor: Float(1 / scale), labelForm: facts.isOneHot ? .oneHot : .integer),
      key: key.digest, sha256: dataset.sha256, source: self, seed: seed)
    session.note(dataset, for: facts.dataset)
  }

  var keepsOutputs: Bool { shown > 0 }

  func dataIDs(in session: Session) -> [String] { shown > 0 ? [session.scope.id] : [] }

  func keyParts(in session: Session) -> [String] {
    [session.data(session.scope.id).key, session.data(session.scope.id).facts.dataset, "\(shown)"]
  }

  func run(_ session: inout Session) throws(TaskFailure) -> TaskOutputs {
    let prepared = session.data(session.scope.id)
    let words = session.words
    var outputs: TaskOutputs = []
    if prepared.facts.dataset != facts.dataset {
      let text = words.substituted(facts.dataset, by: prepared.facts.dataset)
      outputs.append(.text(TextOutput(name: "substitute", text: text)))
    }
    outputs.append(.table(table(prepared, words)))
    if shown > 0 {
      let figure = SampleFigure(prepared: prepared, split: .train, count: shown, words: words)
      outputs.append(.figure(figure.output()))
    }
    return outputs
  }

  /// The parts of a data set's bytes.
  func parts(of dataset: Dataset, seed: UInt64) -> [SplitName: Split] {
    let counts = facts.counts
    var train = dataset.train.prefix(counts.train + counts.validation)
    if shuffles { train = train.shuffled(seed: seed) }
    return [
      .train: train.subset(0..<counts.train).reshaped(facts.inputShape),
      .validation: train.subset(counts.train..<train.count).reshaped(facts.inputShape),
      .test: dataset.test.prefix(counts.test).reshaped(facts.inputShape),
    ]
  }

  private func table(_ prepared: PreparedData, _ words: OutputWords) -> TableOutput {
    let top = words.decimal(255 * scale, digits: 255 * scale == (255 * scale).rounded() ? 0 : 3)
    let labels = prepared.facts.isOneHot ? words.oneHot : words.integer
    return TableOutput(
      name: "parts",
      columns: [
        .init("part", heading: words.part),
        .init("images", heading: words.images, format: .integer(grouped: true)),
        .init("shape", heading: words.shape), .init("values", heading: words.range),
        .init("classes", heading: words.classes, format: .integer(grouped: true)),
        .init("labels", heading: words.labels),
      ],
      rows: SplitName.allCases.filter { prepared.facts.counts[$0] > 0 }.map { split in
        [
          .text(words.part(split)), .integer(prepared.facts.counts[split]),
          .text("\(prepared.facts.inputShape)"), .text("float32, 0–\(top)"),
          .integer(prepared.facts.classNames.count), .text(labels),
        ]
      })
  }
}
