extension SyntheticDigits {
  /// The data set as the catalog describes it, or the first examples of its parts.
  static func dataset(_ entry: DatasetEntry, limits: ExampleLimits) -> Dataset {
    let train = split(0..<min(limits.train, entry.trainCount))
    let start = entry.trainCount
    let test = split(start..<start + min(limits.test, entry.testCount))
    return Dataset(
      name: entry.name, source: "built in", sha256: Dataset.digest(train: train, test: test),
      train: train, test: test, classNames: entry.classNames)
  }
}
