internal import Diagnostics
internal import Tensors

extension DatasetEntry {
  /// Digits that the program draws.
  static let digits = DatasetEntry(
    name: "digits",
    summary: Message(
      "digits drawn by the program itself, 28x28 grey; needs no file",
      pt: "dígitos desenhados pelo próprio programa, 28x28 em cinza; sem arquivo"),
    license: "Public domain (made by the program)",
    imageShape: [28, 28, 1], classNames: (0...9).map(String.init),
    trainCount: 60_000, testCount: 10_000,
    origin: .made(SyntheticDigits.split))
}
