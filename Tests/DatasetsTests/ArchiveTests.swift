import Datasets
import Diagnostics
import Testing

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
