internal import Datasets
internal import Digests
internal import FoundationEssentials
internal import RunRecords
internal import Tensors

/// What a run must know of a data set's content before it needs any of it.
struct KnownDataset: Codable, Sendable {
  var name: String
  var source: String
  /// 64 hexadecimal digits.
  var sha256: String
  /// Shape of one image.
  var extents: [Int]
  var train: Int
  var test: Int

  init(_ dataset: Dataset) {
    name = dataset.name
    source = dataset.source
    sha256 = dataset.sha256.description
    extents = dataset.imageShape.extents
    train = dataset.train.count
    test = dataset.test.count
  }

  init?(json bytes: [UInt8]) {
    guard let known = try? JSONDecoder().decode(KnownDataset.self, from: Data(bytes)) else {
      return nil
    }
    self = known
  }

  var json: [UInt8] { (try? JSONEncoder().encode(self)).map { Array($0) } ?? [] }

  var imageShape: Shape { Shape(extents) }

  /// The record, where it stands in for the set that the lesson asks for.
  func record(for wanted: String) -> DataSetRecord {
    DataSetRecord(
      name: name, source: source, sha256: sha256,
      splits: [("train", train), ("test", test)].map { split, count in
        .init(name: split, shape: [count] + extents)
      }, substituteFor: name == wanted ? nil : wanted)
  }
}
