import Datasets
import Diagnostics
import Testing
import TestSupport

struct LocatorTests {
  @Test func `Folders are searched in the documented order`() throws {
    let folder = try TemporaryFolder()
    let places = ["given", "variable", "keras/datasets"]
    for place in places { try SampleFiles().write(to: folder, under: "\(place)/mnist/") }
    let home = folder.path + "/keras"
    let environment = ["CADERNO_DATA": folder.path + "/variable", "KERAS_HOME": home]
    let given = DatasetLocator(dataDirectory: folder.path + "/given", environment: environment)
    #expect(try given.load("mnist").source == folder.path + "/given/mnist")
    let variable = DatasetLocator(environment: environment)
    #expect(try variable.load("mnist").source == folder.path + "/variable/mnist")
  }

  @Test func `Keras' own archive is found in its cache`() throws {
    let home = try kerasHome()
    let environment = ["KERAS_HOME": home.path]
    expectSample(try DatasetLocator(environment: environment, isOffline: true).load("mnist"))
    #expect(home.path.isEmpty == false)
  }

  @Test func `A bad file ends the search`() throws {
    let folder = try TemporaryFolder()
    try folder.write([], to: "bad/mnist.npz")
    let home = try kerasHome()
    let environment = ["KERAS_HOME": home.path]
    let locator = DatasetLocator(dataDirectory: folder.path + "/bad", environment: environment)
    let error = #expect(throws: DatasetError.self) { try locator.load("mnist") }
    #expect(
      error?.message.english == folder.path + "/bad/mnist.npz, byte 0: "
        + "expected sound compressed data, found damage: not a zip archive")
    #expect(home.path.isEmpty == false)
  }

  @Test func `A missing set is an error that says what was tried and what to do`() throws {
    let environment = ["CADERNO_DATA": "/nowhere/b", "HOME": "/nowhere/home"]
    let locator = DatasetLocator(
      dataDirectory: "/nowhere/a", environment: environment, isOffline: true)
    let error = #expect(throws: DatasetError.self) { try locator.load("mnist") }
    #expect(error?.code == "data-missing")
    #expect(
      error?.message.english == """
        the data set mnist was not found; tried:
          --data-dir: /nowhere/a
          CADERNO_DATA: /nowhere/b
          earlier downloads: /nowhere/home/.cache/caderno/datasets/mnist
          Keras' data: /nowhere/home/.keras/datasets
        """)
    #expect(
      error?.hint?.english == "name a folder that has it with --data-dir, "
        + "or let another one stand in with --fallback-data digits")
    #expect(
      error?.hint?.portuguese == "indique com --data-dir uma pasta que o tenha, "
        + "ou aceite um substituto com --fallback-data digits")
  }

  @Test func `A file of earlier downloads must be as published`() throws {
    let folder = try TemporaryFolder()
    try SampleFiles().write(to: folder)
    let environment = ["CADERNO_DATA_CACHE": folder.path]
    let locator = DatasetLocator(environment: environment, isOffline: true)
    let error = #expect(throws: DatasetError.self) { try locator.load("mnist") }
    guard case .badFile(_, 0, .wrongChecksum(let expected, _)) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(expected == "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db")
  }

  @Test func `An unknown name is refused with the names that exist`() throws {
    let error = #expect(throws: DatasetError.self) { try DatasetLocator().load("minst") }
    #expect(error?.message.english == "there is no data set 'minst'")
    #expect(error?.hint?.english == "there are mnist, fashion_mnist, cifar10, digits, color_digits")
  }

  @Test(.enabled(if: TestFiles.hasMNIST)) func `One set is not taken for another`() throws {
    let folder = TestFiles.data + "/mnist"
    let locator = DatasetLocator(dataDirectory: folder)
    let error = #expect(throws: DatasetError.self) { try locator.load("fashion_mnist") }
    #expect(error?.message.english == "\(folder): this is mnist, but fashion_mnist was asked for")
  }

  @Test func `Digits stand in for a missing set under their own name`() throws {
    let dataset = try DatasetLocator(fallback: "digits", isOffline: true).load("mnist")
    #expect(dataset.name == "digits" && dataset.source == "built in")
    #expect(dataset.train.count == 60_000 && dataset.test.count == 10_000)
  }

  @Test func `Nothing stands in for a file that is bad`() throws {
    let folder = TestFiles.fixture("objects")
    let locator = DatasetLocator(dataDirectory: folder, fallback: "digits", isOffline: true)
    let error = #expect(throws: DatasetError.self) { try locator.load("mnist") }
    #expect(error?.code == "data-bad-file")
  }

  @Test func `Loading stops when asked to`() throws {
    let locator = DatasetLocator(dataDirectory: TestFiles.fixture("gzip"))
    #expect(throws: DatasetError.cancelled) { try locator.load("mnist", isCancelled: { true }) }
  }

  /// A folder as Keras keeps it, with the small set as `mnist.npz`.
  private func kerasHome() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(TestFiles.bytes("compressed/mnist.npz"), to: "datasets/mnist.npz")
    return folder
  }
}
