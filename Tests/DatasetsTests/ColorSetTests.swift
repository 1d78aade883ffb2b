import Diagnostics
import Foundation
import Tensors
import Testing

@testable import Datasets

struct `A set of color images` {
  /// Two records a file.
  private let entry: DatasetEntry = {
    var entry = DatasetEntry.cifar10
    (entry.trainCount, entry.testCount) = (10, 2)
    return entry
  }()

  private func folder(_ names: [String], label: UInt8 = 7, size: Int = 2 * 3073) throws -> String {
    let path = FileManager.default.temporaryDirectory.path + "/caderno-cifar-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let record =
      [label] + [UInt8](repeating: 1, count: 1024) + [UInt8](repeating: 2, count: 1024)
      + [UInt8](repeating: 3, count: 1024)
    for name in names {
      let bytes = Array((record + record).prefix(size))
      try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }
    return path
  }

  @Test func `has its planes put together pixel by pixel`() throws {
    let path = try folder(CIFARFolder.trainNames + [CIFARFolder.testName])
    defer { try? FileManager.default.removeItem(atPath: path) }
    let parts = try #require(try CIFARFolder.read(path, entry: entry, isCancelled: { false }))
    #expect(parts.train.count == 10)
    #expect(parts.test.labels == [7, 7])
    #expect(Array(parts.test.images.prefix(6)) == [1, 2, 3, 1, 2, 3])
  }

  @Test(arguments: [
    (3, UInt8(7), 6146, "data_batch_4.bin", "absent"),
    (6, UInt8(7), 4000, "data_batch_1.bin", "truncated"),
    (6, UInt8(12), 6146, "data_batch_1.bin", "labelOutOfRange"),
  ])
  func `is refused where a file is missing or damaged`(
    files: Int, label: UInt8, size: Int, name: String, problem: String
  ) throws {
    let names = CIFARFolder.trainNames + [CIFARFolder.testName]
    let path = try folder(Array(names.prefix(files)), label: label, size: size)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let error = #expect(throws: DatasetError.self) {
      try CIFARFolder.read(path, entry: entry, isCancelled: { false })
    }
    guard case .badFile(let file, _, let found)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(file.hasSuffix(name))
    #expect("\(found)".hasPrefix(problem))
  }

  @Test func `is drawn by the program where there are no files`() throws {
    let locator = DatasetLocator(fallback: "digits", isOffline: true)
    let limits = ExampleLimits(train: 20, test: 10)
    let dataset = try locator.load("cifar10", limits: limits)
    #expect(dataset.name == "color_digits")
    #expect(dataset.imageShape == [32, 32, 3])
    #expect(dataset.train.labels == SyntheticDigits.split(0..<20).labels)
    #expect(try locator.load("cifar10", limits: limits).sha256 == dataset.sha256)
  }
}
