internal import Diagnostics
internal import Tensors

extension DatasetEntry {
  /// Articles of clothing in MNIST's form (Xiao, Rasul and Vollgraf 2017).
  static let fashionMNIST = DatasetEntry(
    name: "fashion_mnist",
    summary: Message(
      "articles of clothing from a shop's pictures, 28x28 grey",
      pt: "peças de roupa das fotos de uma loja, 28x28 em cinza"),
    license: "MIT (Zalando SE)",
    imageShape: [28, 28, 1],
    classNames: [
      "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag",
      "Ankle boot",
    ],
    trainCount: 60_000, testCount: 10_000,
    origin: .files(
      DatasetFiles(
        format: .idx,
        folder: "fashion_mnist", archive: "fashion_mnist.npz", kerasFolder: "fashion-mnist",
        package: SystemPackage(
          name: "dataset-fashion-mnist", folder: "/usr/share/datasets/fashion-mnist"),
        published: IDXNames(
          trainImages: "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
          trainLabels: "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
          testImages: "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
          testLabels: "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"),
        content: "ca3ab2a37f845e1b8ae23cab1b51749a3011ba3bf1d9016176d75cbaabac376f",
        mirrors: [
          "https://storage.googleapis.com/tensorflow/tf-keras-datasets/",
          "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
        ])),
    keras: KerasDataset(parameters: ""))
}
