import Datasets
import Diagnostics
import Tensors

/// The six files of CIFAR-10 in their binary form, of a set with two pictures in each.
enum CIFARFiles: FuzzTarget {
  static let name = "cifar"
  static let longest = 128

  static var seeds: [[UInt8]] { SeedBytes.seeds(32, 7, step: 2) }

  private static let entry: DatasetEntry = {
    guard var entry = DatasetCatalog.entry(named: "cifar10") else {
      preconditionFailure("the catalog has cifar10")
    }
    (entry.trainCount, entry.testCount) = (10, 2)
    return entry
  }()

  static func run(_ bytes: [UInt8]) throws {
    var choices = Choices(bytes)
    let folder = ScratchFolder()
    defer { folder.remove() }
    var isSound = true
    for name in (1...5).map({ "data_batch_\($0).bin" }) + ["test_batch.bin"] {
      let plain = (0..<2).flatMap { index in
        [UInt8(index)] + (0..<3072).map { UInt8(truncatingIfNeeded: $0 * (index + 1)) }
      }
      let file = FileDamage.damaged(plain, &choices)
      isSound = isSound && file == plain
      if choices.happens(onceIn: 16) { isSound = false; continue }
      folder.write(choices.happens(onceIn: 4) ? ArchiveMaker.gzip(file) : file, to: name)
    }
    let parts: (train: Split, test: Split)?
    do throws(DatasetError) {
      parts = try CIFARFolder.read(folder.path, entry: entry, isCancelled: { false })
    } catch {
      return try expect(!isSound, "sound files are refused: \(error.message.english)")
    }
    guard let parts else { return }
    try expect(
      parts.train.count == 10 && parts.train.images.count == 10 * 3072
        && parts.test.count == 2 && parts.test.images.count == 2 * 3072,
      "a data set has other sizes than its files")
  }
}
