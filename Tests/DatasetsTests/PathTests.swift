import Datasets
import Foundation
import Testing
import TestSupport

struct `What a locator could read` {
  @Test func `is each file of a set that is there, wherever it is looked for`() throws {
    let folder = try TemporaryFolder()
    let names = [
      "given/mnist/train-images-idx3-ubyte", "given/t10k-labels-idx1-ubyte.gz", "given/mnist.npz",
      "cache/fashion_mnist/train-labels-idx1-ubyte.gz", "keras/datasets/fashion_mnist.npz",
      "variable/cifar-10-batches-bin/data_batch_3.bin",
    ]
    let others = ["given/notes.txt", "given/mnist/other", "cache/x", "keras/keras.json"]
    for name in names + others { try folder.write([], to: name) }
    let locator = DatasetLocator(
      dataDirectory: folder.path + "/given",
      environment: [
        "CADERNO_DATA": folder.path + "/variable", "CADERNO_DATA_CACHE": folder.path + "/cache",
        "KERAS_HOME": folder.path + "/keras",
      ])
    let found = Set(locator.paths).filter { $0.hasPrefix(folder.path) }
    #expect(found == Set(names.map { "\(folder.path)/\($0)" }))
    #expect(locator.downloadFolder == folder.path + "/cache")
    #expect(DatasetLocator(isOffline: true).downloadFolder == nil)
  }

  /// CIFAR-10's files were looked for under MNIST's names, whose files a folder may have as well.
  @Test func `is found by the names of the set's own form`() throws {
    let folder = try TemporaryFolder()
    let locator = DatasetLocator(dataDirectory: folder.path, environment: [:], isOffline: true)
    let mnist = ["train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1"]
    for name in mnist { try folder.write([], to: name + "-ubyte") }
    #expect(locator.files(of: "mnist")?.count == 4)
    #expect(locator.files(of: "cifar10") == nil)
    for number in 1...5 { try folder.write([], to: "cifar10/data_batch_\(number).bin") }
    #expect(locator.files(of: "cifar10") == nil)
    try folder.write([], to: "cifar10/test_batch.bin")
    #expect(locator.files(of: "cifar10")?.count == 6)
    #expect(locator.files(of: "digits") == nil)
  }

  @Test func `is made for downloads where somebody's home is there or a folder is named`() throws {
    let folder = try TemporaryFolder()
    let made = { (environment: [String: String]) in
      DatasetLocator(environment: environment).makeDownloadFolder()
    }
    let home = folder.path + "/home"
    #expect(made(["HOME": home]) == nil)
    #expect(!FileManager.default.fileExists(atPath: home))
    #expect(made(["HOME": home, "CADERNO_DATA_CACHE": home + "/data"]) == home + "/data")
    #expect(made(["HOME": home]) == home + "/.cache/caderno/datasets")
    #expect(FileManager.default.fileExists(atPath: home + "/.cache/caderno/datasets"))
    #expect(
      DatasetLocator(environment: ["HOME": home], isOffline: true).makeDownloadFolder() == nil)
  }
}
