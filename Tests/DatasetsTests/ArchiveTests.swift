import Datasets
import Diagnostics
import Foundation
import Testing
import TestSupport

struct ArchiveTests {
  @Test(arguments: [
    "compressed", "stored", "int64", "int32-big-endian", "int8", "version2", "version3", "channels",
  ])
  func `An archive that NumPy wrote is read`(name: String) throws {
    try expectSample(DatasetLocator(dataDirectory: TestFiles.fixture(name)).load("mnist"))
  }

  @Test(arguments: [
    (
      "column-major", ":x_train.npy, byte 0: expected an array in C order, found Fortran order"
    ),
    (
      "objects",
      ":y_train.npy, byte 0: expected elements of type '|u1' or another whole number, found '|O'"
    ),
    ("floats", ":x_train.npy, byte 0: expected elements of type '|u1', found '<f4'"),
    (
      "flat",
      ":x_train.npy, byte 0: expected an array of shape (1 to 60000, 28, 28), found (3, 784)"
    ),
    (
      "negative",
      ":y_test.npy, byte 136: expected the label of example 1 in 0...9, found -1"
    ),
    ("lacking", ", byte 0: expected an array y_test.npy in the archive, found none"),
  ])
  func `An array of another kind is refused`(name: String, message: String) throws {
    let folder = TestFiles.fixture(name)
    let error = #expect(throws: DatasetError.self) {
      try DatasetLocator(dataDirectory: folder).load("mnist")
    }
    #expect(error?.message.english == folder + "/mnist.npz" + message)
  }

  @Test func `An archive that says it has many members is refused before they are looked for`()
    throws
  {
    let folder = try TemporaryFolder()
    // The end of a central directory of 5,000 members (APPNOTE 4.3.16), and nothing else.
    let counts: [UInt8] = [0x88, 0x13, 0x88, 0x13]
    try folder.write(
      [0, 0x50, 0x4B, 5, 6, 0, 0, 0, 0] + counts + [UInt8](repeating: 0, count: 10), to: "mnist.npz"
    )
    let error = #expect(throws: DatasetError.self) {
      try DatasetLocator(dataDirectory: folder.path).load("mnist")
    }
    #expect(
      error?.message.english == folder.path
        + "/mnist.npz, byte 0: expected at most 1000 arrays in the archive, found 5000")
  }

  @Test(arguments: ["mnist.npz", "train-images-idx3-ubyte", "train-images-idx3-ubyte.gz"])
  func `A file that is larger than any is refused before it is opened`(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write([], to: name)
    // Nothing but a size: the file takes no room.
    let file = try #require(FileHandle(forWritingAtPath: "\(folder.path)/\(name)"))
    try file.truncate(atOffset: (1 << 30) + 1)
    let error = #expect(throws: DatasetError.self) {
      try DatasetLocator(dataDirectory: folder.path).load("mnist")
    }
    #expect(
      error?.message.english == folder.path
        + "/\(name), byte 0: expected at most 1073741824 bytes, found 1073741825")
  }

  @Test func `A file that is no archive is refused`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array("no zip".utf8), to: "mnist.npz")
    let error = #expect(throws: DatasetError.self) {
      try DatasetLocator(dataDirectory: folder.path).load("mnist")
    }
    #expect(
      error?.message.english == folder.path + "/mnist.npz, byte 0: expected sound compressed data, "
        + "found damage: not a zip archive")
  }
}
