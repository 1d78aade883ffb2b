internal import Datasets
internal import Diagnostics
internal import Digests
internal import Networks
internal import RunRecords
internal import Tensors

/// The work of `.data`.
struct DataStep: Step {
  var facts: DataFacts
  var entry: DatasetEntry
  var scale: Double
  var shuffles: Bool
  /// How many examples to show.
  var shown: Int

  func prepare(_ session: inout Session) throws(StepFailure) {
    let dataset: Dataset
    if let loaded = session.datasets[entry.name], suffices(loaded) {
      dataset = loaded
    } else {
      dataset = try load(session)
      session.datasets[entry.name] = dataset
    }
    let parts = parts(of: dataset, seed: session.currentSeed)
    let preparation = Preparation(
      divisor: Float(1 / scale), labelForm: facts.isOneHot ? .oneHot : .integer)
    var known = facts
    known.dataset = dataset.name
    var key = StepKey(["data", dataset.sha256.description, "\(scale)", "\(facts.inputShape)"])
    key.add("\(facts.isOneHot) \(facts.counts)")
    if shuffles { key.add("shuffle", session.currentSeed) }
    session.data[session.scope.id] = PreparedData(
      facts: known, pictureShape: dataset.imageShape, parts: parts, preparation: preparation,
      key: key.digest)
    note(dataset, in: &session)
  }

  func keyParts(in session: Session) -> [String] {
    [session.data(session.scope.id).key, session.data(session.scope.id).facts.dataset, "\(shown)"]
  }

  func run(_ session: inout Session) throws(StepFailure) -> StepOutputs {
    let prepared = session.data(session.scope.id)
    let words = session.words
    var outputs: StepOutputs = []
    if prepared.facts.dataset != facts.dataset {
      let text = words.substituted(facts.dataset, by: prepared.facts.dataset)
      outputs.append(.text(TextOutput(name: "substitute", text: text)))
    }
    outputs.append(.table(table(prepared, words)))
    if shown > 0 {
      let figure = SampleFigure(prepared: prepared, split: .train, count: shown, words: words)
      outputs.append(.figure(figure.output(scope: session.scope)))
    }
    return outputs
  }

  /// Whether a data set that was loaded for another directive has all the examples needed here.
  private func suffices(_ dataset: Dataset) -> Bool {
    dataset.train.count >= facts.counts.train + facts.counts.validation
      && dataset.test.count >= facts.counts.test
  }

  private func load(_ session: Session) throws(StepFailure) -> Dataset {
    let (id, observe) = (session.scope.id, session.observe)
    let dataset: Dataset
    do {
      dataset = try session.settings.locator.load(
        entry.name,
        limits: ExampleLimits(
          train: facts.counts.train + facts.counts.validation, test: facts.counts.test),
        isCancelled: session.isCancelled,
        onProgress: { progress in
          observe(
            .progress(
              StepProgress(
                id: id, phase: .load, done: progress.received, total: progress.expected)))
        })
    } catch {
      throw StepFailure(error)
    }
    return dataset
  }

  private func parts(of dataset: Dataset, seed: UInt64) -> [SplitName: Split] {
    let counts = facts.counts
    var train = dataset.train.prefix(counts.train + counts.validation)
    if shuffles { train = train.shuffled(seed: seed) }
    return [
      .train: train.subset(0..<counts.train).reshaped(facts.inputShape),
      .validation: train.subset(counts.train..<train.count).reshaped(facts.inputShape),
      .test: dataset.test.prefix(counts.test).reshaped(facts.inputShape),
    ]
  }

  private func table(_ prepared: PreparedData, _ words: Words) -> TableOutput {
    let top = FixedNumber.text(255 * scale, digits: 255 * scale == (255 * scale).rounded() ? 0 : 3)
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

  private func note(_ dataset: Dataset, in session: inout Session) {
    guard !session.dataSets.contains(where: { $0.name == dataset.name }) else { return }
    session.dataSets.append(
      DataSetRecord(
        name: dataset.name, source: dataset.source, sha256: dataset.sha256.description,
        splits: [("train", dataset.train), ("test", dataset.test)].map { name, split in
          .init(name: name, shape: [split.count] + split.imageShape.extents)
        }, substituteFor: dataset.name == facts.dataset ? nil : facts.dataset))
  }
}
