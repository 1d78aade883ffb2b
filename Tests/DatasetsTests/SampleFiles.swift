import Foundation
import TestSupport

/// The four IDX files of the small set that `Tests/Oracles/make_dataset_files.py` describes.
struct SampleFiles {
  var trainImages = Self.images(count: 3, part: 0)
  var trainLabels = Self.labels([5, 0, 4])
  var testImages = Self.images(count: 2, part: 1)
  var testLabels = Self.labels([7, 2])

  func write(to folder: TemporaryFolder, under prefix: String = "mnist/") throws {
    try folder.write(trainImages, to: prefix + "train-images-idx3-ubyte")
    try folder.write(trainLabels, to: prefix + "train-labels-idx1-ubyte")
    try folder.write(testImages, to: prefix + "t10k-images-idx3-ubyte")
    try folder.write(testLabels, to: prefix + "t10k-labels-idx1-ubyte")
  }

  static func images(count: Int, part: Int) -> [UInt8] {
    [0, 0, 8, 3] + number(count) + number(28) + number(28) + pixels(count: count, part: part)
  }

  static func labels(_ labels: [UInt8]) -> [UInt8] { [0, 0, 8, 1] + number(labels.count) + labels }

  static func pixels(count: Int, part: Int) -> [UInt8] {
    (0..<count * 784).map {
      let row = $0 / 28 % 28
      return UInt8((31 * ($0 / 784) + 7 * row + 3 * ($0 % 28) + part) % 256)
    }
  }

  /// Four bytes, the highest first.
  static func number(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(value >> $0 & 255) }
  }
}

/// Files that lie beside the tests or on this machine.
enum TestFiles {
  /// A folder that the script in Tests/Oracles wrote.
  static func fixture(_ name: String) -> String {
    Fixture.file("datasets/\(name)").path
  }

  /// Real data that may lie beside the project.
  static let data = Project.shared.path + "/data"

  static let hasMNIST = FileManager.default.fileExists(atPath: data + "/mnist")
  static let debianFolder = "/usr/share/datasets/fashion-mnist"
  static let hasDebianFashion = FileManager.default.fileExists(atPath: debianFolder)
}

extension TestFiles {
  /// The bytes of a file that the script in Tests/Oracles wrote.
  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: fixture(name))))
  }
}
