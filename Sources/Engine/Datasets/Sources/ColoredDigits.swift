internal import Diagnostics
internal import Tensors

extension DatasetEntry {
  /// The same in colors.
  static let colorDigits = DatasetEntry(
    name: "color_digits",
    summary: Message(
      "the program's own digits in colors, 32x32; needs no file",
      pt: "os dígitos do próprio programa em cores, 32x32; sem arquivo"),
    license: "Public domain (made by the program)",
    imageShape: [32, 32, 3], classNames: (0...9).map(String.init),
    trainCount: 50_000, testCount: 10_000,
    origin: .made(ColorDigits.split))
}
