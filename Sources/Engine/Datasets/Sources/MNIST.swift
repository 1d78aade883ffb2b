internal import Diagnostics
internal import Tensors

extension DatasetEntry {
  /// Handwritten digits (LeCun, Cortes and Burges 1998).
  static let mnist = DatasetEntry(
    name: "mnist",
    summary: Message(
      "handwritten digits from US forms, 28x28 grey",
      pt: "dígitos manuscritos de formulários dos EUA, 28x28 em cinza"),
    license: "CC BY-SA 3.0 (Yann LeCun, Corinna Cortes)",
    imageShape: [28, 28, 1], classNames: (0...9).map(String.init),
    trainCount: 60_000, testCount: 10_000,
    origin: .files(
      DatasetFiles(
        format: .idx,
        folder: "mnist", archive: "mnist.npz", kerasFolder: nil, package: nil,
        published: IDXNames(
          trainImages: "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
          trainLabels: "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
          testImages: "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
          testLabels: "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
        content: "06b0d1f124c4e5fa796686ade41a9b778edacc8622f2195a352ef479ad44fc16",
        mirrors: [
          "https://ossci-datasets.s3.amazonaws.com/mnist/",
          "https://storage.googleapis.com/cvdf-datasets/mnist/",
        ])),
    keras: KerasDataset(parameters: "path='mnist.npz'"))
}
