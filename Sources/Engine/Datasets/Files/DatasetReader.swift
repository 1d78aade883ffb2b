internal import Digests
internal import Tensors

/// Reads a data set from files whose place is known.
struct DatasetReader {
  let entry: DatasetEntry
  let files: DatasetFiles
  let isCancelled: () -> Bool

  /// What a place holds; nil where it has none of the files.
  func read(_ place: SearchPlace) throws(DatasetError) -> Dataset? {
    for folder in place.folders {
      if let dataset = try readFolder(folder, verifies: place.isDownload) { return dataset }
    }
    for path in place.archives where FileSystem.exists(path) {
      return try readArchive(path)
    }
    return nil
  }

  /// Reads the files of a folder; nil where it has none of them.
  func readFolder(_ folder: String, verifies: Bool) throws(DatasetError) -> Dataset? {
    guard files.format.names.contains(where: { Self.path(of: $0, in: folder) != nil }) else {
      return nil
    }
    switch files.format {
    case .idx: return try readIDX(folder, verifies: verifies)
    case .cifar:
      let parts = try CIFARFolder.read(folder, entry: entry, isCancelled: isCancelled)
      guard let parts else { return nil }
      return try dataset(folder, train: parts.train, test: parts.test)
    }
  }

  private func readIDX(_ folder: String, verifies: Bool) throws(DatasetError) -> Dataset {
    let names = IDXNames.standard
    let sums: IDXNames? = verifies ? files.published : nil
    let train = try split(
      folder, images: names.trainImages, sum: sums?.trainImages, labels: names.trainLabels,
      labelSum: sums?.trainLabels, limit: entry.trainCount)
    let test = try split(
      folder, images: names.testImages, sum: sums?.testImages, labels: names.testLabels,
      labelSum: sums?.testLabels, limit: entry.testCount)
    return try dataset(folder, train: train, test: test)
  }

  /// Reads Keras' archive.
  func readArchive(_ path: String) throws(DatasetError) -> Dataset {
    let archive = try KerasArchive(path: path, entry: entry)
    let train = try archive.split("train", limit: entry.trainCount)
    try checkCancelled()
    return try dataset(path, train: train, test: archive.split("test", limit: entry.testCount))
  }

  private func split(
    _ folder: String, images: String, sum: String?, labels: String, labelSum: String?, limit: Int
  ) throws(DatasetError) -> Split {
    try checkCancelled()
    let imageFile = try open(images, in: folder, hashes: sum != nil)
    let pixels = try IDXFile.images(imageFile, shape: entry.imageShape, limit: limit)
    if let sum { try imageFile.expectDigest(sum) }
    try checkCancelled()
    let labelFile = try open(labels, in: folder, hashes: labelSum != nil)
    let classCount = entry.classNames.count
    let numbers = try IDXFile.labels(labelFile, classCount: classCount, limit: limit)
    if let labelSum { try labelFile.expectDigest(labelSum) }
    let count = pixels.count / entry.imageShape.count
    guard count == numbers.count else {
      throw labelFile.failure(.countsDiffer(images: count, labels: numbers.count), at: 4)
    }
    return Split(images: pixels, labels: numbers, imageShape: entry.imageShape)
  }

  private func dataset(
    _ source: String, train: Split, test: Split
  ) throws(DatasetError) -> Dataset {
    try checkCancelled()
    let sum = Dataset.digest(train: train, test: test)
    // Sets of one form share their files' names, so only the content tells them apart.
    let text = sum.description
    let other = DatasetCatalog.all.first { $0.name != entry.name && $0.publishedDigest == text }
    if let other {
      throw .anotherDataset(path: source, wanted: entry.name, found: other.name)
    }
    return Dataset(
      name: entry.name, source: source, sha256: sum, train: train, test: test,
      classNames: entry.classNames)
  }

  private func open(
    _ name: String, in folder: String, hashes: Bool
  ) throws(DatasetError) -> ContentReader {
    guard let path = Self.path(of: name, in: folder) else {
      throw .badFile(path: FileSystem.join(folder, name), offset: 0, problem: .absent)
    }
    return try ContentReader.file(path, hashes: hashes)
  }

  /// The path of a file under its plain name or with `.gz`; nil where there is neither.
  static func path(of name: String, in folder: String) -> String? {
    let path = FileSystem.join(folder, name)
    return [path, path + ".gz"].first(where: FileSystem.exists)
  }

  private func checkCancelled() throws(DatasetError) {
    if isCancelled() { throw .cancelled }
  }
}
