internal import Datasets
internal import Diagnostics
internal import Tensors

/// A data set in `caderno data list`.
struct DatasetRow: Encodable {
  var name: String
  var summary: String
  var license: String
  /// Height, width, channels.
  var shape: [Int]
  var train: Int
  var test: Int
  var classes: [String]

  init(_ entry: DatasetEntry, language: Language) {
    name = entry.name
    summary = entry.summary.text(in: language)
    license = entry.license
    shape = entry.imageShape.extents
    train = entry.trainCount
    test = entry.testCount
    classes = entry.classNames
  }
}
