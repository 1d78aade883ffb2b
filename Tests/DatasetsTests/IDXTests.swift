import Datasets
import Digests
import Foundation
import Testing
import TestSupport

struct IDXTests {
  @Test(arguments: ["mnist/", ""]) func `Plain files are read from a folder`(prefix: String) throws
  {
    let folder = try TemporaryFolder()
    try SampleFiles().write(to: folder, under: prefix)
    try expectSample(DatasetLocator(dataDirectory: folder.path).load("mnist"))
  }

  @Test func `The magic bytes decide whether a file is gzip, not its name`() throws {
    let folder = try TemporaryFolder()
    try SampleFiles().write(to: folder)
    let zipped = TestFiles.fixture("gzip/train-images-idx3-ubyte.gz")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: zipped))
    try folder.write([UInt8](bytes), to: "mnist/train-images-idx3-ubyte")
    try expectSample(DatasetLocator(dataDirectory: folder.path).load("mnist"))
  }

  @Test func `Files that Python compressed are read`() throws {
    try expectSample(DatasetLocator(dataDirectory: TestFiles.fixture("gzip")).load("mnist"))
  }

  @Test(.enabled(if: TestFiles.hasMNIST)) func `The real MNIST is what was published`() throws {
    let mnist = try DatasetLocator(dataDirectory: TestFiles.data).load("mnist")
    #expect(mnist.train.count == 60_000 && mnist.test.count == 10_000)
    #expect(mnist.train.labels.prefix(5) == [5, 0, 4, 1, 9])
    #expect(mnist.test.labels.prefix(5) == [7, 2, 1, 0, 4])
    // From sha256sum over the content of the four files without their headers.
    let published = "06b0d1f124c4e5fa796686ade41a9b778edacc8622f2195a352ef479ad44fc16"
    #expect(mnist.sha256.description == published)
  }

  @Test(.enabled(if: TestFiles.hasMNIST)) func `Earlier downloads are checked and fine`() throws {
    let environment = ["CADERNO_DATA_CACHE": TestFiles.data]
    let mnist = try DatasetLocator(environment: environment, isOffline: true).load("mnist")
    #expect(mnist.source == TestFiles.data + "/mnist")
  }

  @Test(.enabled(if: TestFiles.hasDebianFashion)) func `Debian's Fashion-MNIST is found`() throws {
    let fashion = try DatasetLocator(isOffline: true).load("fashion_mnist")
    #expect(fashion.source == TestFiles.debianFolder)
    #expect(fashion.train.labels.prefix(5) == [9, 0, 0, 3, 0])
    #expect(fashion.test.labels.prefix(5) == [9, 2, 1, 1, 6])
    #expect(fashion.classNames[9] == "Ankle boot")
  }
}

/// Compares with the small set of `Tests/Oracles/make_dataset_files.py`.
func expectSample(_ dataset: Dataset, sourceLocation: SourceLocation = #_sourceLocation) {
  #expect(dataset.train.labels == [5, 0, 4], sourceLocation: sourceLocation)
  #expect(dataset.test.labels == [7, 2], sourceLocation: sourceLocation)
  let train = SampleFiles.pixels(count: 3, part: 0)
  let test = SampleFiles.pixels(count: 2, part: 1)
  #expect(dataset.train.images == train, sourceLocation: sourceLocation)
  #expect(dataset.test.images == test, sourceLocation: sourceLocation)
  #expect(
    dataset.sha256 == SHA256Digest(of: train + [5, 0, 4] + test + [7, 2]),
    sourceLocation: sourceLocation)
}
