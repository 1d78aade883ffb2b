extension Dataset {
  /// A set whose examples are made, as the catalog describes it, or the first examples of its parts.
  ///
  /// - Parameter split: the examples of some numbers.
  init(made entry: DatasetEntry, limits: ExampleLimits, _ split: (Range<Int>) -> Split) {
    let train = split(0..<min(limits.train, entry.trainCount))
    let start = entry.trainCount
    let test = split(start..<start + min(limits.test, entry.testCount))
    self.init(
      name: entry.name, source: "built in", sha256: Dataset.digest(train: train, test: test),
      train: train, test: test, classNames: entry.classNames)
  }
}
