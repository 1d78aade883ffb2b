/// Where a data set's files may lie and what they are called.
struct DatasetFiles: Sendable {
  /// How files are named and read.
  enum Format: Sendable {
    /// Four files of MNIST's form.
    case idx
    case cifar

    /// The names of all files, those of a compressed one without `.gz`.
    var names: [String] {
      switch self {
      case .idx: IDXNames.standard.all
      case .cifar: CIFARFolder.names
      }
    }
  }

  let format: Format
  /// The subfolder of a data folder, and of the cache of downloads: "mnist".
  let folder: String
  /// Keras' archive: "mnist.npz"; nil where Keras has none.
  let archive: String?
  /// The subfolder of Keras' own cache that holds IDX files.
  let kerasFolder: String?
  /// The operating system's package.
  let package: SystemPackage?
  /// SHA-256 of the decompressed files as they were published.
  let published: IDXNames?
  /// SHA-256 of the whole content, as `Dataset.sha256` has it.
  let content: String?
  /// Addresses of folders that serve the gzip files, best first.
  let mirrors: [String]
}

/// A package of the operating system that brings a data set.
struct SystemPackage: Sendable {
  let name: String
  let folder: String
}

/// One text for each of the four files of a data set.
struct IDXNames: Sendable {
  let trainImages: String
  let trainLabels: String
  let testImages: String
  let testLabels: String

  /// The names that MNIST's publishers gave and others kept.
  static let standard = IDXNames(
    trainImages: "train-images-idx3-ubyte", trainLabels: "train-labels-idx1-ubyte",
    testImages: "t10k-images-idx3-ubyte", testLabels: "t10k-labels-idx1-ubyte")

  var all: [String] { [trainImages, trainLabels, testImages, testLabels] }
}
