import Datasets

/// The four files of a data set in the IDX format, plain or as gzip.
enum IDXFiles: FuzzTarget {
  static let name = "idx"
  static let longest = 256

  static var seeds: [[UInt8]] { SeedBytes.seeds(48, 5, step: 2) }

  /// The four files of a set with `count` images in each part, by their names.
  static func files(count: Int) -> [(name: String, content: [UInt8])] {
    ["train", "t10k"].flatMap { part in
      [
        ("\(part)-images-idx3-ubyte", file([count, 28, 28]) { UInt8(truncatingIfNeeded: $0) }),
        ("\(part)-labels-idx1-ubyte", file([count]) { UInt8($0 % 10) }),
      ]
    }
  }

  private static func file(_ extents: [Int], _ element: (Int) -> UInt8) -> [UInt8] {
    [0, 0, 8, UInt8(extents.count)] + extents.flatMap(BinaryNumbers.bigEndian)
      + (0..<extents.reduce(1, *)).map(element)
  }

  static func run(_ bytes: [UInt8]) throws {
    var choices = Choices(bytes)
    let folder = ScratchFolder()
    defer { folder.remove() }
    let count = choices.pick([1, 2, 3])
    var isSound = true
    for (name, plain) in files(count: count) {
      var file = FileDamage.damaged(plain, &choices)
      isSound = isSound && file == plain
      if choices.happens(onceIn: 3) {
        let gzip = ArchiveMaker.gzip(file)
        file = FileDamage.damaged(gzip, &choices)
        isSound = isSound && file == gzip
      }
      if choices.happens(onceIn: 16) { isSound = false; continue }
      folder.write(file, to: name + choices.pick(["", ".gz"]))
    }
    try DatasetLaws.load("mnist", folder, isSound: isSound, count: count)
  }
}
