internal import Tensors

/// The binary form of CIFAR-10: files of 10,000 records, each the label and then 1,024 bytes of red, of
/// green and of blue, row by row (Krizhevsky 2009).
package enum CIFARFolder {
  static let trainNames = (1...5).map { "data_batch_\($0).bin" }
  static let testName = "test_batch.bin"
  static let names = trainNames + [testName]
  private static let pixels = 1024
  private static let record = 1 + 3 * pixels

  /// The two parts; nil where the folder has none of the files.
  package static func read(
    _ folder: String, entry: DatasetEntry, isCancelled: () -> Bool
  ) throws(DatasetError) -> (train: Split, test: Split)? {
    guard names.contains(where: { DatasetReader.path(of: $0, in: folder) != nil }) else {
      return nil
    }
    var (images, labels): ([UInt8], [UInt8]) = ([], [])
    for name in trainNames {
      if isCancelled() { throw .cancelled }
      try read(name, in: folder, entry, &images, &labels)
    }
    let train = Split(images: images, labels: labels, imageShape: entry.imageShape)
    (images, labels) = ([], [])
    try read(testName, in: folder, entry, &images, &labels)
    return (train, Split(images: images, labels: labels, imageShape: entry.imageShape))
  }

  private static func read(
    _ name: String, in folder: String, _ entry: DatasetEntry, _ images: inout [UInt8],
    _ labels: inout [UInt8]
  ) throws(DatasetError) {
    guard let path = DatasetReader.path(of: name, in: folder) else {
      throw .badFile(path: FileSystem.join(folder, name), offset: 0, problem: .absent)
    }
    let content = try ContentReader.file(path)
    let count = entry.testCount
    let bytes = try content.bytes(count * record, total: count * record)
    try content.expectEnd()
    for index in 0..<count {
      let start = index * record
      let label = Int(bytes[start])
      guard label < entry.classNames.count else {
        throw content.failure(
          .labelOutOfRange(index: index, label: label, classCount: entry.classNames.count),
          at: start)
      }
      labels.append(bytes[start])
      for pixel in 0..<pixels {
        for plane in 0..<3 { images.append(bytes[start + 1 + plane * pixels + pixel]) }
      }
    }
  }
}
