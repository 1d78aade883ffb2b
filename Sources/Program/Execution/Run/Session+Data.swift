internal import Caching
internal import Datasets
internal import Diagnostics
internal import Digests
internal import Files
internal import RunRecords
internal import Words

extension Session {
  /// What is known of a data set: from this run, from the cache where its files are still the same,
  /// or from its content.
  mutating func known(
    _ entry: DatasetEntry, limits: ExampleLimits
  ) throws(TaskFailure) -> KnownDataset {
    if let loaded = datasets[entry.name], loaded.train.count >= limits.train,
      loaded.test.count >= limits.test
    {
      return KnownDataset(loaded)
    }
    if let known = remembered(entry) { return known }
    let dataset = try load(entry, limits: limits)
    remember(dataset, entry)
    return KnownDataset(dataset)
  }

  /// Takes a data set into the record.
  mutating func note(_ dataset: KnownDataset, for wanted: String) {
    let record = dataset.record(for: wanted)
    guard !dataSets.contains(record) else { return }
    dataSets.append(record)
    guard dataset.name != wanted else { return }
    // Whoever watches is told where another data set stands in.
    let text = { (language: Language) in language.words.substituted(wanted, by: dataset.name) }
    observe(.notice(Message(text(.english), pt: text(.portuguese))))
  }

  /// Takes a data set of the catalog that a cell read into the record.
  mutating func note(named wanted: String) {
    guard let entry = DatasetCatalog.entry(named: wanted),
      let dataset = try? known(entry, limits: ExampleLimits())
    else { return }
    note(dataset, for: wanted)
  }

  /// Reads a data set, unless this run has it already.
  mutating func load(
    _ entry: DatasetEntry, limits: ExampleLimits
  ) throws(TaskFailure) -> Dataset {
    if let loaded = datasets[entry.name], loaded.train.count >= limits.train,
      loaded.test.count >= limits.test
    {
      return loaded
    }
    let (id, observe) = (scope.id, observe)
    do {
      let dataset = try settings.locator.load(
        entry.name, limits: limits, isCancelled: isCancelled,
        onProgress: { progress in
          observe(
            .progress(
              TaskProgress(
                id: id, phase: .load, done: progress.received, total: progress.expected)))
        })
      datasets[entry.name] = dataset
      return dataset
    } catch {
      throw TaskFailure(error)
    }
  }

  /// Reads the bytes of prepared data that nothing has needed so far.
  mutating func loadBytes(_ id: String) throws(TaskFailure) {
    let prepared = data(id)
    guard prepared.parts == nil else { return }
    let dataset = try load(prepared.source.entry, limits: prepared.source.limits)
    guard dataset.sha256.description == prepared.sha256 else {
      throw .dataChanged(dataset.name)
    }
    let counts = prepared.source.facts.counts
    guard dataset.train.count >= counts.train + counts.validation,
      dataset.test.count >= counts.test
    else { throw .tooFewExamples(dataset) }
    data[id]?.parts = prepared.source.parts(of: dataset, seed: prepared.seed)
  }

  private func remembered(_ entry: DatasetEntry) -> KnownDataset? {
    guard let results, let address = address(entry) else { return nil }
    return results.result(at: address).flatMap(KnownDataset.init(json:))
  }

  private func remember(_ dataset: Dataset, _ entry: DatasetEntry) {
    guard let results, dataset.name == entry.name, let address = address(entry) else { return }
    results.keep(KnownDataset(dataset).json, at: address)
  }

  /// Nil where there are no files, or they changed so lately that the next change might not show.
  private func address(_ entry: DatasetEntry) -> CacheAddress? {
    guard let files = settings.locator.files(of: entry.name), files.allSatisfy(\.isSettled) else {
      return nil
    }
    return CacheAddress(
      "dataset", key: ResultKey(["dataset", entry.name] + files.map(\.description)).digest)
  }
}

extension TaskFailure {
  fileprivate static func tooFewExamples(_ dataset: Dataset) -> TaskFailure {
    let (train, test) = (dataset.train.count, dataset.test.count)
    return TaskFailure(
      .world, code: "too-few-examples",
      Message(
        "the files of '\(dataset.name)' have \(train) and \(test) examples, fewer than the set has",
        pt: "os arquivos de '\(dataset.name)' têm \(train) e \(test) exemplos, menos que o conjunto"
      ),
      hint: Message("say so with 'limit'", pt: "diga isso com 'limit'"))
  }

  fileprivate static func dataChanged(_ name: String) -> TaskFailure {
    TaskFailure(
      .world, code: "data-changed",
      Message(
        "the files of '\(name)' changed while the run went on",
        pt: "os arquivos de '\(name)' mudaram durante a execução"),
      hint: Message("run again", pt: "execute de novo"))
  }
}
