extension DatasetCatalog {
  /// What is known of the files of each data set that is read from files.
  static let files: [String: DatasetFiles] = [
    "mnist": mnistFiles, "fashion_mnist": fashionFiles, "cifar10": cifarFiles,
  ]

  private static let mnistFiles = DatasetFiles(
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
    ])

  /// Nothing is downloaded: the publisher gives one archive, which is to be unpacked.
  private static let cifarFiles = DatasetFiles(
    folder: "cifar10", archive: nil, kerasFolder: "cifar-10-batches-bin", package: nil,
    published: nil, content: nil, mirrors: [])

  private static let fashionFiles = DatasetFiles(
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
    ])
}

extension DatasetCatalog {
  /// SHA-256 of a set's whole content as it was published, as `Dataset.sha256` has it; nil for
  /// sets that no publisher gave out.
  public static func publishedDigest(of name: String) -> String? { files[name]?.content }
}
