import Datasets
import Diagnostics
import Foundation
import Testing
import TestSupport

/// A way to damage the small set, and the whole error in both languages behind `mnist/`.
struct Damage: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let english: String
  let portuguese: String
  let apply: @Sendable (inout SampleFiles) -> Void

  init(
    _ description: String, _ english: String, pt portuguese: String,
    _ apply: @escaping @Sendable (inout SampleFiles) -> Void
  ) {
    testDescription = description
    self.english = english
    self.portuguese = portuguese
    self.apply = apply
  }

  static let all = sizes + headers + labels

  private static let sizes = [
    Damage(
      "an empty file",
      "train-images-idx3-ubyte, byte 0: expected 16 bytes of content, found the end after 0",
      pt: "train-images-idx3-ubyte, byte 0: esperado: 16 bytes de conteúdo; achado: o fim após 0"
    ) { $0.trainImages = [] },
    Damage(
      "half a header",
      "train-images-idx3-ubyte, byte 10: expected 16 bytes of content, found the end after 10",
      pt: "train-images-idx3-ubyte, byte 10: esperado: 16 bytes de conteúdo; achado: o fim após 10"
    ) { $0.trainImages.removeLast($0.trainImages.count - 10) },
    Damage(
      "a missing pixel",
      "t10k-images-idx3-ubyte, byte 1583: expected 1584 bytes of content, found the end after 1583",
      pt: "t10k-images-idx3-ubyte, byte 1583: esperado: 1584 bytes de conteúdo; "
        + "achado: o fim após 1583"
    ) { $0.testImages.removeLast() },
    Damage(
      "a byte too many",
      "t10k-images-idx3-ubyte, byte 1584: expected the end after 1584 bytes of content, found more",
      pt: "t10k-images-idx3-ubyte, byte 1584: esperado: o fim após 1584 bytes de conteúdo; "
        + "achado: mais"
    ) { $0.testImages.append(0) },
    Damage(
      "a header that promises the whole MNIST",
      "train-images-idx3-ubyte, byte 16: expected 47040016 bytes of content, "
        + "found the end after 16",
      pt: "train-images-idx3-ubyte, byte 16: esperado: 47040016 bytes de conteúdo; "
        + "achado: o fim após 16"
    ) { $0.trainImages = [0, 0, 8, 3] + [60_000, 28, 28].flatMap(SampleFiles.number) },
  ]

  private static let headers = [
    Damage(
      "labels in place of images",
      "train-images-idx3-ubyte, byte 0: expected the bytes 00 00 08 03, found 00 00 08 01",
      pt: "train-images-idx3-ubyte, byte 0: esperado: os bytes 00 00 08 03; achado: 00 00 08 01"
    ) { $0.trainImages = $0.trainLabels },
    Damage(
      "a count that overflows",
      "train-images-idx3-ubyte, byte 4: expected a count of 1 to 60000, found 4294967295",
      pt: "train-images-idx3-ubyte, byte 4: esperado: um número de exemplos de 1 a 60000; "
        + "achado: 4294967295"
    ) { $0.trainImages.replaceSubrange(4..<8, with: [255, 255, 255, 255]) },
    Damage(
      "no images",
      "t10k-labels-idx1-ubyte, byte 4: expected a count of 1 to 10000, found 0",
      pt: "t10k-labels-idx1-ubyte, byte 4: esperado: um número de exemplos de 1 a 10000; achado: 0"
    ) { $0.testLabels = SampleFiles.labels([]) },
    Damage(
      "images of another width",
      "train-images-idx3-ubyte, byte 12: expected a width of 28, found 32",
      pt: "train-images-idx3-ubyte, byte 12: esperado: uma largura de 28; achado: 32"
    ) { $0.trainImages[15] = 32 },
    Damage(
      "images of another height",
      "train-images-idx3-ubyte, byte 8: expected a height of 28, found 2147483676",
      pt: "train-images-idx3-ubyte, byte 8: esperado: uma altura de 28; achado: 2147483676"
    ) { $0.trainImages[8] = 128 },
  ]

  private static let labels = [
    Damage(
      "a label that is no class",
      "train-labels-idx1-ubyte, byte 10: expected the label of example 2 in 0...9, found 10",
      pt: "train-labels-idx1-ubyte, byte 10: esperado: o rótulo do exemplo 2 em 0...9; achado: 10"
    ) { $0.trainLabels = SampleFiles.labels([5, 0, 10]) },
    Damage(
      "fewer labels than images",
      "t10k-labels-idx1-ubyte, byte 4: expected 2 labels, as many as images, found 1",
      pt: "t10k-labels-idx1-ubyte, byte 4: esperado: 2 rótulos, tantos quantas as imagens; "
        + "achado: 1"
    ) { $0.testLabels = SampleFiles.labels([7]) },
  ]
}

