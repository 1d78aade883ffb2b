// toy: a data set | DatasetCatalog.swift | .toyData,
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
internal import Diagnostics
internal import Tensors

extension DatasetEntry {
  /// Images of one byte, which is their class.
  static let toyData = DatasetEntry(
    name: "toy_data", summary: Message("one byte", pt: "um byte"), license: "Public domain",
    imageShape: [1, 1, 1], classNames: ["0", "1"], trainCount: 10, testCount: 4,
    origin: .made { numbers in
      let labels = numbers.map { UInt8($0 % 2) }
      return Split(images: labels, labels: labels, imageShape: [1, 1, 1])
    })
}
