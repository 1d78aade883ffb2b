import Foundation

/// A folder for the files of one input, below the system's for temporary files.
struct ScratchFolder {
  let path: String

  init() {
    path = NSTemporaryDirectory() + "/caderno-fuzz-\(UUID().uuidString)"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  func write(_ bytes: [UInt8], to name: String) {
    _ = FileManager.default.createFile(atPath: "\(path)/\(name)", contents: Data(bytes))
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
