internal import Diagnostics
internal import Tensors

/// The data sets that exist.
public enum DatasetCatalog {
  public static let all: [DatasetEntry] = [mnist, fashionMNIST, cifar10, digits, colorDigits]

  /// The entry of a name.
  public static func entry(named name: String) -> DatasetEntry? { all.first { $0.name == name } }

  private static let mnist = DatasetEntry(
    name: "mnist",
    summary: Message(
      "handwritten digits from US forms, 28x28 grey",
      pt: "dígitos manuscritos de formulários dos EUA, 28x28 em cinza"),
    license: "CC BY-SA 3.0 (Yann LeCun, Corinna Cortes)",
    imageShape: [28, 28, 1], classNames: (0...9).map(String.init),
    trainCount: 60_000, testCount: 10_000)

  private static let fashionMNIST = DatasetEntry(
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
    trainCount: 60_000, testCount: 10_000)

  private static let cifar10 = DatasetEntry(
    name: "cifar10",
    summary: Message(
      "small photographs of ten kinds of things, 32x32 in color; the binary version, unpacked",
      pt: "pequenas fotografias de dez tipos de coisas, 32x32 em cor; a versão binária, extraída"),
    license: "none stated (Alex Krizhevsky, University of Toronto)",
    imageShape: [32, 32, 3],
    classNames: [
      "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck",
    ],
    trainCount: 50_000, testCount: 10_000)

  private static let colorDigits = DatasetEntry(
    name: "color_digits",
    summary: Message(
      "the program's own digits in colors, 32x32; needs no file",
      pt: "os dígitos do próprio programa em cores, 32x32; sem arquivo"),
    license: "Public domain (made by the program)",
    imageShape: [32, 32, 3], classNames: (0...9).map(String.init),
    trainCount: 50_000, testCount: 10_000)

  private static let digits = DatasetEntry(
    name: "digits",
    summary: Message(
      "digits drawn by the program itself, 28x28 grey; needs no file",
      pt: "dígitos desenhados pelo próprio programa, 28x28 em cinza; sem arquivo"),
    license: "Public domain (made by the program)",
    imageShape: [28, 28, 1], classNames: (0...9).map(String.init),
    trainCount: 60_000, testCount: 10_000)
}
