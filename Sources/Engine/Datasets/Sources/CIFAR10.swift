internal import Diagnostics
internal import Tensors

extension DatasetEntry {
  /// Small color photographs (Krizhevsky 2009). Nothing is downloaded: the publisher gives one archive,
  /// which is to be unpacked.
  static let cifar10 = DatasetEntry(
    name: "cifar10",
    summary: Message(
      "small photographs of ten kinds of things, 32x32 in color; the binary version, unpacked",
      pt: "pequenas fotografias de dez tipos de coisas, 32x32 em cor; a versão binária, extraída"),
    license: "none stated (Alex Krizhevsky, University of Toronto)",
    imageShape: [32, 32, 3],
    classNames: [
      "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck",
    ],
    trainCount: 50_000, testCount: 10_000,
    origin: .files(
      DatasetFiles(
        format: .cifar,
        folder: "cifar10", archive: nil, kerasFolder: "cifar-10-batches-bin", package: nil,
        published: nil, content: nil, mirrors: [])),
    keras: KerasDataset(parameters: "", isInColor: true))
}