struct DamagedFileTests {
  @Test(arguments: Damage.all)
  func `A damaged file is named with the place and what was expected`(damage: Damage) throws {
    let folder = try TemporaryFolder()
    var files = SampleFiles()
    damage.apply(&files)
    try files.write(to: folder)
    let error = loadingError(folder)
    #expect(error?.message.english == folder.path + "/mnist/" + damage.english)
    #expect(error?.message.portuguese == folder.path + "/mnist/" + damage.portuguese)
    #expect(error?.code == "data-bad-file")
  }

  @Test func `A gzip bomb is noticed by its first byte too many`() throws {
    let path = TestFiles.fixture("bomb")
    let error = #expect(throws: DatasetError.self) {
      try DatasetLocator(dataDirectory: path).load("mnist")
    }
    #expect(
      error?.message.english == path + "/train-images-idx3-ubyte.gz, byte 2368: "
        + "expected the end after 2368 bytes of content, found more")
  }

  @Test(arguments: [(4, 2368), (500, 0)])
  func `A truncated gzip file is refused`(cut: Int, offset: Int) throws {
    let folder = try gzipFolder { $0.removeLast(cut) }
    #expect(
      loadingError(folder)?.message.english == folder.path
        + "/train-images-idx3-ubyte.gz, byte \(offset): expected sound compressed data, "
        + "found damage: unexpected end of file")
  }

  @Test func `A wrong check sum inside a gzip file is noticed`() throws {
    let folder = try gzipFolder { $0[$0.count - 8] ^= 1 }
    #expect(
      loadingError(folder)?.message.english == folder.path
        + "/train-images-idx3-ubyte.gz, byte 0: expected sound compressed data, "
        + "found damage: incorrect data check")
  }

  @Test func `A folder in place of a file is refused`() throws {
    let folder = try TemporaryFolder()
    try folder.write([], to: "mnist/train-images-idx3-ubyte/inner")
    #expect(
      loadingError(folder)?.message.english == folder.path
        + "/mnist/train-images-idx3-ubyte, byte 0: expected a file, found something else")
  }

  @Test func `A file that lacks beside the others is named`() throws {
    let folder = try TemporaryFolder()
    try folder.write(SampleFiles().trainImages, to: "mnist/train-images-idx3-ubyte")
    #expect(
      loadingError(folder)?.message.english == folder.path
        + "/mnist/train-labels-idx1-ubyte, byte 0: "
        + "expected this file beside the others of the set, found none")
  }

  /// The small set with its first gzip file changed.
  private func gzipFolder(_ change: (inout [UInt8]) -> Void) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let url = URL(fileURLWithPath: TestFiles.fixture("gzip/train-images-idx3-ubyte.gz"))
    var bytes = [UInt8](try Data(contentsOf: url))
    change(&bytes)
    try folder.write(bytes, to: "train-images-idx3-ubyte.gz")
    return folder
  }

  private func loadingError(_ folder: TemporaryFolder) -> DatasetError? {
    #expect(throws: DatasetError.self) {
      try DatasetLocator(dataDirectory: folder.path).load("mnist")
    }
  }
}
