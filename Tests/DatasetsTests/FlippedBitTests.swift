import Datasets
import Testing
import TestSupport

struct FlippedBitTests {
  /// The checksums inside gzip and zip make this a law: what loads is the very set.
  @Test(arguments: ["gzip/train-images-idx3-ubyte.gz", "gzip/t10k-labels-idx1-ubyte.gz"])
  func `A gzip file with a flipped bit is refused or does no harm`(name: String) throws {
    let folder = try TemporaryFolder()
    try SampleFiles().write(to: folder, under: "")
    let bytes = try TestFiles.bytes(name)
    let target = String(name.dropFirst("gzip/".count).dropLast(".gz".count))
    for position in bytes.indices {
      try folder.write(bytes.flipped(at: position), to: target)
      expectSampleOrRefusal(folder)
    }
  }

  @Test(arguments: ["compressed", "stored", "int64"])
  func `An archive with a flipped bit is refused or does no harm`(name: String) throws {
    let folder = try TemporaryFolder()
    let bytes = try TestFiles.bytes("\(name)/mnist.npz")
    for position in stride(from: 0, to: bytes.count, by: 7) {
      try folder.write(bytes.flipped(at: position), to: "mnist.npz")
      expectSampleOrRefusal(folder)
    }
  }

  @Test(arguments: ["compressed", "stored"])
  func `An archive that ends early is refused`(name: String) throws {
    let folder = try TemporaryFolder()
    let bytes = try TestFiles.bytes("\(name)/mnist.npz")
    for size in stride(from: 0, to: bytes.count, by: 97) {
      try folder.write(Array(bytes[..<size]), to: "mnist.npz")
      let error = #expect(throws: DatasetError.self) {
        try DatasetLocator(dataDirectory: folder.path).load("mnist")
      }
      #expect(error?.code == "data-bad-file")
    }
  }

  private func expectSampleOrRefusal(_ folder: TemporaryFolder) {
    do throws(DatasetError) {
      expectSample(try DatasetLocator(dataDirectory: folder.path).load("mnist"))
    } catch {
      #expect(error.code == "data-bad-file")
    }
  }
}

extension [UInt8] {
  fileprivate func flipped(at position: Int) -> [UInt8] {
    var bytes = self
    bytes[position] ^= UInt8(1 << (position % 8))
    return bytes
  }
}
